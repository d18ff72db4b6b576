"""Whether a page has the shape of a page: text, one heading of the first level, pictures that are described."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from tlumach.blocks import BlockKind
from tlumach.blocks.headings import explicit_id
from tlumach.blocks.links import without_code
from tlumach.library import Library, Paths
from tlumach.library.pages import Page
from tlumach.problems import Code, Problem

_PICTURE = re.compile(r"(?<!\\)!\[(?P<text>[^\[\]]*)\](?:\((?P<target>[^\s()]*)\)?|\[)")
_TAG = re.compile(r"<img\s(?![^<>]*\balt\s*=)[^<>]*>", re.IGNORECASE)
"""A picture in HTML without `alt`; an empty one says that the picture only decorates, and is let be."""


def check_shape(library: Library, paths: Paths = None) -> Iterator[Problem]:
    """A page has text and exactly one first-level heading (`# …`): its title in lists, in the browser's tab and in search.

    Its blocks stand apart, what is opened is closed, and no id stands twice.
    """
    for page in library.under(paths):
        yield from page.block_problems
        yield from _empty(page) if not page.body.strip() else _titles(page, library.settings.pages == "tlumach")
        yield from _ids(page)


def _empty(page: Page) -> Iterator[Problem]:
    yield Problem(page.file, 1, Code.EMPTY_PAGE, "the page is empty. Write it, or remove the file in every language.")


def _titles(page: Page, is_needed: bool) -> Iterator[Problem]:
    """Yield what is wrong with titles; MkDocs has one for a page without (``is_needed``): of `nav`, or the file's name."""
    titles = [heading for heading in page.headings if heading.level == 1]
    if is_needed and not titles and not page.title_in_front_matter:
        line = page.blocks[0].line if page.blocks else 1
        yield Problem(
            page.file, line, Code.NO_TITLE, "the page has no first-level heading. Begin it with a line `# Title`."
        )
    for extra in titles[1:]:
        message = (
            f"a second first-level heading, “{extra.text}” (the first is on line {titles[0].line}). Make it `## …`."
        )
        yield Problem(page.file, extra.line, Code.TWO_TITLES, message)


def _ids(page: Page) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for block in page.blocks:
        id = explicit_id(block.text.splitlines()[0] if block.kind is BlockKind.HEADING else block.text)
        if id in lines:
            message = (
                f"the id `#{id}` stands on line {lines[id]} already; a link would lead there. Give one of them another."
            )
            yield Problem(page.file, block.line, Code.TWO_IDS, message)
        elif id:
            lines[id] = block.line


def check_pictures(library: Library, paths: Paths = None) -> Iterator[Problem]:
    """A picture has a description, for those who do not see it: `![What it shows](map.png)`.

    Finds one without, and one whose description is the name of its file; in HTML of a guest's pages, `<img>` without `alt`
    (`alt=""` says that the picture only decorates).
    """
    for page in library.under(paths):
        text = without_code(page.body)
        for picture in _PICTURE.finditer(text):
            if _says_nothing(picture["text"], picture["target"] or ""):
                yield _undescribed(page, text, picture, "Say what it shows: `![What it shows](…)`.")
        if library.settings.pages == "mkdocs":
            for tag in _TAG.finditer(text):
                yield _undescribed(page, text, tag, 'Add `alt="What it shows"`, or `alt=""` if it only decorates.')


def _says_nothing(description: str, target: str) -> bool:
    """Whether a description is empty, or the name of the picture's file, with its ending or without."""
    name = posixpath.basename(unquote(target)).lower()
    return description.strip().lower() in ("", name, posixpath.splitext(name)[0])


def _undescribed(page: Page, text: str, picture: re.Match[str], remedy: str) -> Problem:
    line = page.front_matter.body_line + text.count("\n", 0, picture.start())
    shown = " ".join(picture[0].split()).removesuffix("[")[:60]
    message = f"the picture `{shown}` has no description for those who do not see it. {remedy}"
    return Problem(page.file, line, Code.PICTURE_WITHOUT_DESCRIPTION, message)
