"""Attribute lists of a block, `{ #id .class key=value }`: where each stands, and what the two sides have of them."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tlumach.checks.pairs.pair import short

_LISTS = re.compile(
    r"(?P<before>^|[^\n]?)(?P<gap>[ \t]*)\{:?[ \t]*(?P<list>[#.][^{}\n]*?|[\w-]+=[^{}\n]*?)[ \t]*\}(?P<after>[^\n]*)",
    re.MULTILINE,
)
_OF_A_PIECE = ")]*_`>"
"""What an attribute list that stands right after a link, an image, marked words or code stands behind."""
_PIECE = re.compile(
    r"!?\[(?P<link>[^\[\]\n]*)\](?:\((?P<address>[^()\s]*)[^()\n]*\)|\[[^\[\]\n]*\])\Z|(?P<marks>[*_`]+)(?P<marked>[^*_`\n]+)(?P=marks)\Z"
)
_BLANKED = re.compile(r"x{3,}")
"""Code, which is letters here."""
_WITHIN, _AT_ITS_END, _AFTER, _ALONE = "within a line", "at a line’s end", "after a piece", "on its own line"
_ATTRIBUTE = re.compile(r"(?P<name>[\w-]+)=(?:\"[^\"]*\"|'[^']*'|[^\s\"']*)(?!\S)")
_HARMLESS = frozenset(
    [
        "target",
        "rel",
        "width",
        "height",
        "loading",
        "decoding",
        "title",
        "alt",
        "lang",
        "hreflang",
        "referrerpolicy",
        "download",
    ]
)
"""What no link leads to, and no script and hardly a style sheet looks for."""
_SHOWN = 2


class AttributeList(NamedTuple):
    """An attribute list as it is read, its place, the piece of text that it belongs to, and where that leads if it is a link."""

    attributes: str
    place: str
    piece: str
    address: str

    @property
    def key(self) -> tuple[str, str]:
        """What is the same of it in every language."""
        return self.attributes, self.place


def attribute_lists(text: str) -> list[AttributeList]:
    """Return the attribute lists of a block in order."""
    found: list[AttributeList] = []
    start = 0
    while "{" in text and (match := _LISTS.search(text, start)):
        place, before = _place(match), text[: match.end("before")]
        piece = _PIECE.search(before) if place == _AFTER else None
        said = (piece["link"] or piece["marked"]) if piece else before.rstrip().rpartition("\n")[2]
        address = piece["address"] or "" if piece else ""
        found.append(
            AttributeList(" ".join(match["list"].split()), place, _BLANKED.sub("…", said or "").strip(), address)
        )
        start = match.start("after")
    return found


def listed(text: str) -> str:
    """Return the attribute lists of a block, each with its place, to be compared."""
    return ", ".join(sorted(f"{{ {each.attributes} }} {each.place}" for each in attribute_lists(text)))


def is_harmless(attributes: str) -> bool:
    """Tell whether a list has neither an id nor a class nor anything that a page's look or scripts depend on: `target=_blank`."""
    rest = _ATTRIBUTE.sub(lambda match: "" if match["name"].lower() in _HARMLESS else match[0], attributes)
    return not rest.strip(" ,")


def difference(ours: str, theirs: str) -> str:
    """Return in words which attribute lists of two texts differ, and after what they stand."""
    lost, added = _lost_and_added(ours, theirs)
    said = [f"the source has {_in_words(lost)}, which {'is' if len(lost) == 1 else 'are'} not here"] if lost else []
    said += [f"this has {_in_words(added)}, which {'it' if lost else 'the source'} has not"] if added else []
    return f"attribute lists: {'; '.join(said)}."


def differ_harmlessly(ours: str, theirs: str) -> bool:
    """Tell whether no list that one side lacks does more than open a new window or such, and readers see none of them as text."""
    lost, added = _lost_and_added(ours, theirs)
    return all(is_harmless(each.attributes) for each in (*lost, *added)) and all(
        each.place != _WITHIN for each in added
    )


def _lost_and_added(ours: str, theirs: str) -> tuple[list[AttributeList], list[AttributeList]]:
    """Return the lists of either side that the other has not."""
    wanted, found = attribute_lists(ours), attribute_lists(theirs)
    return _without(wanted, found), _without(found, wanted)


def _without(some: list[AttributeList], others: list[AttributeList]) -> list[AttributeList]:
    """Return the lists that stand there more often than on the other side: those whose links it has not, then the last ones."""
    more = Counter(each.key for each in some) - Counter(each.key for each in others)
    addresses = {each.address for each in others if each.address}
    found: list[int] = []
    for at in sorted(range(len(some)), key=lambda at: (some[at].address in addresses, -at)):
        if more[some[at].key] > 0:
            more[some[at].key] -= 1
            found.append(at)
    return [some[at] for at in sorted(found)]


def _in_words(lists: Iterable[AttributeList]) -> str:
    said = [f"{{ {each.attributes} }} {_where(each)}" for each in lists]
    more = f" and {len(said) - _SHOWN} more" if len(said) > _SHOWN else ""
    return ", ".join(said[:_SHOWN]) + more


def _where(found: AttributeList) -> str:
    if not found.piece:
        return found.place
    if found.place == _AFTER:
        return f"after “{short(found.piece)}”"
    return f"{found.place}, after “{short(found.piece, len(found.piece))}”"


def _place(match: re.Match[str]) -> str:
    before = match["before"].strip()
    if before and before in _OF_A_PIECE and (match["after"].strip() or not match["gap"]):
        return _AFTER
    if match["after"].strip():
        return _WITHIN
    return _AT_ITS_END if before else _ALONE
