"""Whether a page has the shape of a page: text, and one heading of the first level."""

from collections.abc import Iterator

from tlumach.blocks import BlockKind
from tlumach.blocks.headings import explicit_id
from tlumach.library import Library, Paths
from tlumach.library.pages import Page
from tlumach.problems import Code, Problem


def check_shape(library: Library, paths: Paths = None) -> Iterator[Problem]:
    """A page has text and exactly one first-level heading (`# …`): its title in lists, in the browser's tab and in search.

    Its blocks stand apart, what is opened is closed, and no id stands twice.
    """
    for page in library.under(paths):
        yield from page.block_problems
        yield from _empty(page) if not page.body.strip() else _titles(page)
        yield from _ids(page)


def _empty(page: Page) -> Iterator[Problem]:
    yield Problem(page.file, 1, Code.EMPTY_PAGE, "the page is empty. Write it, or remove the file in every language.")


def _titles(page: Page) -> Iterator[Problem]:
    titles = [heading for heading in page.headings if heading.level == 1]
    if not titles and not page.title_in_front_matter:
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
