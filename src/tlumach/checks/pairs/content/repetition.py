"""Whether one page says the same in one way, and different things in different ones."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from tlumach.checks.pairs.pair import AlignedPair, PairFinding, short
from tlumach.checks.pairs.prose import Sentence
from tlumach.languages.alphabets import WORD

FEWEST = 5
"""Words that a sentence has at least: shorter ones (“See also”) may well be put in several ways, or be put alike."""
ALIKE = 0.6
"""From here on, two source sentences say much the same, so that one translation may serve both."""
_NUMBER = re.compile(r"\d+")

Found = tuple[AlignedPair, PairFinding]
_Rendered = tuple[AlignedPair, Sentence, Sentence]
"""A pair, a sentence of its source, and the translation of that."""


def check_same_source(pairs: Sequence[AlignedPair]) -> Iterator[Found]:
    """A sentence that the source has twice on a page is translated in one way.

    Finds «Суд отклонил жалобу министерства» translated once as “The court dismissed the ministry’s complaint” and once
    as “The court rejected the ministry’s appeal”. Only sentences of five words and more count; capitals, links and punctuation don't.

    To mend it, choose one. Where the two mean different things, waive it: `waive same-source-two-ways: the reason`
    in the record, at the second.
    """
    renderings: dict[str, _Rendered] = {}
    for found in _repeated(pairs, lambda source, _: source.key):
        pair, source, target = found
        first = renderings.setdefault(source.key, found)
        if first is not found and first[2].key != target.key:
            message = (
                f"“{short(source.text)}” is “{short(target.text)}” here and “{short(first[2].text)}” {_where(first)}."
            )
            yield pair, PairFinding(message, _line(found))


def check_different_sources(pairs: Sequence[AlignedPair]) -> Iterator[Found]:
    """Two sentences of a page that say different things are not translated alike.

    Finds a translation that was pasted twice: two sentences of the source with little or no word in common, or with different
    numbers, and one sentence of five words or more that stands for both.

    To mend it, translate the second. Where one translation serves both, waive it:
    `waive different-sources-alike: the reason` in the record, at the second.
    """
    originals: dict[str, _Rendered] = {}
    for found in _repeated(pairs, lambda _, target: target.key):
        pair, source, target = found
        first = originals.setdefault(target.key, found)
        if first is not found and not _say_the_same(first[1], source):
            there = f"{_where(first)}, for “{short(first[1].text)}”"
            message = f"“{short(target.text)}” stands for “{short(source.text)}” and, {there}."
            yield pair, PairFinding(message, _line(found))


def _repeated(pairs: Sequence[AlignedPair], key: Callable[[Sentence, Sentence], str]) -> list[_Rendered]:
    """Return the sentences of which others have the same key, of :data:`FEWEST` words at least on either side."""
    sentences = [*_sentences(pairs)]
    times = Counter(key(source, target) for _, source, target in sentences)
    return [
        (pair, source, target)
        for pair, source, target in sentences
        if times[key(source, target)] > 1 and _is_long(source) and _is_long(target)
    ]


def _sentences(pairs: Sequence[AlignedPair]) -> Iterator[_Rendered]:
    """Yield the sentences of pairs that have as many on both sides."""
    for pair in pairs:
        ours, theirs = pair.source.prose.sentences, pair.target.prose.sentences
        if len(ours) == len(theirs):
            yield from ((pair, source, target) for source, target in zip(ours, theirs, strict=True))


def _is_long(sentence: Sentence) -> bool:
    return len(WORD.findall(sentence.text)) >= FEWEST


def _say_the_same(one: Sentence, other: Sentence) -> bool:
    if _NUMBER.findall(one.text) != _NUMBER.findall(other.text):
        return False
    ours, theirs = one.key.split(), other.key.split()
    return ours == theirs or SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= ALIKE


def _where(found: _Rendered) -> str:
    return f"on line {found[0].target.block.line + _line(found)}"


def _line(found: _Rendered) -> int:
    return found[0].target.prose.line_at(found[2].start)
