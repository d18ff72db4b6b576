"""The table of the README: written by the bench from a run that was kept, between two marks, and by nobody else."""

from collections.abc import Iterator

from benchmark.record import Record
from benchmark.table import MARK, cell, contenders, growing, power, rows_of

GROWTH = ("build", "build, one edit")
"""The rows whose growth a reader of the README wants to know; the bench itself prints that of all."""
BEGIN, END = "<!-- from scripts/bench.py --readme -->", "<!-- end -->"


def put(text: str, record: Record) -> str:
    """Return the README with the run's table between its marks. Raises ValueError where the marks are missing."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the README has no `{BEGIN}` … `{END}`")
    return f"{before}{BEGIN}\n" + "\n".join(lines(record)) + f"\n{END}{after}"


def lines(record: Record) -> Iterator[str]:
    """Yield the lines: date, machine and versions, then the largest site's figures, each with its ratio against the bare stack."""
    figures, names = record.figures, contenders(record.figures)
    sizes = sorted({figure.explainers for figure in figures})
    versions = ", ".join(f"{name} {number}" for name, number in record.versions.items())
    yield f"{record.about['date'][:10]}, {record.about['machine']}, {record.about['system']}; {versions}."
    yield f"In brackets: the ratio against the {MARK}."
    yield ""
    yield _row(f"{sizes[-1]:,} explainers in three languages", names)
    yield "|---" * (len(names) + 1) + "|"
    for row in rows_of(figures, sizes[-1]):
        yield _row(row, [cell(figures, row, name, sizes[-1]) for name in names])
    if len(sizes) > 1:
        few, many = sizes[-2:]
        for row in (row for row in growing(figures, many) if row in GROWTH):
            yield _row(
                f"{row}: power of N, {few:,} to {many:,}", [power(figures, row, name, few, many) for name in names]
            )


def _row(label: str, cells: list[str]) -> str:
    return f"| {label} | {' | '.join(cells)} |"
