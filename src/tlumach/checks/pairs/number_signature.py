"""What tells that two texts have the same numbers without comparing them: that neither has any."""

import re

from tlumach.checks.pairs.pair import Side

_DIGIT = re.compile(r"\d")


def has_no_number(side: Side) -> bool:
    """Tell whether a text mentions no number, in figures or words, no date, time or share, and has no digit in any name.

    Of two such texts the rule finds nothing: only a mention can be lost or added, exchanged or of another unit.
    """
    return not _DIGIT.search(side.prose.text) and not side.numbers
