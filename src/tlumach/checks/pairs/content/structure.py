"""Whether a translation is built as its source is: headings, lists, tables, boxes, code."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from tlumach.blocks import BlockKind
from tlumach.checks.pairs.code_pieces import code_pieces
from tlumach.checks.pairs.content import attribute_lists, outline, parts
from tlumach.checks.pairs.content.addresses.references import with_inline_images
from tlumach.checks.pairs.content.listings.differences import code_differences
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side, short
from tlumach.problems import Level

_ATTRIBUTES, _BREAKS, _QUOTATIONS, _IMAGES = "attribute lists", "line breaks", "quotations (depth of each)", "images"
_CELLS = "cells of each row"
_ID = re.compile(r"\{ #[^\s{}]+ \} at a line’s end")
_LABELLED_IMAGE = re.compile(r"!\[[^\[\]]+\](?:\[[^\[\]]*\]|\([^()\n]*\))?")
_FENCED = re.compile(r"^[ \t>]*(?:`{3,}|~{3,})", re.MULTILINE)
_COMMAND = re.compile(r"(`+)[^`\n]+\1")
"""A paragraph that is code alone, which a translator may set in a block by itself."""
_COUNT = re.compile(r"\A\d+ \(")
_READ_AT_ONCE, _AROUND = 40, 2
"""Characters of a row of parts that one reads at a glance; of a longer one those around the place where it differs are shown."""
Feature = tuple[str, Callable[[str], str]]


def check_structure(pair: AlignedPair) -> Iterator[PairFinding]:
    """A translation has the structure of its source.

    Finds a block of another kind (a quotation that became a paragraph), another level of a heading, a list with more or
    fewer items or with numbers instead of bullets, another number of paragraphs in an item, a quotation, a footnote or a box, a
    heading, quotation or box within one that is gone, a table with other rows or cells, another kind of box, a line break of verse
    that is gone, an attribute list (`{ #id }`) in another place, a list that begins with another number, a column set otherwise,
    a paragraph or sub-list under another item, a lost image, lost or changed code. `## Итоги` translated as
    `### Підсумки` is one; so is a list of three items whose translation has two, or `` `sha256sum -c` `` that became
    `` `sha256sum -C` ``. Comments, texts and placeholders in code may be translated, keys may have another name (`Ctrl-i`), and a
    name may be set as code on one side alone.

    Another kind of block, another level of a heading, fewer items or tabs, other code in a block of its own, parts in another order and
    another id are errors. Other code in running text, more items, other cells or paragraphs, a lost image and a block that the source
    has not are warnings: on published pages four in five of these were faults, the others a slip of the source's put right, or free words.

    Info is what was right every other time: code in running text that is gone (`git grep`: “this command”), not set as code or
    translated for readers (`raspberry`), another text in quotation marks or other names throughout (`john`, `ivan`) in larger code, an
    example of the reader's own language or country (`Europe/Kyiv`), what a formatter writes otherwise (`(x) => y`), code in other lines
    or with another mark (`sh`), a command set in a block by itself, another line break, another depth of quotations, a paragraph that
    was cut in two, a translator's note that is marked as one, further reading at the end of a page, an image that the source has not there,
    and an attribute list that has neither an id nor a class nor a style (`{ target=_blank }`).

    Where no record says what belongs together, code next to text is compared as the two that they are, and what stands elsewhere on
    the page is compared with what it says there. A page that lacks blocks of its source and has others is one warning.

    To mend it, give the translation the structure of the source. Where it must differ, waive it: write
    `waive structure: the reason` as a translator's comment of the block's entry in the record.
    """
    source, target = pair.source.block, pair.target.block
    if source.kind is not target.kind and not _are_images(pair):
        level = Level.INFO if target.kind is BlockKind.CODE and _COMMAND.fullmatch(source.text.strip()) else None
        yield PairFinding(
            f"is a {target.kind}, where the source has a {source.kind}: “{short(source.text)}”.", level=level
        )
        return
    if source.kind is BlockKind.HTML:
        return
    features, (ours, theirs) = _FEATURES.get(source.kind, ()), _compared(pair)
    found = list(_differences(features, ours, theirs)) or list(_differences(_ORDER.get(source.kind, ()), ours, theirs))
    yield from found
    if features or source.kind is BlockKind.CODE:
        yield from code_differences(pair)


def _compared(pair: AlignedPair) -> list[str]:
    """Return what is compared of either side: its text without code, each image by reference as an image."""
    sides = zip((pair.source, pair.target), pair.labels, strict=True)
    return [with_inline_images(_without_code(side), labels) for side, labels in sides]


def _are_images(pair: AlignedPair) -> bool:
    """Tell whether both sides are an image alone: `![text]` is `![text][]`."""
    return all(_LABELLED_IMAGE.fullmatch(side.text.strip()) for side in (pair.source, pair.target))


def _differences(features: Sequence[Feature], ours: str, theirs: str) -> Iterator[PairFinding]:
    for name, of in features:
        if (wanted := of(ours)) != (found := of(theirs)) and not (name == _ATTRIBUTES and _is_own_id(wanted, found)):
            said = f"{name}: the source has {wanted or 'none'}, this has {found or 'none'}."
            if name == _ATTRIBUTES:
                said = attribute_lists.difference(ours, theirs)
            elif max(len(wanted), len(found)) > _READ_AT_ONCE:
                said = _where_they_part(name, wanted, found)
            yield PairFinding(said, level=_level_of(name, (wanted, found), ours, theirs))


def _where_they_part(name: str, wanted: str, found: str) -> str:
    """Return the message on two long rows of parts: how many they are, which is the first that differs, and what stands around it."""
    rows = [_COUNT.sub("", row).rstrip(")").split() for row in (wanted, found)]
    alike = (at for at, (one, other) in enumerate(zip(*rows, strict=False)) if one != other)
    at = next(alike, min(map(len, rows)))
    ours, theirs = (" ".join(row[max(at - _AROUND, 0) : at + _AROUND + 1]) for row in rows)
    counts = f"the source has {len(rows[0])}, this has {len(rows[1])}"
    return f"{name}: {counts}; number {at + 1} is the first that differs: “{ours}” there, “{theirs}” here."


def _level_of(name: str, features: tuple[str, str], ours: str, theirs: str) -> Level | None:
    """Return the level of a feature that differs; None for that of the rule, an error.

    Of 10 other line breaks on published pages 4 were faults, of 7 other depths of quotations 4, of 36 images that one side lacked 2: the
    others were written otherwise or stood in the block beside. More items than the source has were right 7 times of 23, fewer once
    of 37; other paragraphs within items 3 times of 16.
    """
    wanted, found = features
    if name == _ATTRIBUTES and attribute_lists.differ_harmlessly(ours, theirs):
        return Level.INFO
    if name in (_BREAKS, _QUOTATIONS) or (name == _IMAGES and not outline.images(ours)):
        return Level.INFO  # an image stands in the next block of the source
    if name == _ITEMS[0]:
        return Level.WARNING if len(wanted.split()) < len(found.split()) else None
    return Level.WARNING if name in (_IMAGES, _PARAGRAPHS[0], _FURTHER[0], _CELLS) else None


def _is_own_id(wanted: str, found: str) -> bool:
    """Tell whether a translation alone gives a heading an id, so that links written for the source's words lead to it."""
    return not wanted and bool(_ID.fullmatch(found))


