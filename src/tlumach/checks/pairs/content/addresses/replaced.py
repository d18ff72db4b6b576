"""How bad it is that a link leads elsewhere: an error within a site, info where a translator may have chosen another address rightly.

On published manuals a link that was lost, or led to another page of the site, was a fault nine times in ten. An external address was
every other time a newer or a local one on purpose, and another anchor of the same page mostly the heading's own name in the translation.
"""

import re
from collections.abc import Collection, Sequence

from tlumach.blocks.links import is_external
from tlumach.problems import Level

_SLIP = 2
"""Letters that a slip changes at most."""


def stands_for(address: str, others: Sequence[str]) -> str | None:
    """Return the link in the place of one that is gone: to the same page, the same host, or any; None where none is."""
    likeness = [(_page(address) == _page(each), _host(address) == _host(each), each) for each in others]
    return max(likeness, key=lambda each: each[:2])[2] if likeness else None


def level_of(address: str, other: str | None, rest: Collection[str]) -> Level | None:
    """Return the level of a link that leads elsewhere (None: nowhere); None for that of the rule, an error.

    ``rest`` are the other links of the source: one of them, put twice, is a slip. That an anchor within the site is there,
    another check sees.
    """
    if not other or other in rest:
        return None
    if is_external(address) or is_external(other):
        return Level.WARNING if _is_slip(address, other) else Level.INFO
    return Level.INFO if _page(address) == _page(other) and "#" in address and "#" in other else None


def is_same_page_in_full(address: str, other: str) -> bool:
    """Tell whether one is the path of a page and the other the whole address of a page with that path."""
    path, full = (address, other) if is_external(other) else (other, address)
    below = re.sub(r"\A(?:\.{0,2}/)+", "", path)
    return is_external(full) and not is_external(path) and "/" in below and full.endswith(f"/{below}")


def _is_slip(address: str, other: str) -> bool:
    """Tell whether an address is another but for a letter or two, or has other letters in the name of its host."""
    if address.isascii() and not _host(other).isascii():
        return True
    start = _alike(address, other)
    end = _alike(address[start:][::-1], other[start:][::-1])
    is_small = max(len(address), len(other)) - start - end <= _SLIP
    return _host(address) == _host(other) and is_small and address.lower() != other.lower()


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _page(address: str) -> str:
    return address.partition("#")[0]


def _host(address: str) -> str:
    found = re.match(r"(?:[a-z]+:)?//([^/?#]+)", address)
    return found[1] if found else ""
