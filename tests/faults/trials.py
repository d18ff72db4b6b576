"""One fault in one run, and all of a command: a project as it stood, a run under the fault, and the claims."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.claims import States, broken_claims, files
from tests.faults.commands import Command, make_base
from tests.faults.injecting import Outcome, Step, run_slowly, run_with, steps
from tests.faults.watching import Watcher

SIGNALS = ("signal=KILL", "signal=TERM", "signal=INT")
ERRORS = ("error=ENOSPC", "error=ENOSPC+", "error=EIO", "error=EIO+")
"""At one call, and at it and all of its name that follow: a disk that stays full, or has gone."""
WHOLE = ("import", "build")
"""The commands of which the sample has more, and that a reader looks at: one that writes files, one that makes folders."""
TURNING = ("rename", "renameat2")
"""The calls at which something takes its place."""


@dataclass(frozen=True)
class Ready:
    """A command that was tried out: a project before it, its steps, and the states before and after."""

    command: Command
    start: Path
    steps: tuple[Step, ...]
    states: States

    def under(self, step: Step, fault: str) -> list[str]:
        """Return what does not hold after a fault at a step; a fault that never came is one too."""
        root = _copy(self.start, "trial")
        outcome = run_with(root, self.command.arguments, step, fault)
        missed = [] if outcome.was_hit else ["the fault did not come"]
        return [f"{self.command.name}, {fault} at {step}: {each}" for each in self._broken(root, outcome, missed)]

    def _broken(self, root: Path, outcome: Outcome, missed: list[str]) -> Iterator[str]:
        yield from missed
        yield from broken_claims(self.command, root, self.states, outcome)

    def looked_at(self, pause: int = 3000) -> tuple[int, list[str]]:
        """Return how often a reader went over all files while the command ran, and what it saw that it should not."""
        root = _copy(self.start, "trial")
        with Watcher(root, self.states) as watcher:
            done = run_slowly(root, self.command.arguments, pause)
        wrong = sorted(watcher.seen)
        if done.returncode or files(root) != self.states.after:
            wrong.append(f"the run under a reader's eyes failed: {done.stderr}")
        return watcher.looks, wrong


def made_ready(command: Command, folder: Path) -> Ready:
    """Prepare a command in an empty folder and run it once, unharmed."""
    base = folder / ("built" if command.is_build else "written")
    if not base.exists():
        make_base(base, is_built=command.is_build)
    start = folder / command.name.replace(" ", "") / "start"
    shutil.copytree(base, start)
    command.prepare(start)
    root = _copy(start, "unharmed")
    found = steps(root, command.arguments)
    states = States(files(start), files(root))
    assert states.before != states.after, f"{command.name} has nothing to do"
    return Ready(command, start, tuple(found), states)


def spread(found: Sequence[Step], count: int) -> list[Step]:
    """Return so many of the steps, at equal distances, the first and the last among them."""
    places = {round(at * (len(found) - 1) / max(count - 1, 1)) for at in range(min(count, len(found)))}
    return [found[at] for at in sorted(places)]


def sample(ready: Ready) -> list[tuple[Step, str]]:
    """Return the few faults that tell most: where the last of several things takes its place, and before any does."""
    turning = [step for step in ready.steps if step.call in TURNING]
    middle = spread(ready.steps, 3)[1]
    telling = [(turning[-1], "signal=KILL"), (turning[-1], "error=EIO+")]
    if ready.command.name not in WHOLE:
        return telling
    before = [(turning[-2], "signal=KILL"), (middle, "signal=INT"), (middle, "error=ENOSPC+")]
    return [*telling, *before, (turning[-1], "error=EIO")]


def everything(ready: Ready, most: int) -> list[tuple[Step, str]]:
    """Return a kill at each step, or at ``most`` of them where there are more, and the other faults at half as many."""
    turning = [step for step in ready.steps if step.call in TURNING]
    chosen = list(dict.fromkeys([*spread(ready.steps, most), *turning]))
    others = list(dict.fromkeys([*spread(ready.steps, most // 2), *turning]))
    return [
        *((step, "signal=KILL") for step in chosen),
        *((step, fault) for fault in (*SIGNALS[1:], *ERRORS) for step in others),
    ]


def _copy(start: Path, name: str) -> Path:
    target = start.with_name(name)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(start, target)
    return target