def _without_code(side: Side) -> str:
    """Return the Markdown of a block with its code as one line of letters: a blank line within it parts nothing.

    A fence is a part by itself, with blank lines around it or without.
    """
    text = side.text
    if side.block.kind is BlockKind.CODE or not ("`" in text or "~~~" in text or "\n" in text):
        return text
    for piece in reversed(code_pieces(text, side.block.kind)):
        end = len(text[: piece.end].rstrip("\n"))
        blank = "\n" if _FENCED.match(text, piece.start) else ""
        text = text[: piece.start] + blank + "x" * (end - piece.start) + blank + text[end:]
    return text


_ITEMS: Feature = ("list items (level and kind)", outline.items)
_PARAGRAPHS: Feature = ("paragraphs", outline.paragraphs)
_FURTHER: Feature = ("further paragraphs of items", outline.further_paragraphs)
_WITHIN: tuple[Feature, ...] = (
    ("headings within it", outline.headings),
    (_QUOTATIONS, outline.quotations),
    ("boxes within it", outline.inner_boxes),
)
_ANYWHERE: tuple[Feature, ...] = (
    (_IMAGES, outline.images),
    (_BREAKS, outline.breaks),
    (_ATTRIBUTES, attribute_lists.listed),
)
_NUMBERS: Feature = ("first numbers of lists", parts.first_numbers)
_IN_ORDER: tuple[Feature, ...] = (_NUMBERS, ("its parts in order", parts.order))
_ORDER: Mapping[BlockKind, tuple[Feature, ...]] = {
    BlockKind.LIST: _IN_ORDER,
    BlockKind.QUOTATION: _IN_ORDER,
    BlockKind.TABLE: (("columns", parts.alignment), ("attribute lists in cells", parts.in_cells)),
    BlockKind.BOX: _IN_ORDER,
    BlockKind.TABS: _IN_ORDER,
    BlockKind.DEFINITIONS: _IN_ORDER,
    BlockKind.FOOTNOTE: _IN_ORDER,
}
"""What is compared where a block has as many of everything as its source."""
_FEATURES: Mapping[BlockKind, tuple[Feature, ...]] = {
    BlockKind.HEADING: (("level of the heading", outline.level), *_ANYWHERE),
    BlockKind.PARAGRAPH: _ANYWHERE,
    BlockKind.IMAGE: _ANYWHERE,
    BlockKind.LIST: (_ITEMS, ("tasks done", outline.tasks), _FURTHER, *_WITHIN, *_ANYWHERE),
    BlockKind.QUOTATION: (_PARAGRAPHS, _ITEMS, *_WITHIN, *_ANYWHERE),
    BlockKind.TABLE: ((_CELLS, outline.rows), *_ANYWHERE),
    BlockKind.CODE: (),
    BlockKind.BOX: (("kind of box", outline.box), _ITEMS, _PARAGRAPHS, *_WITHIN, *_ANYWHERE),
    BlockKind.TABS: (("tabs", outline.tabs), _ITEMS, _PARAGRAPHS, *_WITHIN, *_ANYWHERE),
    BlockKind.DEFINITIONS: (("definitions", outline.definitions), _ITEMS, *_WITHIN, *_ANYWHERE),
    BlockKind.HTML: (),
    BlockKind.RULE: (),
    BlockKind.FOOTNOTE: (_ITEMS, _PARAGRAPHS, *_WITHIN, *_ANYWHERE),
    BlockKind.ABBREVIATION: (),
    BlockKind.REFERENCE: (),
}
