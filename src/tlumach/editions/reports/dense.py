"""A report without its spaces: its labels are found in it however the lines were folded, and what stands between them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tlumach.editions.reports.labels import Label
from tlumach.editions.reports.wording import is_unseen

_QUOTED = re.compile(r"(?m)^[ \t\u00a0]*(?:[>|][ \t\u00a0]*)+")
_BRACKETS = {"[": "[", "]": "]", "［": "[", "］": "]"}
_MARKUP = re.compile(r"\\[\[\]]|[［］]|<br ?/?>", re.IGNORECASE)
"""What programs that know Markdown or HTML put in: backslashes before brackets, line breaks; and brackets of full width."""


class Found(NamedTuple):
    """A label: which, in which languages it is that, and where it begins and ends among the characters that are not spaces."""

    label: Label
    languages: frozenset[str]
    start: int
    end: int


class Dense:
    """A text without the marks of quoted lines; ``text`` has neither its spaces nor what nobody sees."""

    def __init__(self, text: str) -> None:
        """Take a text as it came, with any line ends."""
        lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        self._whole = _QUOTED.sub("", _MARKUP.sub(lambda mark: _BRACKETS.get(mark[0][-1], ""), lines))
        self._places = [at for at, each in enumerate(self._whole) if not (each.isspace() or is_unseen(each))]
        self.text = "".join(self._whole[at] for at in self._places)

    def between(self, start: int, end: int) -> str:
        """Return the text, with its spaces, between two places of the dense one."""
        inside = self._places[start:end]
        return self._whole[inside[0] : inside[-1] + 1] if inside else ""

    def line(self, at: int) -> int:
        """Return the line of a place of the dense text, from 1."""
        return self._whole.count("\n", 0, self._places[at]) + 1


def labels_of(dense: str, known: Mapping[str, Sequence[tuple[Label, str]]]) -> Iterator[Found]:
    """Yield the labels in a dense text in order; one that is that of two parts, in different languages, is both."""
    pattern = re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))), re.IGNORECASE)
    for match in pattern.finditer(dense):
        meant = known.get(match[0].casefold(), ())
        for each in dict.fromkeys(found for found, _ in meant):
            languages = frozenset(language for found, language in meant if found is each)
            yield Found(each, languages, match.start(), match.end())


def parts(labels: Sequence[Found]) -> Iterator[tuple[list[Found], int | None]]:
    """Yield the labels of each report, in the order that they must have, and where the next begins (None: at the end).

    Where one is whole from its beginning, what stands before the first is none: there a page says how to make one.
    """
    order, now = list(Label), list[Found]()
    begins = [
        one.label is Label.PAGE and other is not None and other.label is Label.PARAGRAPH
        for one, other in pairwise([*labels, None])
        if one
    ]
    first = begins.index(True) if any(begins) else 0
    for each, is_new in zip(labels[first:], begins[first:], strict=True):
        if is_new or not now:
            if now:
                yield now, each.start
            now = [each]
        elif order.index(each.label) > order.index(now[-1].label) and each.start >= now[-1].end:
            now.append(each)
    if now:
        yield now, None
