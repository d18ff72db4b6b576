"""A link that is there, but less often than in the source: once for twice, in another item, or as an address that is no link."""

from collections.abc import Collection

from tlumach.blocks import BlockKind
from tlumach.blocks.links import is_external
from tlumach.checks.pairs.pair import AlignedPair
from tlumach.problems import Level

_BY_LINES = frozenset({BlockKind.LIST, BlockKind.TABLE})


def level_where_there(pair: AlignedPair, target: str, there: Collection[str]) -> Level | None:
    """Return the level of a link that the source has more often than its translation, which has it as ``there``; None for an error.

    Two links to one page within a sentence are often made one: info. An item or a row of a table that alone has lost its own is a fault,
    and an address that the source has as a link, and the translation as plain text, is a warning.
    """
    if _is_lost_in_line(pair, target, there):
        return None
    linked = any(link.target == target for link in pair.source.links)
    is_plain = linked and not {link.target for link in pair.target.links} & {*there}
    return Level.WARNING if is_plain and is_external(target) else Level.INFO


def _is_lost_in_line(pair: AlignedPair, target: str, there: Collection[str]) -> bool:
    """Tell whether an item or a row has lost a link, where both sides have as many lines."""
    if pair.source.block.kind not in _BY_LINES or pair.source.text.count("\n") != pair.target.text.count("\n"):
        return False
    ours = {link.line for link in pair.source.links if link.target == target}
    return not ours <= {link.line for link in pair.target.links if link.target in there}
