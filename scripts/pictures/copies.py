"""The drawings of the page on copies: a file beside its line in the list, two versions by their words, what becomes of an old copy."""

from collections.abc import Iterator, Sequence

from pictures.svg import WIDTH, Words, drawing, element, text
from tlumach.editions.copies.code_words import in_words

SUMS = ("7d0e 52b1 …", "4c1e 9a77 …", "e8f3 06ad …")
OLD, NEW = ("2026-11-20", 3_141_592_653_589), ("2026-12-03", 8_271_828_182_845)
"""Two versions: days and numbers, such as might be."""
CARD = 164
RIGHT = WIDTH - CARD - 8


def whole_of(words: Words) -> str:
    """Return a file whose sum is the one that the signed list has for it."""
    return drawing(164, words["whole"], words["whole_alt"], _whole(words))


def version_of(words: Words, language: str) -> str:
    """Return two copies with their days and words."""
    return drawing(186, words["version"], words["version_alt"], _version(words, language))


def news_of(words: Words) -> str:
    """Return how an old copy becomes a new one, and where a mistake is reported."""
    return drawing(214, words["news"], words["news_alt"], _news(words))


def _whole(words: Words) -> Iterator[str]:
    yield text((8, 20), words["file"], "b")
    yield from _card(8, 28, 84)
    yield from _lines(20, 44, (118, 128, 96))
    yield text((20, 102), SUMS[1])
    yield text((WIDTH / 2, 76), "=", "b m")
    yield text((RIGHT, 20), words["list"], "b")
    yield from _card(RIGHT, 28, 84)
    yield element("rect", "ally", x=RIGHT + 6, y=58, width=CARD - 12, height=22)
    for at, sum_ in enumerate(SUMS):
        yield text((RIGHT + 14, 50 + at * 24), sum_)
    yield element("circle", "edge", cx=20, cy=140, r=7)
    yield element("path", "edge", d="M27 140h18v7m-7-7v5")
    yield text((56, 144), words["signed"])


def _version(words: Words, language: str) -> Iterator[str]:
    for at, (key, (day, number)) in enumerate((("one", OLD), ("other", NEW))):
        y = 8 + at * 82
        yield from _card(8, y, 70, WIDTH - 16)
        yield text((20, y + 20), f"{words[key]}: {day}", "b")
        code = in_words(number, language)
        yield text((20, y + 40), " ".join(code[:3]))
        yield text((20, y + 58), " ".join(code[3:]))
    yield text((8, 178), words["differ"], "b")


def _news(words: Words) -> Iterator[str]:
    yield text((8, 20), words["old"], "b")
    yield from _card(8, 28, 70, 100)
    yield from _lines(18, 44, (76, 80, 60))
    yield text((120, 68), "+", "b m")
    yield from _card(132, 40, 46, 84)
    yield from _lines(142, 56, (60, 44), "edge")
    yield text((132, 104), words["update"], "s")
    yield text((234, 68), "=", "b m")
    yield text((252, 20), words["new"], "b")
    yield from _card(252, 28, 70, 100)
    yield from _lines(262, 44, (76,))
    yield from _lines(262, 60, (80,), "edge")
    yield from _lines(262, 76, (60,))
    yield from _card(8, 124, 82, WIDTH - 16)
    yield from _lines(20, 140, (310,))
    yield from _lines(20, 156, (250,), "edge")
    yield text((20, 178), words["mistake"], "b")
    yield text((20, 196), words["report"])


def _card(x: float, y: float, height: float, width: float = CARD) -> Iterator[str]:
    yield element("rect", "dot", x=x, y=y, width=width, height=height, rx=4)
    yield element("rect", "axis", x=x, y=y, width=width, height=height, rx=4)


def _lines(x: float, y: float, widths: Sequence[float], style: str = "axis") -> Iterator[str]:
    """Yield lines that stand for those of a text."""
    for at, width in enumerate(widths):
        yield element("path", style, d=f"M{x} {y + at * 16}h{width}")
