"""Addresses within a site that lead to one place: with the reader's language named or not, with the page itself named or not."""

import posixpath
import re
from functools import cache

from tlumach.blocks.links import is_external
from tlumach.checks.pairs.content.addresses.counterparts import codes_of

LANGUAGE = "<language>"
"""What stands for the folder of a language in an address."""
_ENDING = re.compile(r"(?:(?:^|/)index)?\.(?:html?|md)\Z|/\Z")
_COUNTRIES = frozenset({"us", "gb"})
"""Codes that name a language in addresses of other sites alone: `about-us.md` is no other `about.md`."""


def with_mark(address: str, languages: set[str]) -> str:
    """Return the path of an address with `<language>` for each folder of one of these languages."""
    return "/".join(LANGUAGE if part in languages else part for part in address.split("/"))


def without_language(address: str, language: str) -> str:
    """Return an address within a site without the one place that names a language: `/ru/x`, `x.ru.md`, `x.russian.md` are `/x`, `x.md`."""
    if is_external(address):
        return address
    path, mark, anchor = address.partition("#")
    return _named(language).sub("", path, count=1) + mark + anchor


@cache
def _named(language: str) -> re.Pattern[str]:
    codes = "|".join(sorted(codes_of(language) - _COUNTRIES, key=len, reverse=True))
    code = rf"(?:{LANGUAGE}|(?:{codes})(?:[-_][A-Za-z]{{2}})?)"
    return re.compile(rf"(?:(?<=/)|\A){code}(?:/|\Z)|[._-]{code}(?=\.\w+\Z|/|\Z)", re.IGNORECASE)


def without_own_page(address: str, page: str) -> str:
    """Return an anchor on the page that it stands on without the name of that page: on `guide/x.md`, `x.md#a` is `#a`.

    ``page`` is the path of the page below the folder of its language; empty where it is not known.
    """
    path, mark, anchor = address.partition("#")
    if not (page and path and mark) or is_external(address):
        return address
    whole = path.lstrip("/").removeprefix(f"{LANGUAGE}/") if path[0] == "/" else _beside(page, path)
    return f"#{anchor}" if _ENDING.sub("", whole) == _ENDING.sub("", page) else address


def _beside(page: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
