"""Results of matches: 2:1, 2–1."""

import re
from collections.abc import Iterator

from tlumach.checks.pairs.numbers.mentions import SCORE, Key, Mention, Weight

_JOINED = re.compile(r"\d[:–-]\d")
_SCORE = re.compile(
    r"(?<![\w:.,–-])(?!(?:[01]?\d|2[0-4]):[0-5]\d(?!\d))(?P<one>\d{1,2})[:–-](?P<other>\d{1,2})(?![\w:–-]|[.,]\d)"
)


def scores(text: str) -> Iterator[Mention]:
    """Yield what may be the result of a match, 2:1 or 2–1, as one thing; a language may put either side first."""
    for match in _SCORE.finditer(text) if _JOINED.search(text) else ():
        one, other = sorted((int(match["one"]), int(match["other"])))
        key = Key(SCORE, one * 100 + other)
        yield Mention(match[0], *match.span(), frozenset({key}), Weight.HINT, family=SCORE)
