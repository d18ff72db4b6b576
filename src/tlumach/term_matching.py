"""The uses of terms in running text, in whatever case or number they stand.

A word of a text is a word of a form when one of its readings has the same lemma; the words of a form must follow each
other. The longest form wins, the leftmost first.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tlumach.running_text import running_text
from tlumach.term_context import agree, possible
from tlumach.term_forms import CLOSING_QUOTES, OPENING_QUOTES, Form, FormWord, gap_key, read_form
from tlumach.words import HYPHENS, Lemmatizer, Reading, Word, words

_IDIOMS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "coat of arms", "coats of arms", "open arms", "up in arms", "arm in arm", "arms and legs", "arms around",
        "arms round", "arms folded", "arms crossed", "arms outstretched", "arms raised", "arms aloft", "arms akimbo",
        "brothers in arms", "comrades in arms",
        *(f"{verb} {whose} arms" for verb in ("in", "into", "folded", "crossed", "raised", "waved", "opened", "spread",
          "stretched", "from", "outstretched") for whose in ("his", "her", "their", "my", "your", "our")),
    ),
}  # fmt: skip
"""Phrases in which a word is no term: “arms” are limbs there, or a crest."""
_SENTENCE_END = re.compile(r"[.!?…:;–—()«»„“”\"]|\n[ \t]*\n")
_NOT_AFTER = re.compile(r"(?:[@#\\/]|\w\.|\w_)$")
_NOT_BEFORE = re.compile(r"\.\w|@|_\w")
_INFLECTED_NAME = re.compile(r"[^\W\d_]*\Z")


@dataclass(frozen=True)
class Use:
    """A use of a term: its surface form, from the offset ``start`` to ``end`` in the text."""

    term: str
    start: int
    end: int
    surface: str


class Matcher:
    """Finds the terms of one language. Make one for each language and use it for all texts."""

    def __init__(
        self,
        forms: Mapping[str, Sequence[str]],
        language: str,
        lemmatizer: Lemmatizer,
        verbs: bool = False,
    ) -> None:
        """Make a matcher of terms, each with its forms: the term itself, its short form, other forms.

        A form in quotation marks is found in quotation marks only; one with a capital first letter only with it (unless
        it is longer than two words); an abbreviation only as it is written. ``verbs``: an English form may be a verb
        too, which is right for forms to avoid (“utilise” is found in “utilised”).
        """
        self.language = language
        self._lemmatizer = lemmatizer
        self._forms = list(self._read_forms(forms, verbs))
        self._by_spelling: dict[str, list[Form]] = {}
        self._by_lemma: dict[str, list[Form]] = {}
        for form in self._forms:
            first = form.words[0]
            for spelling in first.spellings:
                self._by_spelling.setdefault(spelling, []).append(form)
            for lemma in {lemma for lemma, _ in first.keys}:
                self._by_lemma.setdefault(lemma, []).append(form)
        self._beginning_with: dict[str, tuple[Form, ...]] = {}

    def find(self, text: str) -> list[Use]:
        """Return the uses of terms in plain text, in order; none overlaps another."""
        return list(self._find(text, None))

    def find_in_block(self, block_text: str) -> list[Use]:
        """Return the uses in the running text of a block of Markdown, with offsets in the block as written.

        Code, links, images, headings, footnote marks, attribute lists and HTML are not looked into.
        """
        return [
            Use(use.term, use.start, use.end, block_text[use.start : use.end]) for use in self.find(running_text(block_text))
        ]

    def finds(self, term: str, text: str) -> bool:
        """Tell whether the text has a use of the term, be it within a longer form of another term."""
        return any(use.term == term for use in self._find(text, term))

    def _read_forms(self, forms: Mapping[str, Sequence[str]], verbs: bool) -> Iterator[Form]:
        position = 0
        texts = [(term, text) for term, listed in forms.items() for text in listed]
        singles = {text.strip() for _, text in texts}
        idioms = [("", idiom) for idiom in _IDIOMS.get(self.language, ()) if singles & set(idiom.split())]
        for position, (term, text) in enumerate(texts + idioms):
            form = read_form(term, text, self.language, self._lemmatizer, verbs)
            if form:
                yield Form(form.term, form.words, form.is_name, form.is_quoted, position)

    def _find(self, text: str, only: str | None) -> Iterator[Use]:
        found = words(text, self.language)
        done = 0
        for index, word in enumerate(found):
            forms = self._beginning_with.get(word.text)
            if forms is None:
                forms = self._beginning_with[word.text] = self._starting(word.text)
            if forms and index >= done:
                place = _Place(text, found, index, self.language, self._lemmatizer)
                best = _longest(place, (form for form in forms if only is None or form.term in (only, "")))
                if best:
                    done = index + len(best.words)
                    if best.term:
                        start, end = word.start, found[done - 1].end
                        yield Use(best.term, start, end, text[start:end])

    def _starting(self, word: str) -> tuple[Form, ...]:
        """Return the forms of which a word may be the first, the longest first."""
        lower = word.lower()
        forms = {form.position: form for form in self._by_spelling.get(lower, ())}
        for lemma in self._lemmatizer.lemmas(lower, self.language):
            forms |= {form.position: form for form in self._by_lemma.get(lemma, ())}
        return tuple(sorted(forms.values(), key=lambda form: (-len(form.words), form.position)))


def _longest(place: "_Place", forms: Iterable[Form]) -> Form | None:
    return next((form for form in forms if place.holds(form)), None)


@dataclass(frozen=True)
class _Place:
    """A place in a text at which a form may begin: the word with this index."""

    text: str
    words: list[Word]
    index: int
    language: str
    lemmatizer: Lemmatizer

    def holds(self, form: Form) -> bool:
        """Whether the form stands here."""
        return (
            self.index + len(form.words) <= len(self.words)
            and self._has_right_capitals(form)
            and self._follows(form)
            and self._agrees(form)
            and self._is_whole(form)
            and (not form.is_quoted or self._is_quoted(form))
            and (len(form.words) > 1 or self._is_meant(form.words[0]))
            and not self._is_part_of_name(form)
        )

    def _word(self, offset: int) -> str:
        return self.words[self.index + offset].text

    def _readings(self, index: int) -> tuple[Reading, ...]:
        return self.lemmatizer.readings(self.words[index].text, self.language)

    def _has_right_capitals(self, form: Form) -> bool:
        if form.is_name and not self._word(0)[0].isupper():
            return False
        return all(_is_as_capital(self._word(at), each) for at, each in enumerate(form.words) if each.capitals)

    def _follows(self, form: Form) -> bool:
        for at, each in enumerate(form.words):
            if not self._matches(at, each):
                return False
            if at and gap_key(self._between(self.index + at)) != each.gap:
                return False
        return True

    def _matches(self, offset: int, form_word: FormWord) -> bool:
        return self._word(offset).lower() in form_word.spellings or bool(
            form_word.matching(self._readings(self.index + offset))
        )

    def _agrees(self, form: Form) -> bool:
        """Whether an adjective and the noun after it can be in the same case: «международные правые» is no right."""
        for at, (first, second) in enumerate(zip(form.words, form.words[1:], strict=False)):
            if first.is_adjective and second.is_noun:
                adjectives = first.matching(self._readings(self.index + at))
                nouns = second.matching(self._readings(self.index + at + 1))
                if adjectives and nouns and not any(agree(one, two) for one in adjectives for two in nouns):
                    return False
        return True

    def _is_whole(self, form: Form) -> bool:
        """Whether the form is no part of a longer word, an address or a compound: «вице-премьер», «Китай-город»."""
        start, end = self.words[self.index].start, self._last(form).end
        if _NOT_AFTER.search(self.text[max(0, start - 2) : start]) and not self._follows_slash(start):
            return False
        if _NOT_BEFORE.match(self.text, end):
            return False
        return self._may_follow_hyphen(form, start) and self._may_precede_hyphen(form, end)

    def _follows_slash(self, start: int) -> bool:
        """«СНГ/ОДКБ»: a slash parts two words; elsewhere it is part of an address."""
        return self.text[start - 1] == "/" and start > 1 and self.text[start - 2].isalpha()

    def _may_follow_hyphen(self, form: Form, start: int) -> bool:
        if not (start > 1 and self.text[start - 1] in HYPHENS and self.text[start - 2].isalnum()):
            return True
        return form.is_abbreviation and self.words[self.index - 1].text[0].isupper()

    def _may_precede_hyphen(self, form: Form, end: int) -> bool:
        if not (self.text[end : end + 1] in HYPHENS and self.text[end + 1 : end + 2].isalnum()):
            return True
        return form.is_abbreviation or (self.language == "en" and form.is_name)  # “Turkey-based”

    def _is_quoted(self, form: Form) -> bool:
        start, end = self.words[self.index].start, self._last(form).end
        return start > 0 and self.text[start - 1] in OPENING_QUOTES and self.text[end : end + 1] in tuple(CLOSING_QUOTES)

    def _is_meant(self, form_word: FormWord) -> bool:
        """Whether a word with other readings too is the term here, as far as its neighbours say."""
        readings = self._readings(self.index)
        matching = form_word.matching(readings)
        if not matching or len(matching) == len(readings):
            return True
        left = possible(readings, self._before(), self._after(), self.language)
        return bool(form_word.matching(left))

    def _before(self) -> list[tuple[str, tuple[Reading, ...]]]:
        """Return the words before this one in its part of the sentence, four at most."""
        first = self.index
        while first > max(0, self.index - 4) and not _SENTENCE_END.search(self._between(first)):
            first -= 1
        return [(self.words[at].text.lower(), self._readings(at)) for at in range(first, self.index)]

    def _after(self) -> tuple[Reading, ...]:
        following = self.index + 1
        return self._readings(following) if following < len(self.words) and gap_key(self._between(following)) == " " else ()

    def _is_part_of_name(self, form: Form) -> bool:
        """Whether a common noun stands in the middle of a name, as capitals within a sentence say: “Small Arms Survey”."""
        if form.is_name or len(form.words) > 1 or form.is_abbreviation or not _is_title(self._word(0)):
            return False
        if self._begins_sentence(self.index) or gap_key(self._between(self.index)) != " ":
            return False
        if _is_title(self._word(-1)) and not self._begins_sentence(self.index - 1):
            return True
        following = self.words[self.index + 1].text if self.index + 1 < len(self.words) and self._after() else ""
        return self.language == "en" and _is_title(following) and following != "No"

    def _begins_sentence(self, index: int) -> bool:
        return index == 0 or bool(_SENTENCE_END.search(self._between(index)))

    def _between(self, index: int) -> str:
        """Return what stands between a word and the one before it."""
        return self.text[self.words[index - 1].end if index else 0 : self.words[index].start]

    def _last(self, form: Form) -> Word:
        return self.words[self.index + len(form.words) - 1]


def _is_as_capital(word: str, form_word: FormWord) -> bool:
    """Whether a word is an abbreviation as written, or with a small case ending: «в МИДе»."""
    ending = word.removeprefix(form_word.capitals)
    return word.startswith(form_word.capitals) and (not ending or ending.islower())


def _is_title(word: str) -> bool:
    return word[:1].isupper() and not word[1:].isupper()
