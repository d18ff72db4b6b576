"""Whether a translation has the footnote marks of its source."""

from collections import Counter
from collections.abc import Iterator

from tlumach.blocks.links import footnote_marks
from tlumach.checks.pairs.content.addresses.link_targets import instead
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side


def check_footnotes(pair: AlignedPair) -> Iterator[PairFinding]:
    """A translation has the footnote marks of its source, and defines the same footnotes.

    Finds `[^report]` that was lost, added or renamed. The order does not matter: sentences turn round.

    To mend it, put the mark where the translation states the same fact. A footnote that a translation needs and the
    source does not is waived: `waive footnotes: the reason` in the record.
    """
    originals, marks = _marks(pair.source), _marks(pair.target)
    if originals != marks:
        yield from _different_marks(pair, Counter(originals), Counter(marks))


def _different_marks(pair: AlignedPair, wanted: Counter[str], found: Counter[str]) -> Iterator[PairFinding]:
    for mark in (wanted - found).elements():
        yield PairFinding(f"`{mark}` of the source is not here.{instead(found - wanted)}")
    if not wanted - found:
        for mark in (found - wanted).elements():
            yield PairFinding(
                f"`{mark}` is not in the source.", pair.target.text[: pair.target.text.find(mark)].count("\n")
            )


def _marks(side: Side) -> list[str]:
    return [f"[^{mark.key}]" + ":" * mark.is_definition for mark in footnote_marks(side.text)]
