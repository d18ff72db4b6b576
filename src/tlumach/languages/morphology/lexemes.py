"""The forms of a dictionary word (a lexeme), put together from its paradigm once for all words of a text that are forms of it.

The library makes a parse with a tag for each form of each reading of each word; here the spellings alone count.
"""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

_REMEMBERED = 4096
"""Lexemes: words that follow one another by the alphabet are forms of the same few."""


class Lexemes:
    """Knows the forms of the lexemes of a language's dictionary."""

    def __init__(self, analyzer: Any, spelled: Callable[[str], str]) -> None:
        """Take pymorphy's analyzer; ``spelled`` returns the normal spelling of a text."""
        units: Any = import_module("pymorphy3.units")
        self._with_paradigm = units.DictionaryAnalyzer
        self._by_ending, self._by_prefix = (
            units.KnownSuffixAnalyzer,
            (units.KnownPrefixAnalyzer, units.UnknownPrefixAnalyzer),
        )
        self._dictionary, self._spelled = analyzer.dictionary, spelled
        self._affixes = cache(self._affixes_of)
        self._forms = lru_cache(_REMEMBERED)(self._forms_of)

    def forms(self, parse: Any) -> frozenset[str]:
        """Return the normal spellings of all forms of the lexeme of a parse; for the same lexeme it is mostly the same object."""
        first, *others = parse.methods_stack
        if not (isinstance(first[0], self._with_paradigm) and all(map(self._adds_no_forms, others))):
            return self._spellings(form.word for form in parse.lexeme)
        _, word, paradigm, place = first
        prefix = "".join(each[1] for each in reversed(others) if isinstance(each[0], self._by_prefix))
        return self._forms(
            paradigm, prefix, self._dictionary.build_stem(self._dictionary.paradigms[paradigm], place, word)
        )

    def is_of_dictionary(self, parse: Any) -> bool:
        """Tell whether the dictionary has the word of a parse as it stands, which need not be asked then."""
        (unit, *_), *others = parse.methods_stack
        return type(unit) is self._with_paradigm and not others

    def _adds_no_forms(self, method: tuple[Any, ...]) -> bool:
        """Tell whether what a parse was guessed by changes its forms by no more than a prefix."""
        return isinstance(method[0], (self._by_ending, *self._by_prefix))

    def _forms_of(self, paradigm: int, prefix: str, stem: str) -> frozenset[str]:
        return self._spellings(f"{prefix}{before}{stem}{after}" for before, after in self._affixes(paradigm))

    def _affixes_of(self, paradigm: int) -> tuple[tuple[str, str], ...]:
        """Return what stands before and after the stem in the forms of a paradigm, each pair once."""
        every = self._dictionary.build_paradigm_info(paradigm)
        return tuple(dict.fromkeys((before, after) for before, _, after in every))

    def _spellings(self, forms: Iterable[str]) -> frozenset[str]:
        return frozenset(self._spelled("\n".join(forms)).split("\n"))
