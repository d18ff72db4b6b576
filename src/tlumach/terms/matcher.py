"""The uses of terms in running text, in whatever case or number they stand.

A word of a text is a word of a form when one of its readings has the same lemma; the words of a form must follow each
other. The leftmost form wins, and of those that begin together the longest.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tlumach.blocks.running_text import running_text
from tlumach.languages.lemmas import BEGINNING, DICTIONARIES, Lemmatizer, spellings, words
from tlumach.languages.normal_form import normal_form
from tlumach.terms.disambiguation import IDIOMS
from tlumach.terms.form_reading import read_form
from tlumach.terms.forms import Form, comparable
from tlumach.terms.places import TermPlace


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
        to_avoid: bool = False,
    ) -> None:
        """Make a matcher of terms, each with its forms: the term itself, its short form, other forms.

        A form in quotation marks is found in quotation marks only (they are no part of the use); one of up to two words
        with a capital first letter only with it; an abbreviation only as it is written. ``to_avoid``: the forms are
        renderings to avoid; in English they may be verbs too (“utilise” is found in “utilised”), and a plural is not
        found in the singular (“tenges” is wrong, “tenge” is not).
        """
        self.language = language
        self._lemmatizer = lemmatizer
        self._forms = _read_forms(forms, language, lemmatizer, to_avoid)
        self._by_spelling: dict[str, list[Form]] = {}
        self._by_lemma: dict[str, list[Form]] = {}
        for form in self._forms:
            for spelling in form.words[0].spellings | form.words[0].endings:
                self._by_spelling.setdefault(spelling, []).append(form)
            for lemma in {lemma for lemma, _ in form.words[0].keys}:
                self._by_lemma.setdefault(lemma, []).append(form)
        first_words = [*self._by_spelling, *self._by_lemma]
        self._beginnings = frozenset().union(*(lemmatizer.beginnings(word, language) for word in first_words))
        self._pairs: dict[tuple[str, str], tuple[Form, ...]] = {}
        self._beginning_with: dict[str, tuple[Form, ...]] = {}

    def find(self, text: str) -> list[Use]:
        """Return the uses of terms in plain text, in order; none overlaps another."""
        return list(self._uses(text))

    def find_in_block(self, block_text: str) -> list[Use]:
        """Return the uses in the running text of a block of Markdown, with offsets in the block as written.

        Code, links, images, headings, footnote marks, attribute lists and HTML are not looked into.
        """
        return self.find(running_text(block_text))

    def finds(self, term: str, text: str) -> bool:
        """Tell whether a text as the reader sees it has a use of the term, be it within another term's longer form."""
        return any(self._uses(text, term))

    def _uses(self, text: str, term: str | None = None) -> Iterator[Use]:
        """Yield the uses that are found in the text's normal form, where they stand in the text as given."""
        form = normal_form(text)
        for use in self._find(comparable(form.text), term):
            start, end = form.span(use.start, use.end)
            yield Use(use.term, start, end, text[start:end])

    def _find(self, text: str, term: str | None = None) -> Iterator[Use]:
        candidates = self._candidates(text)
        found = words(text, self.language) if candidates else []
        done = 0
        for index, forms in candidates:
            if index < done:
                continue
            place = TermPlace(text, found, index, self.language, self._lemmatizer)
            best = next((form for form in forms if term in (None, form.term or term) and place.holds(form)), None)
            if best:
                done = index + len(best.words)
                if best.term:
                    start, end = found[index].start, found[done - 1].end
                    yield Use(best.term, start, end, text[start:end])

    def _candidates(self, text: str) -> list[tuple[int, tuple[Form, ...]]]:
        """Return the words, by index, with which a form may begin as far as they and the next word tell, and those forms."""
        neighbours = pairwise([*spellings(text, self.language), ""])
        return [
            (index, forms)
            for index, (word, following) in enumerate(neighbours)
            if self._starting(word) and (forms := self._going_on(word, following))
        ]

    def _starting(self, word: str) -> tuple[Form, ...]:
        """Return the forms of which a word may be the first, the longest first."""
        forms = self._beginning_with.get(word)
        if forms is None:
            forms = self._beginning_with[word] = tuple(sorted(self._read_starting(word.lower()), key=_longest_first))
        return forms

    def _going_on(self, word: str, following: str) -> tuple[Form, ...]:
        """Return those of them whose second word, if they have one, may be the following word: most are told apart by it."""
        forms = self._pairs.get((word, following))
        if forms is None:
            readings = self._lemmatizer.readings(following, self.language)
            forms = self._pairs[word, following] = tuple(
                form
                for form in self._starting(word)
                if len(form.words) == 1 or form.words[1].is_spelled(following) or form.words[1].matching(readings)
            )
        return forms

    def _read_starting(self, word: str) -> set[Form]:
        if self.language in DICTIONARIES and word[:BEGINNING] not in self._beginnings:
            return set()
        forms = set(self._by_spelling.get(word, ()))
        for lemma in self._lemmatizer.lemmas(word, self.language):
            forms.update(self._by_lemma.get(lemma, ()))
        return forms


def _read_forms(
    forms: Mapping[str, Sequence[str]], language: str, lemmatizer: Lemmatizer, to_avoid: bool
) -> list[Form]:
    """Read all forms, and after them the idioms with their words, which belong to the term without a name."""
    texts = [(term, text) for term, listed in forms.items() for text in listed]
    spelled = {comparable(text.strip()).lower() for _, text in texts}
    texts += [("", idiom) for word, listed in IDIOMS.get(language, {}).items() if word in spelled for idiom in listed]
    read = [read_form(term, text, language, lemmatizer, to_avoid) for term, text in texts]
    with_first_name = {form.term for form in read if form and len(form.words) > 1}
    last_names = {
        (form.term, form.words[-1].spellings) for form in read if form and form.is_name and len(form.words) > 1
    }
    return [
        replace(
            _without_plural(form, spelled_as) if (form.term, form.words[-1].spellings) in last_names else form,
            position=position,
            is_surname=form.is_surname and form.term in with_first_name,
        )
        for position, (form, spelled_as) in enumerate(zip(read, (text for _, text in texts), strict=True))
        if form
    ]


def _without_plural(form: Form, text: str) -> Form:
    """Return the short form of a name of two words, as “Johnson” is of “Boris Johnson”, in the singular alone."""
    if len(form.words) > 1 or form.words[0].keys or form.is_abbreviation:
        return form
    return replace(form, words=(replace(form.words[0], spellings=frozenset({comparable(text.strip()).lower()})),))


def _longest_first(form: Form) -> tuple[int, int]:
    return -len(form.words), form.position
