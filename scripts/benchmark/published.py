"""The tables that readers are shown, whole in `docs-dev/bench.md` and a few rows in the README.

The bench writes them from a run that was kept, between two marks, and nobody else does.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmark.record import Record
from benchmark.table import MARK, cell, contenders, growing, power, rows_of

GROWTH = ("build", "build, one edit")
"""The rows whose growth a reader wants to know; the bench itself prints that of all."""
SHOWN_FIRST = (
    "build",
    "build, one edit",
    "preview, one edit",
    "first visit, no search index (brotli)",
    "search: a first query, data (brotli)",
)
"""The rows that the README has; all stand on the page of the bench."""
PAGE, README = "docs-dev/bench.md", "README.md"
BEGIN, END = "<!-- from scripts/bench.py --publish -->", "<!-- end -->"


def publish(project: Path, record: Record) -> None:
    """Write a run into the project's documents. Raises ValueError where one has no marks; then none is written."""
    made = {
        project / name: put((project / name).read_text(encoding="utf-8"), written)
        for name, written in ((PAGE, whole(record)), (README, first_rows(record)))
    }
    for file, text in made.items():
        file.write_text(text, encoding="utf-8", newline="\n")


def put(text: str, lines: Iterable[str]) -> str:
    """Return a document with these lines between its marks. Raises ValueError where the marks are missing."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the document has no `{BEGIN}` … `{END}`")
    return f"{before}{BEGIN}\n" + "\n".join(lines) + f"\n{END}{after}"


def whole(record: Record) -> Iterator[str]:
    """Yield date, machine and versions, then the largest site's figures, each with its ratio against the bare stack."""
    versions = ", ".join(f"{name} {number}" for name, number in record.versions.items())
    yield f"{record.about['date'][:10]}, {record.about['machine']}, {record.about['system']}; {versions}."
    yield f"In brackets: the ratio against the {MARK}."
    yield ""
    yield from _table(record, rows_of(record.figures, _sizes(record)[-1]))
    yield from _growth(record)


def first_rows(record: Record) -> Iterator[str]:
    """Yield the table of the README; a row that was not measured is not there."""
    yield from _table(record, [row for row in SHOWN_FIRST if row in rows_of(record.figures, _sizes(record)[-1])])


def _sizes(record: Record) -> list[int]:
    return sorted({figure.explainers for figure in record.figures})


def _table(record: Record, rows: Iterable[str]) -> Iterator[str]:
    figures, names, largest = record.figures, contenders(record.figures), _sizes(record)[-1]
    yield _row(f"{largest:,} explainers in three languages", names)
    yield "|---" * (len(names) + 1) + "|"
    yield from (_row(row, [cell(figures, row, name, largest) for name in names]) for row in rows)


def _growth(record: Record) -> Iterator[str]:
    figures, names, sizes = record.figures, contenders(record.figures), _sizes(record)
    if len(sizes) > 1:
        few, many = sizes[-2:]
        for row in (row for row in growing(figures, many) if row in GROWTH):
            yield _row(
                f"{row}: power of N, {few:,} to {many:,}", [power(figures, row, name, few, many) for name in names]
            )


def _row(label: str, cells: list[str]) -> str:
    return f"| {label} | {' | '.join(cells)} |"
