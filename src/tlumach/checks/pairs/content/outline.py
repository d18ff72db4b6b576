"""How a block is built, feature by feature, as short texts to be compared and shown: items, paragraphs, headings, breaks.

Code is blank to all of them: what looks like an item within it is none.
"""

import re

from tlumach.blocks.links import links

_TYPE = r'(?P<type>(?:[\w-]+(?:[ ]+[\w-]+)*)?(?:[ ]*"")?)'
"""The classes of a box, and whether it is to have no title."""
_BOX = re.compile(rf"[ \t]*(?P<mark>!!!|\?\?\?\+?|===[+!]*|/{{3,}})[ \t]*{_TYPE}")
_INNER_BOX = re.compile(rf"(?m)^(?P<indent>[ \t>]+)(?P<mark>!!!|\?\?\?\+?|===[+!]*)[ \t]+{_TYPE}")
_TAB = re.compile(r"(?m)^[ \t]*(?:===[+!]*[ \t]+\"|/{3,}[ \t]*tab\b)")
_DEFINITION = re.compile(r"(?m)^[ \t]*:[ \t]+(?=\S)")
_ITEM = re.compile(r"(?m)^(?P<indent>[ \t>]*)(?P<mark>[-*+]|\d+\.)[ \t]+(?=\S)")
_TASK = re.compile(r"(?m)^[ \t>]*(?:[-*+]|\d+\.)[ \t]+\[(?P<done>[ xX])\][ \t]")
_STARTS_NO_PARAGRAPH = re.compile(r"[ \t>]*(?:#{1,6}[ \t]|!!!|\?\?\?|===|/{3,}|\[\^[^\]]+\]:|:[ \t])")
_RULE = re.compile(r"(?m)^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_CELL = re.compile(r"(?<!\\)\|")
_LAST_CELLS = re.compile(r"(?:[ \t]*(?<!\\)\|)+[ \t]*\Z")
_BLANK = re.compile(r"\n[ \t>]*(?=\n)")
_STARTS_A_PART = re.compile(r"[ \t>]*(?:[-*+][ \t]|\d+\.[ \t]|#{1,6}[ \t]|!!!|\?\?\?|===|\[\^|\||\Z)")
_HEADING = re.compile(r"(?m)^[ \t>]+(?:(?:[-*+]|\d+\.)[ \t]+)?(?P<marks>#{1,6})[ \t]")
_QUOTATION = re.compile(r"(?m)^[ \t]*(?:(?:[-*+]|\d+\.)[ \t]+)?(?P<marks>(?:>[ \t]?)+)")
_BREAK = re.compile(r"(?<=\S)(?: {2,}|\\)\n(?=[ \t>]*[^\s>])(?![ \t>]*(?:[-*+]|\d+\.)[ \t])|<br[ \t]*/?>")


def level(text: str) -> str:
    """Return the level of a heading."""
    marks = len(text) - len(text.lstrip("#"))
    return f"{marks}" if marks else "1" if text.rstrip().endswith("=") else "2"


def items(text: str) -> str:
    """Return the number of items of all lists, and the level and kind of each."""
    text = without_marks_of_sentences(_RULE.sub("", text))
    marks = [(len(match["indent"].expandtabs(4)), match["mark"][-1] == ".") for match in _ITEM.finditer(text)]
    depths = sorted({indent for indent, _ in marks})
    found = [f"{depths.index(indent) + 1}{'#' if ordered else '•'}" for indent, ordered in marks]
    return f"{len(found)} ({' '.join(found)})" if found else ""


def without_marks_of_sentences(text: str) -> str:
    """Return a text in which a line of a paragraph that begins with “256. ” begins with letters: no blank line makes it an item."""
    lines, is_paragraph, has_item = list[str](), False, False
    for line in text.split("\n"):
        item = _ITEM.match(line)
        if not line.strip(" \t>"):
            is_paragraph = has_item = False
        elif item and not is_paragraph:
            has_item = True
        else:
            is_paragraph = not (has_item or _STARTS_NO_PARAGRAPH.match(line))
        if item and is_paragraph:
            line = line[: item.start("mark")] + "x" * len(item["mark"]) + line[item.end("mark") :]
        lines.append(line)
    return "\n".join(lines)


def tasks(text: str) -> str:
    """Return which items are to be done and which are done (`- [ ]`, `- [x]`), in order."""
    return " ".join(f"[{match['done'].lower()}]" for match in _TASK.finditer(text))


def rows(text: str) -> str:
    """Return the number of cells of each row of a table; empty ones at its end may be left out."""
    return ", ".join(
        str(len(_CELL.split(_LAST_CELLS.sub("", line.strip().removeprefix("|"))))) for line in text.splitlines()
    )


def box(text: str) -> str:
    """Return the mark and classes of a box."""
    match = _BOX.match(text)
    return f"{match['mark']} {match['type']}" if match else ""


def tabs(text: str) -> str:
    """Return the number of tabs."""
    return str(len(_TAB.findall(text)) or "")


def definitions(text: str) -> str:
    """Return the number of definitions."""
    return str(len(_DEFINITION.findall(text)) or "")


def inner_boxes(text: str) -> str:
    """Return the marks and types of the boxes within a block."""
    return ", ".join(f"{match['mark']} {match['type']}" for match in _INNER_BOX.finditer(text))


def paragraphs(text: str) -> str:
    """Return the number of parts that blank lines part."""
    return str(len(_parts(text)))


def further_paragraphs(text: str) -> str:
    """Return the number of paragraphs within the items of a list beyond the first of each."""
    return str(sum(not _STARTS_A_PART.match(part.lstrip("\n")) for part in _parts(text)[1:]) or "")


def headings(text: str) -> str:
    """Return the levels of the headings within a block."""
    return " ".join(str(len(match["marks"])) for match in _HEADING.finditer(text))


def quotations(text: str) -> str:
    """Return the depth of each paragraph of the quotations within a block, or of the quotation that it is."""
    found = []
    for part in _parts(text):
        depths = [match["marks"].count(">") for match in _QUOTATION.finditer(part)]
        found += [str(depths[at]) for at in range(len(depths)) if not at or depths[at] > depths[at - 1]]
    return " ".join(found)


def breaks(text: str) -> str:
    """Return the number of hard line breaks, as of verse."""
    return str(len(_BREAK.findall(text.rstrip())) or "")


def images(text: str) -> str:
    """Return the number of images."""
    return str(sum(link.image for link in links(text)) or "") if "![" in text else ""


def _parts(text: str) -> list[str]:
    return [part for part in _BLANK.split(f"{text}") if part.strip(" \t\n>")]
