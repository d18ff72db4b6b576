"""The words of all terms of a site: the matchers of their forms and of their renderings to avoid, for each language."""

from collections.abc import Mapping
from typing import NamedTuple

from tlumach.languages.lemmas import Lemmatizer
from tlumach.library import Library
from tlumach.terms.glossary import Avoided, Term, terms_in
from tlumach.terms.matcher import Matcher, Use


class AvoidedUse(NamedTuple):
    """A rendering to avoid where it stands in a text, and the term that it is a rendering of."""

    term: Term
    avoided: Avoided
    use: Use


class TermWords:
    """Finds terms by their words. Nothing is read, and no dictionary loaded, before a language is asked for; make one and pass it on."""

    def __init__(self, library: Library) -> None:
        """Make the words of that library's terms."""
        self._library = library
        self._lemmatizer = Lemmatizer()
        self._terms: dict[str, Mapping[str, Term]] = {}
        self._matchers: dict[str, Matcher] = {}
        self._uses: dict[str, Mapping[str, str]] = {}
        self._to_avoid: dict[str, tuple[Matcher, list[tuple[Term, Avoided]]]] = {}

    def terms(self, language: str) -> Mapping[str, Term]:
        """Return the terms of a language by the path of their page, without their definitions, of which no word is looked for."""
        if language not in self._terms:
            terms = terms_in(self._library, language, with_definitions=False)
            self._terms[language] = {term.path: term for term in terms}
        return self._terms[language]

    def matcher(self, language: str) -> Matcher:
        """Return what finds the terms of a language, each by the path of its page."""
        if language not in self._matchers:
            forms = {path: approved_forms(term) for path, term in self.terms(language).items()}
            self._matchers[language] = Matcher(forms, language, self._lemmatizer)
        return self._matchers[language]

    def uses_in_source(self, text: str, language: str) -> Mapping[str, str]:
        """Return the terms that a text uses, each with its words there; a text is read once for all its translations."""
        if text not in self._uses:
            self._uses[text] = {use.term: use.surface for use in self.matcher(language).find(text)}
        return self._uses[text]

    def uses_to_avoid(self, text: str, language: str) -> list[AvoidedUse]:
        """Return the renderings to avoid in a text as the reader sees it.

        One within an approved form is none: where “alliance” is to be avoided, “North Atlantic Alliance” may be a term.
        """
        matcher, listed = self._avoided(language)
        found = matcher.find(text) if listed else []
        approved = self.matcher(language).find(text) if found else []
        return [
            AvoidedUse(*listed[int(use.term)], use)
            for use in found
            if not any(other.start <= use.start and use.end <= other.end for other in approved)
        ]

    def _avoided(self, language: str) -> tuple[Matcher, list[tuple[Term, Avoided]]]:
        if language not in self._to_avoid:
            listed = [(term, each) for term in self.terms(language).values() for each in term.avoid]
            forms = {str(at): [avoided.form] for at, (_, avoided) in enumerate(listed)}
            self._to_avoid[language] = Matcher(forms, language, self._lemmatizer, to_avoid=True), listed
        return self._to_avoid[language]


def approved_forms(term: Term) -> list[str]:
    """Return a term's approved renderings in its language: its name, its short form, its other forms."""
    return [form for form in (term.term, term.short, *term.forms) if form.strip()]
