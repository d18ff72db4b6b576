"""A language of which a project says more than the package knows, and how that is remembered.

The codes of languages are texts everywhere. One of which the project has a file is a text too, equal to its code, so that all that
is kept by language finds it; and it carries what the file says, so that nothing stands in globals and two projects, or one before and after
an edit, never meet in a cache.
"""

import hashlib
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache, wraps
from typing import Any, TypeVar

NOT_CHECKED = frozenset({"messages", "locale"})
"""Keys of a file that say nothing of how texts are read, searched and checked."""
Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, eq=False)
class OwnData:
    """What a project's file says of a language, by its keys; ``kept`` is what was worked out of it, and is forgotten with it."""

    said: Mapping[str, Any]
    kept: dict[Hashable, Any] = field(default_factory=dict, repr=False)


class OwnLanguage(str):
    """The code of a language (BCP 47), with what the project says of it."""

    __slots__ = ("own",)
    own: OwnData

    def __new__(cls, code: str, own: OwnData) -> "OwnLanguage":
        """Make the code of a language carry what is said of it."""
        made = super().__new__(cls, code)
        made.own = own
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        """Take along what is said, not what was worked out of it."""
        return OwnLanguage, (str(self), OwnData(self.own.said))


def said_of(language: str) -> Mapping[str, Any]:
    """Return what the project says of a language, by the keys of its file; nothing of most."""
    return language.own.said if isinstance(language, OwnLanguage) else {}


def remembered(function: Function) -> Function:
    """Remember what a function returns, whose last argument is a language: with the language, if the project says more of it."""
    shared = cache(function)

    @wraps(function)
    def found(*arguments: Hashable) -> Any:
        language = arguments[-1]
        if not isinstance(language, OwnLanguage):
            return shared(*arguments)
        kept, key = language.own.kept, (found, *arguments)
        if key not in kept:
            kept[key] = function(*arguments)
        return kept[key]

    return found  # type: ignore[return-value]


def told_of(language: str, without: Collection[str] = ()) -> str:
    """Return what tells what a project says of a language from anything else that it may say: a digest; empty where it says nothing.

    ``without`` are keys of the file that do not count.
    """
    return _told(frozenset(without), language)


@remembered
def _told(without: frozenset[str], language: str) -> str:
    said = sorted((key, value) for key, value in said_of(language).items() if key not in without)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16] if said else ""
