"""Whether what is cited is defined, and what is defined is cited."""

import difflib
from collections.abc import Iterator

from tlumach.blocks.links import FootnoteMark, footnote_marks
from tlumach.library import Library, Paths
from tlumach.library.pages import Page
from tlumach.library.sources import source_keys
from tlumach.problems import Code, Level, Problem


def check_citations(library: Library, paths: Paths = None) -> Iterator[Problem]:
    """Every footnote mark has a definition on its page or a source in the source-language page's front matter, and the
    other way round: nothing is defined that no mark of the page uses.
    """
    for page in library.under(paths):
        source_page = library.source_of(page)
        sources = source_keys(source_page) if source_page else set()
        yield from _problems_of(page, sources, library.settings.source)


def _problems_of(page: Page, sources: set[str], source_language: str) -> Iterator[Problem]:
    marks = footnote_marks(page.body, page.front_matter.body_line)
    defined: dict[str, FootnoteMark] = {}
    for mark in marks:
        if mark.is_definition and mark.key in defined:
            message = f"the footnote `[^{mark.key}]` is defined on line {defined[mark.key].line} already; only one would be shown."
            yield Problem(page.file, mark.line, Code.TWO_FOOTNOTES, message)
        elif mark.is_definition:
            defined[mark.key] = mark
    used = {mark.key for mark in marks if not mark.is_definition}
    for mark in marks:
        if not mark.is_definition and mark.key not in defined and mark.key not in sources:
            yield _unknown(page, mark, {*defined, *sources}, source_language)
    for key in sorted(defined.keys() - used):
        message = (
            f"the footnote `[^{key}]` is defined, and nothing on the page refers to it. Put its mark in, or remove it."
        )
        yield Problem(page.file, defined[key].line, Code.UNUSED_FOOTNOTE, message)
    for key in sorted(sources - used):
        line = page.front_matter.line_of(key)
        message = f"the source `{key}` is not cited on this page. Put `[^{key}]` where it is used, in every language, or remove it."
        level = Level.ERROR if page.language == source_language else Level.WARNING  # a translation may be behind
        yield Problem(page.file, line, Code.UNUSED_SOURCE, message, level)


def _unknown(page: Page, mark: FootnoteMark, known: set[str], source_language: str) -> Problem:
    close = difflib.get_close_matches(mark.key, sorted(known), n=1)
    hint = (
        f" Did you mean `[^{close[0]}]`?"
        if close
        else (f" Define it below (`[^{mark.key}]: …`) or under `sources:` in docs/{source_language}/{page.path}.")
    )
    return Problem(
        page.file, mark.line, Code.UNKNOWN_FOOTNOTE, f"`[^{mark.key}]` is neither a footnote nor a source.{hint}"
    )
