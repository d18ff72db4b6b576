"""The rows of the bench: what is run for each size, and who runs it. A new row, or a new rival, is one line here."""

import shutil
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmark.measure import Measurement, measure, size_of
from benchmark.rivals import BARE, OURS, VARIABLES, Contender, generate_project

FEW_EXPLAINERS, FEW_TERMS, TERMS = 10, 30, 100
WARM_UP = 2  # explainers


@dataclass(frozen=True)
class Row:
    """A task that contenders do in turn; the ratio is the first one's time to the last one's."""

    task: str
    contenders: tuple[Contender, ...]


ROWS = (Row("build", (OURS, BARE)),)


@dataclass(frozen=True)
class Result:
    """What one contender took for one task at one size: the median of its runs (the largest peak), and the site's bytes."""

    task: str
    contender: str
    explainers: int
    pages: int
    seconds: float
    cpu: float
    peak: int
    output: int
    runs: tuple[float, ...]


def run_rows(
    project: Path, scratch: Path, sizes: Sequence[int], repeat: int, say: Callable[[str], None]
) -> Iterator[Result]:
    """Generate a project of each size in ``scratch`` and yield the results of each row; ``project`` has settings and theme.

    Contenders take turns (A B A B ...), so that a slow minute of the machine falls on all of them.
    """
    for size in (WARM_UP, *sizes):
        source = scratch / f"source-{size}"
        say(f"Writing {size} explainers in three languages ...")
        pages = generate_project(project, source, size, FEW_TERMS if size <= FEW_EXPLAINERS else TERMS)
        for row in ROWS:
            results = _run(row, source, scratch, 1 if size == WARM_UP else repeat, say)
            if size != WARM_UP:  # the first builds pay for reading the tools from the disk
                yield from (_result(row, contender, size, pages, *found) for contender, found in results.items())
        shutil.rmtree(source)


def _run(
    row: Row, source: Path, scratch: Path, repeat: int, say: Callable[[str], None]
) -> dict[Contender, tuple[list[Measurement], int]]:
    measured: dict[Contender, tuple[list[Measurement], int]] = {}
    for place, contender in enumerate(row.contenders):
        contender.prepare(source, scratch / str(place))
    for turn in range(repeat):
        for place, contender in enumerate(row.contenders):
            folder = scratch / str(place)
            for made in contender.makes:
                shutil.rmtree(folder / made, ignore_errors=True)
            found = measure(contender.command, folder, VARIABLES)
            say(f"  {row.task} by {contender.name}, run {turn + 1} of {repeat}: {found.seconds:.2f} s")
            earlier = measured.get(contender, ([], 0))[0]
            measured[contender] = [*earlier, found], size_of(folder / contender.makes[0])
    for place in range(len(row.contenders)):
        shutil.rmtree(scratch / str(place))
    return measured


def _result(
    row: Row, contender: Contender, size: int, pages: int, runs: Sequence[Measurement], output: int
) -> Result:
    return Result(
        task=row.task,
        contender=contender.name,
        explainers=size,
        pages=pages,
        seconds=statistics.median(run.seconds for run in runs),
        cpu=statistics.median(run.cpu for run in runs),
        peak=max(run.peak for run in runs),
        output=output,
        runs=tuple(run.seconds for run in runs),
    )
