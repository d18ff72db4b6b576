"""How bad it is that a link leads elsewhere: an error within a site, info where a translator may have chosen another address rightly.

On published manuals a link that was lost, or led to another page of the site, was a fault nine times in ten. An external address was
every other time a newer or a local one on purpose, and another anchor of the same page mostly the heading's own name in the translation.
"""

import posixpath
import re
from collections.abc import Collection, Sequence

from tlumach.blocks.links import is_external
from tlumach.checks.pairs.content.addresses.counterparts import is_slip
from tlumach.problems import Level

_SEPARATORS = re.compile(r"[-_ ]|%20")
_SHORTEST = 4
"""Letters at least of a name that tells a page."""
_CODE = 2
"""Letters of a country's domain."""
_ENDINGS = frozenset({"", ".md", ".html"})
"""What the address of a page ends with."""
_IN_ANY_FOLDER = re.compile(r"(?:/|\A)(?:index|readme)(?:\.\w+)?\Z", re.IGNORECASE)
"""The page that each folder has."""
_LANGUAGE = re.compile(r"/[a-z]{2}(?:-[A-Z]{2})?/")


def stands_for(address: str, others: Sequence[str]) -> str | None:
    """Return the link in the place of one that is gone: to the same page, the same host, or any; None where none is."""
    likeness = [(_page(address) == _page(each), _host(address) == _host(each), each) for each in others]
    return max(likeness, key=lambda each: each[:2])[2] if likeness else None


def level_of(address: str, other: str | None, rest: Collection[str]) -> Level | None:
    """Return the level of a link that leads elsewhere (None: nowhere); None for that of the rule, an error.

    A label that is defined nowhere is no link: as ``address`` it may be words in brackets, or stand in a file that is included.

    ``rest`` are the other links of the source: one of them, put twice, is a slip. That an anchor within the site is there,
    another check sees; a link to the page itself, where the source has one to a part of it, is a warning.
    """
    if address.startswith("[") or not address:
        return Level.INFO
    if not other or other in rest or other.startswith("["):
        return None
    if is_external(address) or is_external(other):
        return _level_outside(address, other)
    if _page(address) == _page(other) and "#" in address + other:
        return Level.INFO if "#" in other else Level.WARNING
    return Level.INFO if _is_same_file(_page(address), _page(other)) else None


def _level_outside(address: str, other: str) -> Level:
    """Return the level where one of two addresses leads out of the site: a page of another name for an address was hardly ever meant."""
    if is_external(address) and not is_external(other) and other[0] != "#":
        return Level.INFO if _name(_page(other)) in _name(_page(address)) else Level.WARNING
    return Level.WARNING if _is_slip(address, other) else Level.INFO


def _is_same_file(page: str, other: str) -> bool:
    """Tell whether two pages have one name, in other folders or with `_` for `-`: that a page is there, another check sees."""
    are_pages = posixpath.splitext(other)[1] in _ENDINGS | {posixpath.splitext(page)[1]}
    is_told = len(_name(page)) >= _SHORTEST or _folder(page) == _folder(other) != ""
    return are_pages and _name(page) == _name(other) and is_told and not _IN_ANY_FOLDER.search(page)


def _folder(page: str) -> str:
    return posixpath.basename(posixpath.dirname(page)).strip(".")


def _name(page: str) -> str:
    """Return the name of a page, in small letters without `-` and `_`: that of its folder, where it is the page of a folder."""
    path = _IN_ANY_FOLDER.sub("", page.partition("?")[0].rstrip("/"))
    return _SEPARATORS.sub("", posixpath.splitext(posixpath.basename(path))[0]).lower()


def is_same_page_in_full(address: str, other: str) -> bool:
    """Tell whether one is the path of a page and the other the whole address of a page with that path."""
    path, full = (address, other) if is_external(other) else (other, address)
    below = re.sub(r"\A(?:\.{0,2}/)+", "", path)
    return is_external(full) and not is_external(path) and "/" in below and full.endswith(f"/{below}")


def _is_slip(address: str, other: str) -> bool:
    """Tell whether an address is another but for a letter or two, or has other letters in the name of its host."""
    if address.isascii() and not _host(other).isascii():
        return True
    one, two = (_LANGUAGE.sub("/", each) for each in (address, other))
    return is_slip(one, two) and (
        _host(address) == _host(other) or not _are_of_two_countries(_host(address), _host(other))
    )


def _are_of_two_countries(host: str, other: str) -> bool:
    """Tell whether two hosts differ in the code of their country alone: example.de, example.ua."""
    (name, _, country), (other_name, _, other_country) = host.rpartition("."), other.rpartition(".")
    return name == other_name and len(country) == len(other_country) == _CODE


def _page(address: str) -> str:
    return address.partition("#")[0]


def _host(address: str) -> str:
    found = re.match(r"(?:[a-z]+:)?//([^/?#]+)", address)
    return found[1] if found else ""
