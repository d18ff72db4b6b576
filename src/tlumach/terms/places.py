"""A place in a text at which a form of a term may stand: whether it does.

All that is asked of the words and of what stands between and around them is here, a question to a function.
"""

import re

from tlumach.languages.lemmas import HYPHENS
from tlumach.terms.agreement import agree
from tlumach.terms.capitals import is_named_otherwise
from tlumach.terms.disambiguation import is_meant
from tlumach.terms.forms import CLOSING_QUOTES, OPENING_QUOTES, Form, FormWord, gap_key
from tlumach.terms.surroundings import Surroundings

_NOT_AFTER = re.compile(r"(?:[@#\\/]|[a-z0-9]\.|\w_)$")
_NOT_BEFORE = re.compile(r"\.[a-z]|@|_\w")


class TermPlace(Surroundings):
    """A word of a text, at which a form may begin."""

    def holds(self, form: Form) -> bool:
        """Tell whether the form begins with this word."""
        return (
            self.index + len(form.words) <= len(self.words)
            and self._has_right_capitals(form)
            and self._follows(form)
            and self._is_whole(form)
            and self._agrees(form)
            and (not form.is_quoted or self._is_quoted(form))
            and not is_named_otherwise(self, form)
            and (len(form.words) > 1 or is_meant(self, form))
        )

    def _has_right_capitals(self, form: Form) -> bool:
        if form.is_name and not self.words[self.index].text[0].isupper():
            return False
        return all(_is_abbreviated(self.words[self.index + at].text, each) for at, each in enumerate(form.words))

    def _follows(self, form: Form) -> bool:
        for index, each in enumerate(form.words, self.index):
            if index > self.index and not self._is_parted(index, each.gap):
                return False
            if not each.is_spelled(self.words[index].text) and not each.matching(self.readings(index)):
                return False
        return True

    def _is_parted(self, index: int, gap: str) -> bool:
        """Tell whether a gap stands before a word; English hyphens an attribute: “air defence”, “air-defence system”."""
        found = gap_key(self.between(index))
        return found == gap or (self.language == "en" and {found, gap} == {" ", "-"})

    def _is_whole(self, form: Form) -> bool:
        """Tell whether the form is no part of a longer word, an address or a compound: «вице-премьер», «Китай-город»."""
        start, end = self.words[self.index].start, self.words[self.index + len(form.words) - 1].end
        if _NOT_BEFORE.match(self.text, end) or (
            _NOT_AFTER.search(self.text[max(0, start - 2) : start]) and not self._is_after_slash(start)
        ):
            return False
        return self._may_follow_hyphen(form, start) and self._may_precede_hyphen(form, end)

    def _is_after_slash(self, start: int) -> bool:
        """Tell whether a slash parts two words («СНГ/ОДКБ»); elsewhere it is part of an address."""
        return start > 1 and self.text[start - 1] == "/" and self.text[start - 2].isalpha()

    def _may_follow_hyphen(self, form: Form, start: int) -> bool:
        if not (start > 1 and self.text[start - 1] in HYPHENS and self.text[start - 2].isalnum()):
            return True
        first_part = self.words[self.index - 1].text  # «Украина-НАТО», but not “Non-NATO”
        return form.is_abbreviation and first_part[0].isupper() and not self.begins_sentence(self.index - 1)

    def _may_precede_hyphen(self, form: Form, end: int) -> bool:
        if not (self.text[end : end + 1] in tuple(HYPHENS) and self.text[end + 1 : end + 2].isalnum()):
            return True
        # “Turkey-based”, “air defence-related”
        return form.is_abbreviation or (self.language == "en" and (form.is_name or len(form.words) > 1))

    def _agrees(self, form: Form) -> bool:
        """Tell whether each adjective can be in one case with its noun: «міжнародні праві» are no «міжнародне право»."""
        for index, (first, second) in enumerate(zip(form.words, form.words[1:], strict=False), self.index):
            if first.is_adjective and second.is_noun:
                adjectives, nouns = first.matching(self.readings(index)), second.matching(self.readings(index + 1))
                if adjectives and nouns and not any(agree(one, two) for one in adjectives for two in nouns):
                    return False
        return True

    def _is_quoted(self, form: Form) -> bool:
        start, end = self.words[self.index].start, self.words[self.index + len(form.words) - 1].end
        before, after = self.text[max(0, start - 1) : start], self.text[end : end + 1]
        return before in tuple(OPENING_QUOTES) and after in tuple(CLOSING_QUOTES)


def _is_abbreviated(word: str, form_word: FormWord) -> bool:
    """Tell whether a word is the abbreviation as written, or with a small case ending («в МИДе»); other words always are."""
    ending = word.removeprefix(form_word.capitals)
    return word.startswith(form_word.capitals) and (not form_word.capitals or not ending or ending.islower())
