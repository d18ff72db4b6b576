"""Whether a translation is about as long as translations of its kind are."""

import re
from collections.abc import Iterator, Mapping

from tlumach.checks.pairs.pair import AlignedPair, PairFinding
from tlumach.languages.profiles import has_spaces
from tlumach.problems import Level

BOUNDS: Mapping[tuple[str, str], tuple[float, float]] = {
    ("ru", "uk"): (0.8, 1.35),
    ("uk", "ru"): (0.75, 1.3),
    ("ru", "en"): (0.7, 1.6),
    ("uk", "en"): (0.7, 1.6),
    ("en", "ru"): (0.6, 1.65),
    ("en", "uk"): (0.65, 1.6),
}
"""The least and greatest length of a translation as a multiple of its source's, in characters, for a long text.

Between them lie 199 of 200 pairs of blocks of 50 characters and more: from Russian the correct ones of tests/cases/pairs and those
of this site, from English those of 67 published pages; from Ukrainian into English it is as from Russian. The slack is for short texts.
"""
ANY = (0.4, 2.5)
"""The same for other languages."""
DENSE, FROM_DENSE = (0.18, 0.8), (1.25, 5.5)
"""The same into Chinese and other languages that put no spaces between words, and from them: by 2,376 pairs of English and Chinese."""
SLACK, SLACK_ABOVE = 20, 50
"""Characters by which a translation may be shorter or longer beyond that: short texts vary more, and a name is explained."""
SHORTEST = 20
SEVERAL = 3
"""Sentences of a text, half of which are not lost by joining two."""

_MORE, _SHORTER = 4, 0.85
_END = re.compile(r"[.!?…]+[\"»”)\]]*(?=\s+[^\Wa-zа-яёіїєґ]|\s+[«“\"(\ufffc]|\s*\Z)")
"""Where a sentence ends, however its lines are broken."""


def check_length(pair: AlignedPair) -> Iterator[PairFinding]:
    """A translation is about as long as its source: far from that, something was left out or added.

    Finds a paragraph of three sentences whose translation has one. The bounds are measured for each two languages: from
    Russian 0.8 to 1.35 times the length of the source into Ukrainian and 0.7 to 1.6 times into English, from English 0.6 to 1.65
    times into Russian, and 20 characters less or 50 more; into Chinese and its like 0.18 to 0.8 times; for
    languages that were not measured 0.4 to 2.5 times.

    It is info, but a warning where a text of three sentences or more has lost half of them: on published pages that was so 17 times of 18.
    Of four sentences or more, half are missed before it is as short as that: 11 times of 13 they were lost, the others put into one.

    To mend it, compare the two sentence by sentence. A translation that has to be that long or short is waived:
    `waive length: the reason` in the record.
    """
    source, target = pair.source.prose.text.strip(), pair.target.prose.text.strip()
    if len(source) < SHORTEST or not target:
        return
    least, greatest = _bounds(pair.source.language, pair.target.language)
    if len(target) < len(source) <= len(target) + len(pair.beside):
        return  # the rest of it stands in the next paragraph or list
    if len(target) < least * len(source) - SLACK or len(target) > greatest * len(source) + SLACK_ABOVE:
        expected = f"{max(round(least * len(source) - SLACK), 1)} to {round(greatest * len(source) + SLACK_ABOVE)}"
        said = f"{len(target)} characters, where the source has {len(source)}: expected are {expected}."
        is_cut = len(target) < len(source) * least and _has_lost_sentences(pair) and not pair.beside
        yield PairFinding(said, level=Level.WARNING if is_cut else None)
    elif len(target) < _SHORTER * len(source) and not pair.beside:
        ours, theirs = (len(_END.findall(text)) for text in (source, target))
        if ours >= _MORE and 2 * theirs <= ours:
            yield PairFinding(f"sentences: {theirs}, where the source has {ours}.", level=Level.WARNING)


def _has_lost_sentences(pair: AlignedPair) -> bool:
    """Tell whether a translation has at most half of the sentences of its source, which has several."""
    ours, theirs = len(pair.source.prose.sentences), len(pair.target.prose.sentences)
    return ours >= SEVERAL and 2 * theirs <= ours


def _bounds(source: str, target: str) -> tuple[float, float]:
    if has_spaces(source) == has_spaces(target):
        return BOUNDS.get((source, target), ANY)
    return DENSE if has_spaces(source) else FROM_DENSE
