"""The rows of the bench: what is run for each size, by whom, and what is looked at afterwards.

A new row is one line of ``ROWS``; what is measured on a built site (its search, its editions) is a module of its own
with a function that yields figures, and one name in ``INSPECTIONS``.
"""

import shutil
import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmark.builders.contender import NEXT_DAY, VARIABLES, Contender
from benchmark.builders.rivals import BARE, OURS, UNCHECKED, building, command, generate, generated
from benchmark.builders.this_site import CONTENDERS as THIS_SITE
from benchmark.change import change_page
from benchmark.content.words import MORE_LANGUAGES
from benchmark.editions import BOOKS, READERS, made_files, offline_zip
from benchmark.figures import Figure
from benchmark.first_screen import first_screen
from benchmark.load import load
from benchmark.measure import Measurement, measure, size_of
from benchmark.preview import preview
from benchmark.searching.search import search
from benchmark.weight import weight

FEW_EXPLAINERS, FEW_TERMS, TERMS = 10, 30, 100
WARM_UP = 2  # explainers

Say = Callable[[str], None]
Inspection = Callable[[Contender, Path, int], Iterator[Figure]]  # who, the folder with what it built, the explainers
INSPECTIONS: tuple[Inspection, ...] = (weight, load, offline_zip, search, preview)


@dataclass(frozen=True)
class Row:
    """A task that contenders do in turn, and whether they do it again: after one page was changed, with nothing changed, and
    after a change on the next day.

    ``aim`` is what the figures are read against; no figure makes the bench fail.
    """

    task: str
    contenders: tuple[Contender, ...]
    again: bool = False
    unchanged: bool = False
    next_day: bool = False
    inspections: tuple[Inspection, ...] = ()
    aim: str = ""


@dataclass
class _Runs:
    """What one contender took in its turns."""

    cold: list[Measurement] = field(default_factory=list)
    unchanged: list[Measurement] = field(default_factory=list)
    again: list[Measurement] = field(default_factory=list)
    next_day: list[Measurement] = field(default_factory=list)
    output: int = 0


def rows(rivals: Sequence[Contender]) -> tuple[Row, ...]:
    """Return the rows, with these rivals beside the bare stack."""
    aim = "cold at most half of the bare stack's time, one edit a quarter, growth with the power 1.05 of N, 1 GB"
    return (
        Row("build", (OURS, BARE, *rivals), again=True, inspections=INSPECTIONS, aim=aim),
        Row("build, default editions", (building(),), again=True, unchanged=True, next_day=True),
        Row("build, five languages", (building(generated(more=MORE_LANGUAGES)),), again=True, unchanged=True),
        Row("build, 100,000 words", (building(generated(vocabulary=100_000)),), again=True),
        Row("build without checks", (UNCHECKED, BARE)),
        Row(
            "this site",
            THIS_SITE,
            inspections=(first_screen,),
            aim="a first visit of 18 KB (brotli 11); the largest text 1.35 times as late as by hand",
        ),
        Row(
            "readers", (READERS, BARE), inspections=(made_files,), aim="20 s, 500 MB for 1,000 explainers on two cores"
        ),
        Row("books", (BOOKS,), inspections=(made_files,)),
        Row("check", (command("check"),), again=True),
        Row("status", (command("status"),), aim="3 s, 300 MB for 1,000 explainers on two cores"),
        Row("terms", (command("terms"),), aim="5 s, 400 MB for 1,000 explainers and 100 terms on two cores"),
    )


def chosen(table: Sequence[Row], wanted: Sequence[str]) -> tuple[Row, ...]:
    """Return the rows of these tasks, in the order of the table; all where none is named. Raises ValueError for another name."""
    tasks = [row.task for row in table]
    for name in wanted:
        if name not in tasks:
            raise ValueError(f"there is no row `{name}`; there are {', '.join(f'`{task}`' for task in tasks)}")
    return tuple(row for row in table if not wanted or row.task in wanted)


