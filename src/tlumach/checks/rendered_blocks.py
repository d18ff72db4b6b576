"""Whether the renderer sees the blocks of a page as its text shows them, each footnote once, and static-i18n each box."""

import re
from collections.abc import Iterator

from tlumach.blocks import BlockKind
from tlumach.blocks.links import footnote_marks
from tlumach.library import Library, Paths
from tlumach.library.pages import Page
from tlumach.problems import Code, Problem
from tlumach.rendering.agreement import Agreement
from tlumach.rendering.plain_forms import plain_forms

_UNTITLED = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?) ?(?P<kind>[\w-]+)(?P<more>(?: +[\w-]+)+) *$", re.MULTILINE)


def check_rendered_blocks(library: Library, paths: Paths = None) -> Iterator[Problem]:
    """The renderer makes the blocks of a page that its text shows: else the page has its text, and no links to its paragraphs.

    No footnote is defined twice: the renderer takes the last definition for all marks. A given text lies in a folder of its own:
    a page beside others gets no reader, EPUB and plain text. What a script or a font would draw (formulas, diagrams, icons) is
    named once on a page: it is shown as it is written.
    """
    agreement = Agreement(library.settings.markdown)
    for page in library.under(paths):
        yield from _disagreement(page, agreement)
        yield from _notes_defined_twice(page)
        yield from _without_folder(page, library)
        yield from _plain_forms(page, library) if library.settings.pages == "tlumach" else ()


def check_box_titles(library: Library, paths: Paths = None) -> Iterator[Problem]:
    """A box without a title has no more words than its kind, where static-i18n 1.3.1 has a title for that kind in the
    page's language (`admonition_translations`): it looks for all of the words, so that `note inline end` stays “Note”.
    """
    for page in library.under(paths):
        titles = library.settings.box_titles.get(page.language, frozenset())
        for box in _UNTITLED.finditer(page.body) if titles and library.settings.pages == "mkdocs" else ():
            if box["kind"].lower() in titles and box.group().split(maxsplit=1)[-1].lower() not in titles:
                line = page.front_matter.body_line + page.body.count("\n", 0, box.start())
                message = f"the title of this box stays in English: static-i18n knows `{box['kind']}`, not `{box['kind']}{box['more']}`."
                yield Problem(
                    page.file, line, Code.BOX_TITLE, f"{message} Write the title after it, in quotation marks."
                )


def _disagreement(page: Page, agreement: Agreement) -> Iterator[Problem]:
    if any(problem.code is Code.BLOCKS_SHARE_LINE for problem in page.block_problems):
        return  # told already, with its line
    if block := agreement.first_difference(page.body, page.blocks):
        message = (
            f"from here on the renderer makes other blocks of the page than its text shows (here: {block.kind}); it gets no"
            " permalinks, and its place in the other languages is not kept. Put blank lines around what begins here."
        )
        yield Problem(page.file, block.line, Code.BLOCKS_DISAGREE, message)


def _notes_defined_twice(page: Page) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for block in page.blocks:
        marks = footnote_marks(block.text, block.line) if block.kind is BlockKind.FOOTNOTE else []
        for mark in marks[:1]:
            if mark.is_definition and mark.key in lines:
                message = f"the footnote `[^{mark.key}]` is defined on line {lines[mark.key]} already. Give one of them another name."
                yield Problem(page.file, mark.line, Code.TWO_NOTES, message)
            lines.setdefault(mark.key, mark.line)


def _without_folder(page: Page, library: Library) -> Iterator[Problem]:
    folder, is_source = page.path.rpartition("/")[0], library.is_origin(page)
    has_first = page.is_explainer or f"{folder}/index.md" in library.paths
    if page.meta.get("source_text") and is_source and not has_first:
        wanted = page.path.removesuffix(".md") + "/index.md"
        message = f"an explainer that lies in no folder of its own gets no reader, EPUB and plain text. Move it to `{wanted}`."
        yield Problem(page.file, page.front_matter.line_of("source_text"), Code.FLAT_EXPLAINER, message)


def _plain_forms(page: Page, library: Library) -> Iterator[Problem]:
    for line, what in plain_forms(page.blocks, library.settings.markdown):
        message = f"`{what}`: no script and no font draws this here, so that it is shown as it is written."
        yield Problem(page.file, line, Code.PLAIN_FORM, f"{message} Write it in words, or as a picture.")
