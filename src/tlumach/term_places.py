"""A place in a text at which a form of a term may stand: whether it does.

All that is asked of the words and of what stands between and around them is here, a question to a function.
"""

import re
from dataclasses import dataclass

from tlumach.running_text import HIDDEN
from tlumach.term_context import agree, possible
from tlumach.term_forms import CLOSING_QUOTES, OPENING_QUOTES, Form, FormWord, gap_key
from tlumach.words import HYPHENS, Lemmatizer, Reading, Word

_SENTENCE_END = re.compile(r"[.!?…:;–—()«»„“”\"\0]|\n[ \t]*\n")
_CLAUSE_END = re.compile(r"[.!?…:;–—«»„“”\"\0]|\n[ \t]*\n")  # in brackets the clause goes on: «в столице (Киеве)»
_NOT_AFTER = re.compile(r"(?:[@#\\/]|[a-z0-9]\.|\w_)$")
_NOT_BEFORE = re.compile(r"\.[a-z]|@|_\w")


@dataclass(frozen=True)
class Place:
    """The word with an index among the words of a text."""

    text: str
    words: list[Word]
    index: int
    language: str
    lemmatizer: Lemmatizer

    def holds(self, form: Form) -> bool:
        """Tell whether the form begins with this word."""
        return (
            self.index + len(form.words) <= len(self.words)
            and self._has_right_capitals(form)
            and self._follows(form)
            and self._is_whole(form)
            and self._agrees(form)
            and (not form.is_quoted or self._is_quoted(form))
            and (len(form.words) > 1 or self._is_meant(form))
        )

    def _has_right_capitals(self, form: Form) -> bool:
        if form.is_name and not self.words[self.index].text[0].isupper():
            return False
        return all(_is_abbreviated(self.words[self.index + at].text, each) for at, each in enumerate(form.words))

    def _follows(self, form: Form) -> bool:
        for index, each in enumerate(form.words, self.index):
            if index > self.index and gap_key(self._between(index)) != each.gap:
                return False
            if not each.is_spelled(self.words[index].text) and not each.matching(self._readings(index)):
                return False
        return True

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
        return form.is_abbreviation and first_part[0].isupper() and not self._begins_sentence(self.index - 1)

    def _may_precede_hyphen(self, form: Form, end: int) -> bool:
        if not (self.text[end : end + 1] in tuple(HYPHENS) and self.text[end + 1 : end + 2].isalnum()):
            return True
        return form.is_abbreviation or (self.language == "en" and form.is_name)  # “Turkey-based”

    def _agrees(self, form: Form) -> bool:
        """Tell whether each adjective can be in one case with its noun: «міжнародні праві» are no «міжнародне право»."""
        for index, (first, second) in enumerate(zip(form.words, form.words[1:], strict=False), self.index):
            if first.is_adjective and second.is_noun:
                adjectives, nouns = first.matching(self._readings(index)), second.matching(self._readings(index + 1))
                if adjectives and nouns and not any(agree(one, two) for one in adjectives for two in nouns):
                    return False
        return True

    def _is_quoted(self, form: Form) -> bool:
        start, end = self.words[self.index].start, self.words[self.index + len(form.words) - 1].end
        before, after = self.text[max(0, start - 1) : start], self.text[end : end + 1]
        return before in tuple(OPENING_QUOTES) and after in tuple(CLOSING_QUOTES)

    def _is_meant(self, form: Form) -> bool:
        """Tell whether a word that may be another word too is the term here, as far as its neighbours say."""
        if form.is_surname and self._is_namesake(form.words[0]):
            return False
        return (
            self._can_be(form.words[0]) and not self._is_part_of_name(form) and not self._is_common_word(form.words[0])
        )

    def _is_namesake(self, surname: FormWord) -> bool:
        """Tell whether another first name stands before a surname: were it the right one, the full name would be found."""
        if not self._is_after_word():
            return False
        first_names = self._readings(self.index - 1)
        if not self.words[self.index - 1].text[0].isupper() or not all(each.is_first_name for each in first_names):
            return False
        cases = {each.case for each in surname.matching(self._readings(self.index))}
        return not cases or any(each.case in cases for each in first_names)

    def _can_be(self, form_word: FormWord) -> bool:
        readings = self._readings(self.index)
        matching = form_word.matching(readings)
        others = tuple(each for each in readings if (each.lemma, each.kind) not in form_word.keys)
        if not matching or not others or not any(each.is_known for each in readings):
            return True  # all that is known of a word that no dictionary has is a guess
        before = self._before()
        return before is None or bool(
            form_word.matching(possible(matching + others, before, self._after(), self.language))
        )

    def _is_common_word(self, name: FormWord) -> bool:
        """Tell whether only its capital, which it has from the sentence, makes a word a name: «Маску надели»."""
        if self.words[self.index].text.lower() not in name.endings or not self._begins_sentence(self.index):
            return False
        readings = self._readings(self.index)
        return not name.matching(readings) and any(each.is_known and not each.is_surname for each in readings)

    def _is_part_of_name(self, form: Form) -> bool:
        """Tell whether a common noun stands in the middle of a name, as its capital and its neighbour's say: “Small Arms Survey”."""
        if form.is_name or form.is_abbreviation or not _is_title(self.words[self.index].text):
            return False
        if self._begins_sentence(self.index) or not self._is_after_word():
            return False
        if _is_title(self.words[self.index - 1].text) and not self._begins_sentence(self.index - 1):
            return True
        following = self.words[self.index + 1].text if self._after() else ""
        return self.language == "en" and _is_title(following) and following != "No"

    def _before(self) -> list[tuple[str, tuple[Reading, ...]]] | None:
        """Return the words before this one in its part of the sentence, four at most; None where they are hidden."""
        first = self.index
        while first > max(0, self.index - 4) and not _CLAUSE_END.search(self._between(first)):
            first -= 1
        if HIDDEN in self._between(first):
            return None
        return [(self.words[at].text.lower(), self._readings(at)) for at in range(first, self.index)]

    def _after(self) -> tuple[Reading, ...]:
        following = self.index + 1
        return (
            self._readings(following)
            if following < len(self.words) and gap_key(self._between(following)) == " "
            else ()
        )

    def _is_after_word(self) -> bool:
        return self.index > 0 and gap_key(self._between(self.index)) == " "

    def _begins_sentence(self, index: int) -> bool:
        return index == 0 or bool(_SENTENCE_END.search(self._between(index)))

    def _between(self, index: int) -> str:
        """Return what stands between a word and the one before it."""
        return self.text[self.words[index - 1].end if index else 0 : self.words[index].start]

    def _readings(self, index: int) -> tuple[Reading, ...]:
        return self.lemmatizer.readings(self.words[index].text, self.language)


def _is_abbreviated(word: str, form_word: FormWord) -> bool:
    """Tell whether a word is the abbreviation as written, or with a small case ending («в МИДе»); other words always are."""
    ending = word.removeprefix(form_word.capitals)
    return word.startswith(form_word.capitals) and (not form_word.capitals or not ending or ending.islower())


def _is_title(word: str) -> bool:
    return word[:1].isupper() and not word[1:].isupper()
