"""Characters that nobody sees: soft hyphens, marks of direction, variation selectors, tags."""

from collections.abc import Iterator

from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side, short
from tlumach.languages.invisible import Invisible, invisible, manifest, without_invisible


def check_invisible(pair: AlignedPair) -> Iterator[PairFinding]:
    """A text has no characters that nobody sees: soft hyphens, zero-width spaces, marks of direction, variation selectors, tags.

    Finds `сло\u00adво` with a soft hyphen in it, and the hundreds of variation selectors by which a wire text carries a signed manifest
    (C2PA 2.3). The message has their number, kind, code points and place. Joiners, selectors and marks that Persian, Arabic, Indian
    scripts and emoji need are let be. The source is looked at by itself.

    To mend it, take them out. To waive it: `waive invisible-characters: the reason` in the record.
    """
    yield from unseen(pair.target)


def unseen(side: Side) -> Iterator[PairFinding]:
    """Yield the invisible characters of a block, those of one kind and line together."""
    text = side.block.text
    lines: dict[tuple[int, str], list[Invisible]] = {}
    for found in invisible(text):
        lines.setdefault((text.count("\n", 0, found.place), found.kind), []).append(found)
    for (line, kind), some in lines.items():
        characters = "".join(each.characters for each in some)
        names = Invisible(0, kind, characters).names
        plural = "" if len(characters) == 1 else "s"
        what = (
            " (a C2PA manifest)" if manifest("".join(each.characters for each in invisible(text))) is not None else ""
        )
        yield PairFinding(
            f"{len(characters)} {kind}{plural}{what}: {names}, first {_where(text, some[0].place)}.", line
        )


def _where(text: str, place: int) -> str:
    """Return what stands before a place on its line, as readers see it, or that it begins the line."""
    column = place - (text.rfind("\n", 0, place) + 1)
    before = without_invisible(text[place - column : place])
    return (
        f"after “{short(before, max(len(before) - 20, 0))}”, in column {column + 1}"
        if before.strip()
        else f"in column {column + 1}"
    )
