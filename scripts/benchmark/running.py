"""One run of the bench, from the first warm-up to the last figure."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmark.builders.rivals import rivals
from benchmark.figures import Figure
from benchmark.record import Record, about, versions
from benchmark.rows import Say, chosen, rows, run_size, warm_up
from benchmark.searching.search import left_out as searches_left_out


def run_all(
    project: Path, sizes: Sequence[int], repeat: int, wanted: Sequence[str], say: Say
) -> tuple[Record, list[str]]:
    """Measure the wanted rows (none named: all) at these sizes, each ``repeat`` times.

    Return the record, and a line for each rival left out. Raises CommandFailedError when a build fails, and ValueError
    where there is no such row.
    """
    found, left_out = rivals()
    table, before = chosen(rows(found), wanted), about()
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="tlumach-bench-") as scratch:
        warm_up(project, Path(scratch), table, say)
        for size in sizes:
            figures += run_size(project, Path(scratch), table, size, repeat, say)
    return Record(before, versions(found), tuple(figures)), [*left_out, *searches_left_out()]
