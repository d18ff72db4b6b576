"""Whether a page has nothing in it that could run, follow the reader, or come from another host."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tlumach.blocks import Block, BlockKind
from tlumach.blocks.links import links
from tlumach.library import Library, Paths
from tlumach.library.pages import Page
from tlumach.problems import Problem
from tlumach.rendering.composition import LISTS
from tlumach.rendering.inspection import Inspector, is_suspicious
from tlumach.rendering.sanitizer.leftover_markup import HTML_IS_REFUSED, HTML_IS_TEXT
from tlumach.rendering.sanitizer.sanitizer import ADDRESS, PICTURE, Refused
from tlumach.url_policy import refusal_of_address

LONGEST = 60  # characters of what was refused that a message shows
MARKED = 20  # characters by which it is found on its line
PUBLISHED = "MkDocs publishes it as it is."


def check_safety(library: Library, paths: Paths = None) -> Iterator[Problem]:
    """A page has no raw HTML, no attribute but ids, classes and languages, no address but relative ones, http(s) and
    mailto, and no picture from another host; nor has its front matter. Code shows what it likes.
    """
    settings = library.settings
    if not settings.sanitizer:
        return
    for problem in _refused_under(library, paths):
        is_published = settings.pages == "mkdocs"
        yield replace(problem, message=_as_published(problem.message)) if is_published else problem


def _as_published(message: str) -> str:
    return f"{message.replace(HTML_IS_TEXT, HTML_IS_REFUSED)} {PUBLISHED}"


def _refused_under(library: Library, paths: Paths) -> Iterator[Problem]:
    inspector = Inspector(library.settings.markdown)
    for page in library.under(paths):
        if is_suspicious(page.body):
            yield from _in_body(page, inspector)
        yield from _in_front_matter(page, inspector)


def _in_body(page: Page, inspector: Inspector) -> Iterator[Problem]:
    definitions = [block for block in page.blocks if block.kind is BlockKind.REFERENCE]
    found = [problem for block in definitions for problem in _in_definition(page, block)]
    known = "\n".join(definition.text for definition in definitions)
    may_refuse_uses = is_suspicious(known)
    for block in page.blocks:
        if block.kind is not BlockKind.REFERENCE and (is_suspicious(block.text) or (found and may_refuse_uses)):
            found += _in_block(page, block, known, inspector)
    if not found and (refused := inspector.refused(page.body)):  # what only the page as a whole makes
        whole = Block(BlockKind.HTML, page.front_matter.body_line, page.body)
        found = [_problem(page, _line(whole, each, 0), each) for each in refused if each.what not in LISTS]
    yield from found


def _in_definition(page: Page, block: Block) -> Iterator[Problem]:
    for link in links(block.text, block.line):
        if why := refusal_of_address(link.target):
            yield _problem(page, link.line, Refused(ADDRESS, link.target, why))


def _in_block(page: Page, block: Block, known: str, inspector: Inspector) -> Iterator[Problem]:
    """Yield what is refused of a block with the page's definitions; an address that one of them gives stands there."""
    before: Counter[Refused] = Counter()
    for refused in inspector.refused(f"{block.text}\n\n{known}\n"):
        is_theirs = refused.code == ADDRESS and refused.what in known and refused.what not in block.text
        if not is_theirs:
            yield _problem(page, _line(block, refused, before[refused]), refused)
        before[refused] += 1


def _line(block: Block, refused: Refused, before: int) -> int:
    """Return the line of what was refused, of which ``before`` were refused already; the block's first if it is not found."""
    mark = (refused.what.splitlines() or [""])[0][:MARKED].strip()
    places = [at for at in range(len(block.text)) if block.text.startswith(mark, at)] if mark else []
    if places:
        return block.line + block.text.count("\n", 0, places[min(before, len(places) - 1)])
    is_picture = refused.code == PICTURE
    wrong = [link.line for link in links(block.text, block.line) if refusal_of_address(link.target, is_picture)]
    return wrong[min(before, len(wrong) - 1)] if wrong and refused.code in (ADDRESS, PICTURE) else block.line


def _in_front_matter(page: Page, inspector: Inspector) -> Iterator[Problem]:
    for key, text in _texts(page.meta):
        if is_suspicious(text):
            line = _line_of(text, page) or page.front_matter.line_of(key)
            yield from (_problem(page, line, refused) for refused in inspector.refused(text))
        if key == "url" and (why := refusal_of_address(text)):
            yield _problem(page, _line_of(text, page) or page.front_matter.line_of(key), Refused(ADDRESS, text, why))


def _texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield all texts of the front matter, keys too, each with the key that it stands under."""
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield name, name
            yield from _texts(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, key)
    elif isinstance(value, str):
        yield key, value


def _line_of(text: str, page: Page) -> int:
    mark = (text.splitlines() or [""])[0][:MARKED].strip()
    lines = enumerate(page.front_matter.text.splitlines(), 1)
    return next((number for number, line in lines if mark and mark in line), 0)


def _problem(page: Page, line: int, refused: Refused) -> Problem:
    shown = " ".join(refused.what.split())
    shown = shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
    return Problem(page.file, line, refused.code, f"`{shown}`: {refused.why}")