def warm_up(project: Path, scratch: Path, table: Sequence[Row], say: Say) -> None:
    """Run everything once on a small project: the first run pays for reading the tools from the disk."""
    say("Warming up ...")
    generate(project, scratch / "source", WARM_UP, FEW_TERMS)
    for row in table:
        list(_measured(replace(row, inspections=()), scratch, WARM_UP, 1, lambda _: None))
    shutil.rmtree(scratch / "source")


def run_size(project: Path, scratch: Path, table: Sequence[Row], size: int, repeat: int, say: Say) -> Iterator[Figure]:
    """Generate ``size`` explainers in ``scratch``, with the settings of ``project``, and yield the figures of each row."""
    say(f"Writing {size} explainers in three languages ...")
    generate(project, scratch / "source", size, FEW_TERMS if size <= FEW_EXPLAINERS else TERMS)
    for row in table:
        yield from _measured(row, scratch, size, repeat, say)
    shutil.rmtree(scratch / "source")


def _measured(row: Row, scratch: Path, size: int, repeat: int, say: Say) -> Iterator[Figure]:
    """Let the contenders take turns (A B A B ...), so that a slow minute of the machine falls on all of them."""
    with _folders(row, scratch) as folders:
        runs = {contender: _Runs() for contender in row.contenders}
        for turn in range(1, repeat + 1):
            for contender, folder in folders.items():
                _turn(row, contender, folder, turn, runs[contender])
                say(f"  {row.task} by {contender.name}, run {turn} of {repeat}: {_seconds(runs[contender])}")
        for contender, folder in folders.items():
            yield from _figures(row.task, contender.name, size, runs[contender])
            for inspect in row.inspections:
                yield from inspect(contender, folder, size)


def _turn(row: Row, contender: Contender, folder: Path, turn: int, runs: _Runs) -> None:
    for made in contender.makes:
        shutil.rmtree(folder / made, ignore_errors=True)
        (folder / made).unlink(missing_ok=True)
    runs.cold.append(measure(contender.command, folder, VARIABLES))
    runs.output = size_of(folder / contender.site) if contender.site else 0
    again = contender.again or contender.command
    if row.unchanged:
        runs.unchanged.append(measure(again, folder, VARIABLES))
    if row.again:
        change_page(contender, folder, turn)
        runs.again.append(measure(again, folder, VARIABLES))
    if row.next_day:
        change_page(contender, folder, turn)
        runs.next_day.append(measure(again, folder, NEXT_DAY))


@contextmanager
def _folders(row: Row, scratch: Path) -> Iterator[dict[Contender, Path]]:
    folders = {contender: scratch / f"contender-{place}" for place, contender in enumerate(row.contenders)}
    for contender, folder in folders.items():
        contender.prepare(scratch / "source", folder)
    yield folders
    for folder in folders.values():
        shutil.rmtree(folder)


def _figures(task: str, name: str, size: int, runs: _Runs) -> Iterator[Figure]:
    labels = ("", ", no change", ", one edit", ", one edit on the next day")
    for more, found in zip(labels, (runs.cold, runs.unchanged, runs.again, runs.next_day), strict=True):
        label = f"{task}{more}"
        if found:
            yield _median(label, name, size, [run.seconds for run in found])
            yield _median(f"{label}: CPU", name, size, [run.cpu for run in found])
            yield Figure(f"{label}: memory", name, size, max(run.peak for run in found), "bytes")
    if runs.output:
        yield Figure("site on the disk", name, size, runs.output, "bytes", grows=True)


def _median(label: str, name: str, size: int, values: Sequence[float]) -> Figure:
    return Figure(label, name, size, statistics.median(values), "s", grows=True, runs=tuple(values))


def _seconds(runs: _Runs) -> str:
    again = f", after one edit {runs.again[-1].seconds:.2f} s" if runs.again else ""
    return f"{runs.cold[-1].seconds:.2f} s{again}"
