"""Whether a translation is about as long as translations of its kind are."""

from collections.abc import Iterator, Mapping

from tlumach.checks.pairs.pair import AlignedPair, Finding

BOUNDS: Mapping[tuple[str, str], tuple[float, float]] = {("ru", "uk"): (0.8, 1.35), ("ru", "en"): (0.75, 1.5)}
"""The least and greatest length of a translation as a multiple of its source's, in characters, for a long text.

Taken from tests/cases/pairs/*-correct.yml and the 1,000 pairs of blocks of the first site: for texts of 50 characters and
more, ru-uk lies between 0.87 and 1.37 there, ru-en between 0.78 and 1.53. The slack is for the ends, and for short texts.
"""
ANY = (0.4, 2.5)
"""The same for other languages."""
SLACK = 20
"""Characters by which a translation may differ beyond that: short texts vary more."""
SHORTEST = 20


def check_length(pair: AlignedPair) -> Iterator[Finding]:
    """A translation is about as long as its source: far from that, something was left out or added.

    Finds a paragraph of three sentences whose translation has one. The bounds are, from Russian, 0.8 to 1.35 times the length of
    the source into Ukrainian and 0.75 to 1.5 times into English, and 20 characters more either way.

    To mend it, compare the two sentence by sentence. A translation that has to be that long or short is waived:
    `waive length: the reason` in the record.
    """
    source, target = pair.source.prose.text.strip(), pair.target.prose.text.strip()
    if len(source) < SHORTEST or not target:
        return
    least, greatest = BOUNDS.get((pair.source.language, pair.target.language), ANY)
    if len(target) < least * len(source) - SLACK or len(target) > greatest * len(source) + SLACK:
        expected = f"{max(round(least * len(source) - SLACK), 1)} to {round(greatest * len(source) + SLACK)}"
        yield Finding(f"{len(target)} characters, where the source has {len(source)}: expected are {expected}.")
