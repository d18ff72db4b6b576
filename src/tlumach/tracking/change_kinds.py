"""What kind of change a source has seen since it was translated: a number, a negation, a term or a name weighs more than a comma."""

import re
from collections import Counter
from collections.abc import Collection
from fnmatch import fnmatchcase
from functools import cached_property, lru_cache

from tlumach.alignment.passages import ChangeKind, Shown
from tlumach.languages.cldr.number_words import own_rows, word_rows
from tlumach.languages.lemmas import normal, stem_of
from tlumach.languages.own_language import remembered
from tlumach.languages.profiles import profile
from tlumach.languages.proper_names import is_proper_name
from tlumach.library import Library
from tlumach.library.pages import Page
from tlumach.problems.patterns import file_of
from tlumach.records import Entry
from tlumach.terms.glossary import terms_in
from tlumach.tracking.source_edits import is_typographic, tokens

Stems = frozenset[str]
_NUMERALS = frozenset({"card", "two", "hundred", "ord", "mag", "half", "twice", "month"})
"""The kinds of number words (`languages/data/ru.yml` says what they mean) that say how many or when."""
_STEM = 5
"""Letters that stand for a stem in a language without a stemmer."""
_ENDINGS = "аеёиоуыэюяіїєьйaeiouy"
_LITTLE = 3
"""Letters at most, in most words that say nothing of the subject."""
_MARKUP = ("](", "[^", "`", "<")
_QUANTITY = re.compile(r"\d|[%‰$€£¥₴₽№°]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_OPENS = re.compile(
    r"(?:^|[.!?…:][\"'»”’)\]*_]*\s+|\n[ \t]*(?:[-*+>|#]+|\d+[.)])[ \t]*|^[ \t]*(?:[-*+>|#]+|\d+[.)])[ \t]*)[\"'«„“‘(\[*_]*$"
)
_CAPITALS_SAY_NOTHING = frozenset({"de"})
"""Languages in which every noun has a capital."""


class ChangeKinds:
    """Tells what kinds of change the sources of a library have seen, and what is shown of them."""

    def __init__(self, library: Library) -> None:
        """Take a library; its glossary is read when a change is first looked at."""
        self._language, self._library = library.settings.source, library
        self.of = lru_cache(maxsize=None)(self._of)

    @cached_property
    def known(self) -> str:
        """What tells of all that ``shown`` looks at beside a page, its source and its record; empty where there is nothing."""
        is_asked = self._library.settings.passages.are_by_kind
        return repr(sorted(sorted(form) for form in self._forms)) if is_asked else ""

    def shown(self, page: Page, entry: Entry | None, now: str | None) -> Shown:
        """Return what a page shows of a passage whose source is now that text (None: gone) and was what its record has."""
        settings = self._library.settings
        if not settings.passages.rules:
            return Shown.MARK
        kinds = {ChangeKind.WORDING} if not settings.passages.are_by_kind else self.kinds(entry, now)
        return settings.passages.shown(file_of(page.file, settings.languages), kinds)

    def kinds(self, entry: Entry | None, now: str | None) -> Collection[ChangeKind]:
        """Return what kinds of change there are: the source is now that text (None: gone) and was what the record has (None: nothing)."""
        if now is None:
            return {ChangeKind.REMOVED}
        return self.of(entry.source, now) if entry else {ChangeKind.ADDED}

    def _of(self, then: str, now: str) -> frozenset[ChangeKind]:
        """Return what kinds of change made of one text the other; of a change there is at least one."""
        if is_typographic(then, now, self._language):
            return frozenset({ChangeKind.TYPOGRAPHY})
        changed = _changed(then, now)
        checks = {
            ChangeKind.NUMBER: any(_is_quantity(token, self._language) for token in changed),
            ChangeKind.NEGATION: any(_denies(token, self._language) for token in changed),
            ChangeKind.TERM: self._is_of_term(changed, then, now),
            ChangeKind.NAME: bool((_names(then, self._language) ^ _names(now, self._language)) & set(changed)),
        }
        return frozenset(kind for kind, is_so in checks.items() if is_so) or frozenset({ChangeKind.WORDING})

    def _is_of_term(self, changed: Collection[str], then: str, now: str) -> bool:
        """Whether a word that changed belongs to a form of a term of which all words stand in one of the texts."""
        stems = [_stems(text, self._language) for text in (then, now)]
        own = _stems(" ".join(changed), self._language)
        return any(form & own and any(form <= side for side in stems) for form in self._forms)

    @cached_property
    def _forms(self) -> frozenset[Stems]:
        terms = terms_in(self._library, self._language)
        forms = (form for term in terms for form in (term.term, term.short, *term.forms))
        return frozenset(stems for form in forms if (stems := _stems(form, self._language)))


def _changed(then: str, now: str) -> list[str]:
    """Return the tokens that came or went, but for marks of links, notes, code and HTML."""
    old, new = Counter(tokens(then)), Counter(tokens(now))
    return [token for token in [*(old - new), *(new - old)] if not token.startswith(_MARKUP)]


def _stems(text: str, language: str) -> Stems:
    """Return the stems of a text's words; of those of some length, where there are any."""
    found = [match[0] for match in _WORD.finditer(normal(text))]
    telling = [word for word in found if len(word) > _LITTLE or word.isupper()] or found
    return frozenset(stem_of(word, language) or _beginning(word) for word in telling)


def _beginning(word: str) -> str:
    """Return what stands for the stem of a word in a language without a stemmer: its beginning, without a vowel at the end."""
    return word.lower()[:_STEM].rstrip(_ENDINGS) or word.lower()


def _is_quantity(token: str, language: str) -> bool:
    """Whether a token is a figure, a sign of a quantity, a number in one word, or a month."""
    return bool(_QUANTITY.search(token) or _number_words(language).fullmatch(token.lower()))


@remembered
def _number_words(language: str) -> re.Pattern[str]:
    numbers = profile(language).numbers
    rows = [
        *(row.split(maxsplit=2) for row in numbers.get("words", "").splitlines() if row.strip()),
        *word_rows(language),
        *own_rows(language),
    ]
    forms = [forms for kind, _, forms in rows if kind in _NUMERALS]
    for sign, endings in numbers.get("endings", {}).items():
        forms = [form.replace(sign, endings) for form in forms]
    return re.compile("|".join(forms) if forms else r"(?!)")


def _denies(token: str, language: str) -> bool:
    word = token.lower()
    return any(fnmatchcase(word, negation) for negation in profile(language).negations)


def _names(text: str, language: str) -> frozenset[str]:
    """Return the words of a text that are names: with a capital where nothing else asks for one, all capitals, or known as such."""
    plain = normal(text)
    is_heading = plain.startswith("#")
    return frozenset(match[0] for match in _WORD.finditer(plain) if _is_name(match, plain, language, is_heading))


def _is_name(match: re.Match[str], text: str, language: str, is_heading: bool) -> bool:
    word = match[0]
    if not word[0].isupper():
        return False
    if is_proper_name(word, language) or (len(word) > 1 and word.isupper()):
        return True
    if language in _CAPITALS_SAY_NOTHING or is_heading:
        return False
    return not _OPENS.search(text[: match.start()])
