"""How bad it is that a link leads elsewhere: a warning, info where a translator may have chosen another address rightly.

On published manuals a link that was lost was a fault 82 times of 83; one to another page of the site every other time one, and else the
source's own slip put right. An address on another host was a newer one in three places of four, if it was not one of the reader's
country, and another anchor of the same page mostly the heading's own name in the translation.
"""

import posixpath
import re
from collections.abc import Collection, Sequence

from tlumach.blocks.links import is_external
from tlumach.checks.pairs.content.addresses.counterparts import is_slip
from tlumach.problems import Level

_SEPARATORS = re.compile(r"[-_ ]|%20")
_OF_A_COUNTRY = re.compile(
    r"//[^/]*\.(?!(?:io|me|tv|co|ai|to|gg|fm|sh|so|cc|ly)(?:[:/]|\Z))[a-z]{2}(?:[:/]|\Z)|[/.:_-](?:ru|uk|ua|by|kz|en|de|fr|es|pl)(?=[/.:_?-]|\Z)"
    r"|[^\x00-\x7f]|%D[01]",
    re.IGNORECASE,
)
"""A host in a country's domain, or an address with a code of a language or letters of one."""
_SHORTENERS = frozenset({"bit.ly", "goo.gl", "t.co", "tinyurl.com", "is.gd", "git.io", "aka.ms", "rpf.io", "youtu.be"})
"""Hosts whose addresses stand for others."""
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
    another check sees; a link to the page itself, where the source has one to a part of it, is a warning, and so is another page.
    """
    if address.startswith("[") or not address:
        return Level.INFO
    if not other or other in rest or other.startswith("["):
        return None
    if is_external(address) or is_external(other):
        return _level_outside(address, other)
    if _page(address) == _page(other) and "#" in address + other:
        return Level.INFO if "#" in other else Level.WARNING
    is_same = _is_same_file(_page(address), _page(other)) or (address[0] == "#" and other.endswith(address))
    return Level.INFO if is_same else Level.WARNING


def _level_outside(address: str, other: str) -> Level:
    """Return the level where one of two addresses leads out of the site: a page of another name for an address was hardly ever meant."""
    if "#" in (address[0], other[0]):
        return Level.INFO
    if is_external(address) != is_external(other):
        names = sorted((_name(_page(address)), _name(_page(other))), key=len)
        return Level.INFO if names[0] in names[1] else Level.WARNING
    if _is_slip(address, other):
        return Level.WARNING
    return Level.INFO if _host(address) == _host(other) or _is_meant(address, other) else Level.WARNING


def _is_meant(address: str, other: str) -> bool:
    """Tell whether an address on another host is likely one for the reader: of a country, or of a page that has moved or is kept."""
    name = _name(_page(address))
    return (
        any(map(_OF_A_COUNTRY.search, (address, other)))
        or _host(address) in _SHORTENERS
        or (len(name) >= _SHORTEST and name in _name(_page(other)))
        or _host(address) in other
    )


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
