"""Whether one page says the same in one way, and different things in different ones."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tlumach.checks.pairs.alphabets import WORD
from tlumach.checks.pairs.pair import AlignedPair, Finding, short

FEWEST = 5
"""Words that a sentence has at least: shorter ones (“See also”) may well be put in several ways, or be put alike."""
ALIKE = 0.6
"""From here on, two source sentences say much the same, so that one translation may serve both."""
_WORDS = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")

Found = tuple[AlignedPair, Finding]
_Rendered = tuple[AlignedPair, int, str, str]
"""A pair, the place in its translation where a sentence begins, the sentence of the source, and the translation."""


def check_same_source(pairs: Sequence[AlignedPair]) -> Iterator[Found]:
    """A sentence that the source has twice on a page is translated in one way.

    Finds «Суд отклонил жалобу министерства» translated once as “The court dismissed the ministry’s complaint” and once
    as “The court rejected the ministry’s appeal”. Only sentences of five words and more count; capitals, links and punctuation don't.

    To mend it, choose one. Where the two mean different things, waive it: `waive same-source-two-ways: the reason`
    in the record, at the second.
    """
    renderings: dict[str, _Rendered] = {}
    for found in _sentences(pairs):
        pair, _, source, target = found
        first = renderings.setdefault(_key(source), found)
        if first is not found and _key(first[3]) != _key(target):
            message = f"“{short(source)}” is “{short(target)}” here and “{short(first[3])}” {_where(first)}."
            yield pair, Finding(message, _line(found))


def check_different_sources(pairs: Sequence[AlignedPair]) -> Iterator[Found]:
    """Two sentences of a page that say different things are not translated alike.

    Finds a translation that was pasted twice: two sentences of the source with little or no word in common, or with different
    numbers, and one sentence of five words or more that stands for both.

    To mend it, translate the second. Where one translation serves both, waive it:
    `waive different-sources-alike: the reason` in the record, at the second.
    """
    originals: dict[str, _Rendered] = {}
    for found in _sentences(pairs):
        pair, _, source, target = found
        first = originals.setdefault(_key(target), found)
        if first is not found and not _say_the_same(first[2], source):
            message = f"“{short(target)}” stands for “{short(source)}” and, {_where(first)}, for “{short(first[2])}”."
            yield pair, Finding(message, _line(found))


def _sentences(pairs: Sequence[AlignedPair]) -> Iterator[_Rendered]:
    """Yield the sentences of pairs that have as many on both sides, of :data:`FEWEST` words at least on either."""
    for pair in pairs:
        ours, theirs = pair.source.prose.sentences, pair.target.prose.sentences
        if len(ours) == len(theirs):
            for (_, source), (place, target) in zip(ours, theirs, strict=True):
                if len(WORD.findall(source)) >= FEWEST and len(WORD.findall(target)) >= FEWEST:
                    yield pair, place, source, target


def _say_the_same(one: str, other: str) -> bool:
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return False
    ours, theirs = _key(one).split(), _key(other).split()
    return ours == theirs or SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= ALIKE


def _key(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def _where(found: _Rendered) -> str:
    return f"on line {found[0].target.block.line + _line(found)}"


def _line(found: _Rendered) -> int:
    return found[0].target.prose.line_at(found[1])
