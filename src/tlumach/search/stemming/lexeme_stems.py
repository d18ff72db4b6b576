"""The stems under which the forms of dictionary words are filed: worked out once for each dictionary word, not for each of its forms."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from tlumach.languages.endings import endings, fold, stems
from tlumach.languages.own_language import remembered

_REMEMBERED = 4096


class _Filed(NamedTuple):
    """The folded forms of a dictionary word, the stems of most, and those forms that begin as a late one may."""

    forms: frozenset[str]
    stems: frozenset[str]
    doubtful: tuple[str, ...]


def stems_of_lexemes(lexemes: Iterable[frozenset[str]], language: str) -> set[str]:
    """Return the stems of all forms of dictionary words, but of late forms (`late_prefix`) beside which the others stand."""
    filed, prefix = _filer(language), endings(language).late_prefix
    parts = [filed(each) for each in lexemes]
    found = set().union(*(part.stems for part in parts))
    if any(part.doubtful for part in parts):
        forms = frozenset().union(*(part.forms for part in parts))
        doubtful = {form for part in parts for form in part.doubtful}
        found |= stems((form for form in doubtful if form.removeprefix(prefix) not in forms), language)
    return found


@remembered
def _filer(language: str) -> Callable[[frozenset[str]], _Filed]:
    return lru_cache(_REMEMBERED)(lambda lexeme: _filed(lexeme, language))


def _filed(lexeme: frozenset[str], language: str) -> _Filed:
    prefix = endings(language).late_prefix
    forms = frozenset(map(fold, lexeme))
    doubtful = tuple(sorted(form for form in forms if prefix and form.startswith(prefix)))
    return _Filed(forms, frozenset(stems(forms.difference(doubtful), language)), doubtful)
