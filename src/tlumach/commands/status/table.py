"""`tlumach status` for people: a table for each language, and under each page what is to be done on it."""

from collections.abc import Iterator, Sequence

from tlumach.alignment.freshness import State, Summary
from tlumach.commands.console import number
from tlumach.library import Library
from tlumach.tracking.status import BlockReport, PageReport, PageStatus, by_language, percent, total

_STATES = tuple(state for state in State if state is not State.MOVED)
"""Those that have a column; what has moved is rare, and has one where there is any."""
_SHOWN = (State.CHANGED, State.MISSING, State.ORPHANED, State.MOVED, State.UNCONFIRMED)
_INDENT = "    "
_STANDINGS = {
    PageStatus.NOT_TRANSLATED: "not translated",
    PageStatus.SOURCE_GONE: "its source is gone",
    PageStatus.UNREADABLE: "cannot be read",
}


def tables_of(library: Library, reports: Sequence[PageReport], with_confirmers: bool = False) -> str:
    """Return the tables of all languages that have pages among these; nothing where there is none.

    ``with_confirmers``: under each page, who confirmed its current blocks, and when last.
    """
    tables = (_table(library, *each, with_confirmers) for each in by_language(library, reports))
    return "\n\n".join("\n".join(table) for table in tables)


def _table(library: Library, language: str, pages: Sequence[PageReport], with_confirmers: bool) -> Iterator[str]:
    """Yield the lines of a language's table: its pages, what is to be done on each, and the sums."""
    width = max(len(name) for name in ("page", _sum(pages), *(page.path for page in pages)))
    whole = total(pages)
    yield f"{language} {library.settings.language_names[language]}{_preparation(library, pages, whole)}"
    states = (*_STATES, *([State.MOVED] if whole.blocks[State.MOVED] else []))
    yield _row(width, "page", (*states, "blocks", "words"), states)
    for page in pages:
        yield _row(width, page.path, _cells(page.counts, states), states) + _remark(page)
        yield from _confirmers(page) if with_confirmers else ()
        yield from _details(page, library.settings.source)
    yield _row(width, _sum(pages), _cells(whole, states), states)


def _preparation(library: Library, pages: Sequence[PageReport], whole: Summary) -> str:
    """Say that a language is in preparation, where all of its pages are looked at and less is current than is asked for."""
    wanted, share = library.settings.in_preparation, percent(whole.words)
    is_whole = len(pages) >= len(library.paths)
    return f" (in preparation: {share}% of {wanted}%)" if is_whole and share < wanted else ""


def _row(width: int, name: str, cells: Sequence[str], states: Sequence[State]) -> str:
    widths = [len(word) + 2 for word in (*states, "blocks", "words")]
    return name.ljust(width) + "".join(cell.rjust(size) for cell, size in zip(cells, widths, strict=True))


def _cells(counts: Summary, states: Sequence[State]) -> list[str]:
    return [*(str(counts.blocks[state]) for state in states), f"{percent(counts.blocks)}%", f"{percent(counts.words)}%"]


def _sum(pages: Sequence[PageReport]) -> str:
    missing = sum(page.standing is PageStatus.NOT_TRANSLATED for page in pages)
    return number(len(pages), "page") + (f", {missing} not translated" if missing else "")


def _remark(page: PageReport) -> str:
    if page.standing is PageStatus.TRANSLATED:
        return "  by position: no record" if page.by_position else ""
    return f"  {_STANDINGS[page.standing]}"


def _confirmers(page: PageReport) -> Iterator[str]:
    """Yield a line for each who confirmed blocks that are current: how many, and when last."""
    days: dict[str, list[str]] = {}
    for block in page.blocks:
        if block.state is State.CURRENT and (block.confirmed_on or block.confirmed_by):
            days.setdefault(block.confirmed_by, []).append(block.confirmed_on)
    for by in sorted(days):
        yield f"{_INDENT}confirmed by {by or '(not recorded)'}: {number(len(days[by]), 'block')}, last {max(days[by])}"


def _details(page: PageReport, source_language: str) -> Iterator[str]:
    """Yield a line for each block that wants a person."""
    if page.standing is PageStatus.TRANSLATED:
        for state in _SHOWN[: -1 if page.by_position else None]:  # by position, all blocks are unconfirmed
            yield from (_detail(page, block, source_language) for block in page.blocks if block.state is state)


def _detail(page: PageReport, block: BlockReport, source_language: str) -> str:
    """Return where a block stands, and its id without `#`, which a shell would drop."""
    source = f"{page.source_file}:{block.source_line}"
    own = f"{page.file}:{block.translation_line}"
    place = source if block.translation_line is None else own
    by = f" by {block.confirmed_by}" if block.confirmed_by else ""
    since = f", confirmed {block.confirmed_on}{by}" if block.confirmed_on else ""
    of = f" (source line {block.source_line}{since})" if block.state is State.CHANGED else ""
    return f"{_INDENT}{block.state:<12} {place} {block.id}{of}"
