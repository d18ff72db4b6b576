"""What must hold after a fault, whatever it was: nothing lost, nothing mixed, and the next command ends right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.faults.commands import Command
from tests.faults.injecting import Outcome
from tests.project import digest, run

Files = Mapping[str, str]
FOLDERS = ("site", "dist")
_LEFT_TO_THE_NEXT = ("the next command of tlumach writes the rest", "the next build puts the rest in place")
"""The disk let nothing be taken back, and the command said so."""
_STOPPED = "Aborted!"
_CLEARED_BY_THE_NEXT = (".tlumach-writing-", ".site-unfinished-", ".dist-unfinished-")
"""What a disk may refuse to let go of when the work is done: the next command must clear it, and that is asked of it."""
_OWN = ".cache/"  # a cache may be lost, and is no file of a person's


@dataclass(frozen=True)
class States:
    """The files of a project, as digests by name: before a command, and after one that nothing befell."""

    before: Files
    after: Files


def files(root: Path) -> Files:
    """Return the digests of all files of a project but those of the cache."""
    return {name: each for name, each in digest(root).items() if not name.startswith(_OWN)}


def broken_claims(command: Command, root: Path, states: States, outcome: Outcome) -> Iterator[str]:
    """Yield what does not hold after a fault at some step of a command; the project is used up by it."""
    if "Traceback" in outcome.said:
        yield f"a traceback: {outcome.said[-2000:]}"
    if not any(each in outcome.said for each in _LEFT_TO_THE_NEXT):
        yield from _as_a_reader_sees_it(files(root), states)
    if outcome.status >= 0:  # it ended by itself, and said how
        yield from _as_it_said(root, states, outcome)
    if outcome.status > 0 and files(root) == states.before:
        return  # what comes next is as it would have been without this one
    if not command.is_build:
        yield from _as_the_next_command_leaves_it(root, states)
    again = run(root, *command.arguments)
    if "Traceback" in again.stderr:
        yield f"the same command again: {again.stderr[-2000:]}"
    if files(root) != states.after:
        yield f"the same command again: {_differences(files(root), states)} ({again.stdout}{again.stderr})"


def _as_the_next_command_leaves_it(root: Path, states: States) -> Iterator[str]:
    """Whatever comes next finds all files old or all new, and nothing beside them."""
    said = run(root, "status").stderr
    if "Traceback" in said:
        yield f"the next command: {said[-2000:]}"
    if files(root) not in (states.before, states.after):
        yield f"after the next command: {_differences(files(root), states)}"


def _as_a_reader_sees_it(found: Files, states: States) -> Iterator[str]:
    """Each of `site/` and `dist/` is old or new as a whole, and each other file is."""
    for folder in FOLDERS:
        whole = [_within(each, folder) for each in (found, states.before, states.after)]
        if whole[0] not in whole[1:]:
            yield f"{folder}/ is neither old nor new"
    for name, each in found.items():
        is_hidden = name.startswith(".")  # what a command is still writing
        if not is_hidden and name.partition("/")[0] not in FOLDERS and each not in _both(name, states):
            yield f"{name} is neither old nor new"
    for name in states.before.keys() & states.after.keys():
        if name.partition("/")[0] not in FOLDERS and name not in found:
            yield f"{name} is gone"


def _as_it_said(root: Path, states: States, outcome: Outcome) -> Iterator[str]:
    """What a command says that it has left is what stands there; one that is told to stop may have been done already."""
    if any(each in outcome.said for each in _LEFT_TO_THE_NEXT):
        return
    right = (
        [states.before, states.after]
        if _STOPPED in outcome.said
        else [states.before if outcome.status else states.after]
    )
    found = {name: each for name, each in files(root).items() if not name.startswith(_CLEARED_BY_THE_NEXT)}
    if found not in right:
        yield f"exit status {outcome.status}, but {_differences(found, States(right[0], right[0]))} ({outcome.said[-500:]})"


def _within(found: Files, folder: str) -> Files:
    return {name: each for name, each in found.items() if name.startswith(f"{folder}/")}


def _both(name: str, states: States) -> tuple[str | None, str | None]:
    return states.before.get(name), states.after.get(name)


def _differences(found: Files, states: States) -> str:
    odd = [name for name, each in found.items() if each not in _both(name, states)]
    old = sum(each == states.before.get(name) != states.after.get(name) for name, each in found.items())
    new = sum(each == states.after.get(name) != states.before.get(name) for name, each in found.items())
    gone = sorted((states.before.keys() & states.after.keys()) - found.keys())
    return f"{old} files are old, {new} new, neither: {odd[:5]}, gone: {gone[:5]}"
