"""The rows of the bench: what is run for each size, and who runs it. A new row, or a new rival, is one line here."""

import shutil
import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmark.measure import Measurement, measure, size_of
from benchmark.rivals import BARE, OURS, VARIABLES, Contender, command, generate_project

FEW_EXPLAINERS, FEW_TERMS, TERMS = 10, 30, 100
WARM_UP = 2  # explainers

Say = Callable[[str], None]


@dataclass(frozen=True)
class Row:
    """A task that contenders do in turn: the first is ours, the last is the mark that ours is compared with.

    ``aim`` is what the figures are read against; no figure makes the bench fail.
    """

    task: str
    contenders: tuple[Contender, ...]
    aim: str = ""


ROWS = (
    Row("build", (OURS, BARE), "1.15 times the bare stack, growth with the power 1.05 of N at most"),
    Row("status", (command("status"),), "3 s, 300 MB for 1,000 explainers on two cores"),
    Row("terms", (command("terms"),), "5 s, 400 MB for 1,000 explainers and 100 terms on two cores"),
    Row("check", (command("check"),)),
)


@dataclass(frozen=True)
class Result:
    """What one contender took for one task at one size: the medians of its runs (of the memory the most), the site's bytes (0: none)."""

    task: str
    contender: str
    explainers: int
    pages: int
    seconds: float
    cpu: float
    peak: int
    output: int
    runs: tuple[float, ...]


def warm_up(project: Path, scratch: Path, say: Say) -> None:
    """Run everything once on a small project: the first run pays for reading the tools from the disk."""
    say("Warming up ...")
    generate_project(project, scratch / "source", WARM_UP, FEW_TERMS)
    for row in ROWS:
        _measure(row, scratch, 1, lambda _: None)
    shutil.rmtree(scratch / "source")


def run_size(project: Path, scratch: Path, size: int, repeat: int, say: Say) -> Iterator[Result]:
    """Generate ``size`` explainers in ``scratch``, with settings and theme of ``project``, and yield each row's results."""
    say(f"Writing {size} explainers in three languages ...")
    pages = generate_project(project, scratch / "source", size, FEW_TERMS if size <= FEW_EXPLAINERS else TERMS)
    for row in ROWS:
        for contender, (runs, output) in _measure(row, scratch, repeat, say).items():
            yield _result(row.task, contender.name, size, pages, runs, output)
    shutil.rmtree(scratch / "source")


def _measure(row: Row, scratch: Path, repeat: int, say: Say) -> dict[Contender, tuple[list[Measurement], int]]:
    """Let the contenders take turns (A B A B ...), so that a slow minute of the machine falls on all of them."""
    with _folders(row, scratch) as folders:
        runs: dict[Contender, list[Measurement]] = {contender: [] for contender in row.contenders}
        for turn in range(repeat):
            for contender, folder in folders.items():
                for made in contender.makes:
                    shutil.rmtree(folder / made, ignore_errors=True)
                found = measure(contender.command, folder, VARIABLES)
                runs[contender].append(found)
                say(f"  {row.task} by {contender.name}, run {turn + 1} of {repeat}: {found.seconds:.2f} s")
        return {
            contender: (runs[contender], sum(size_of(folder / made) for made in contender.makes[:1]))
            for contender, folder in folders.items()
        }


@contextmanager
def _folders(row: Row, scratch: Path) -> Iterator[dict[Contender, Path]]:
    folders = {contender: scratch / f"contender-{place}" for place, contender in enumerate(row.contenders)}
    for contender, folder in folders.items():
        contender.prepare(scratch / "source", folder)
    yield folders
    for folder in folders.values():
        shutil.rmtree(folder)


def _result(task: str, name: str, size: int, pages: int, runs: Sequence[Measurement], output: int) -> Result:
    return Result(
        task=task,
        contender=name,
        explainers=size,
        pages=pages,
        seconds=statistics.median(run.seconds for run in runs),
        cpu=statistics.median(run.cpu for run in runs),
        peak=max(run.peak for run in runs),
        output=output,
        runs=tuple(run.seconds for run in runs),
    )
