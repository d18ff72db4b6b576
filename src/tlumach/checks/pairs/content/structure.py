"""Whether a translation is built as its source is: headings, lists, tables, boxes, code."""

import re
from collections.abc import Iterator

from tlumach.blocks import Kind
from tlumach.blocks.links import links
from tlumach.checks.pairs.pair import AlignedPair, Finding, short
from tlumach.languages.alphabets import CYRILLIC

_BOX = re.compile(r"[ \t]*(?P<mark>!!!|\?\?\?\+?)[ \t]*(?P<type>[\w-]*)")
_ITEM = re.compile(r"(?m)^(?P<indent>[ \t]*)(?P<mark>[-*+]|\d+\.)[ \t]+(?=\S)")
_CELL = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`)(?P<code>(?:(?!\n[ \t]*\n).)+?)(?<!`)(?P=ticks)(?!`)", re.DOTALL)


def check_structure(pair: AlignedPair) -> Iterator[Finding]:
    """A translation has the structure of its source.

    Finds a block of another kind (a quotation that became a paragraph), another level of a heading, a list with more or
    fewer items or with numbers instead of bullets, a table with other rows or cells, another kind of box, a lost or
    changed image or piece of code. `## Итоги` translated as `### Підсумки` is one; so is a list of three items whose
    translation has two, or `` `sha256sum -c` `` that became `` `sha256sum -C` ``.

    To mend it, give the translation the structure of the source. Where it must differ, waive it: write
    `waive structure: the reason` as a translator's comment of the block's entry in the record.
    """
    source, target = pair.source.block, pair.target.block
    if source.kind is not target.kind:
        yield Finding(f"is a {target.kind}, where the source has a {source.kind}: “{short(source.text)}”.")
        return
    if source.kind is Kind.HTML:
        return
    for name, of in _FEATURES[source.kind]:
        if of is _code and CYRILLIC.search(_code(source.text)):
            of = _count_code  # it has words to translate, such as `КЛЮЧ`
        if (wanted := of(source.text)) != (found := of(target.text)):
            yield Finding(f"{name}: the source has {wanted or 'none'}, this has {found or 'none'}.")


def _level(text: str) -> str:
    marks = len(text) - len(text.lstrip("#"))
    return f"{marks}" if marks else "1" if text.rstrip().endswith("=") else "2"


def _items(text: str) -> str:
    marks = [(len(match["indent"].expandtabs(4)), match["mark"][-1] == ".") for match in _ITEM.finditer(text)]
    if not marks:
        return ""
    depths = sorted({indent for indent, _ in marks})
    return " ".join(f"{depths.index(indent) + 1}{'#' if ordered else '•'}" for indent, ordered in marks)


def _count_items(text: str) -> str:
    found = _items(text).split()
    return f"{len(found)} ({' '.join(found)})" if found else ""


def _rows(text: str) -> str:
    return ", ".join(str(len(_CELL.findall(_CODE.sub("", line).strip().strip("|"))) + 1) for line in text.splitlines())


def _box(text: str) -> str:
    match = _BOX.match(text)
    return f"{match['mark']} {match['type']}" if match else ""


def _paragraphs(text: str) -> str:
    return str(len(re.split(r"\n[ \t]*\n", text.strip())))


def _images(text: str) -> str:
    return str(sum(link.image for link in links(text)) or "") if "![" in text else ""


def _code(text: str) -> str:
    if "`" not in text:
        return ""
    pieces = (match["code"].strip() for match in _CODE.finditer(text))
    return ", ".join(sorted(f"“{piece}”" for piece in pieces))


def _count_code(text: str) -> str:
    return str(len(_CODE.findall(text)) or "")


def _verbatim(text: str) -> str:
    return f"“{text}”"


_LIST = ("list items (level and kind)", _count_items)
_PARAGRAPHS = ("paragraphs", _paragraphs)
_ANYWHERE = (("images", _images), ("code", _code))
_FEATURES = {
    Kind.HEADING: (("level of the heading", _level), *_ANYWHERE),
    Kind.PARAGRAPH: _ANYWHERE,
    Kind.IMAGE: _ANYWHERE,
    Kind.LIST: (_LIST, *_ANYWHERE),
    Kind.QUOTATION: (_PARAGRAPHS, *_ANYWHERE),
    Kind.TABLE: (("cells of each row", _rows), *_ANYWHERE),
    Kind.CODE: (("code", _verbatim),),
    Kind.BOX: (("kind of box", _box), _LIST, _PARAGRAPHS, *_ANYWHERE),
    Kind.HTML: (),
    Kind.RULE: (),
    Kind.FOOTNOTE: _ANYWHERE,
    Kind.ABBREVIATION: (),
    Kind.REFERENCE: (),
}
