"""Numbers listed without spaces, `ports 1,2,3,4`: no thousands and no decimals in any language."""

import re
from collections.abc import Iterator

from tlumach.checks.pairs.numbers.mentions import Mention, numbers

_ONE_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)+,\d{3})(?!,?\d)"
"""As most countries write millions with commas, and as India does: 1,915,000 and 2,06,737."""
LISTED = rf"(?<![\w.,])(?!{_ONE_NUMBER})\d+(?:,\d+){{2,}}(?![^\W_]|,\d|\.\d)"
"""Three numbers or more with commas between them; two may be one with decimals."""
_EACH = re.compile(r"\d+")


def listed(match: re.Match[str], _: str) -> Iterator[Mention]:
    """Yield each number of a list by itself."""
    for each in _EACH.finditer(match.string, *match.span()):
        yield Mention(each[0], *each.span(), numbers(int(each[0])))
