"""Runs a command under strace, which lets one of its system calls fail or end the process: the kernel's own calls, not Python's.

strace counts each call by its name and process, so a run that is only watched tells first which calls there are.
"""

import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.project import EPOCH
from tests.ready import GIVEN, Ready
from tests.tools import strace

CHANGES = (
    "write,pwrite64,writev,sendfile,copy_file_range,ftruncate,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,"
    "link,linkat,symlink,symlinkat,chmod,fchmod,fsync,fdatasync"
)
"""The calls that change files (opening a file to write leaves it empty: what the first write to it then finds)."""
_CALL = re.compile(r"(?P<process>\d+) +(?P<name>\w+)\((?P<arguments>.*)")
_FAULT = re.compile(r"\(INJECTED\)|\+\+\+ killed by|--- SIG(TERM|INT) ")
_AT_START = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
_TO_A_PERSON = re.compile(r"[12](<|,)")  # standard output and error


@dataclass(frozen=True)
class Step:
    """A call that changes a file: its name, which one it is of that name in its process, and what it was given."""

    call: str
    number: int
    given: str

    def __str__(self) -> str:
        """Return the call as a report names it."""
        return f"{self.call} {self.number}"


@dataclass(frozen=True)
class Outcome:
    """How a run ended: the exit status (negative: the signal), what it said on both streams, and whether the fault came."""

    status: int
    said: str
    was_hit: bool


def steps(root: Path, arguments: Sequence[str]) -> list[Step]:
    """Run a command unharmed and return its changes of files, in order; those that changed nothing are left out."""
    log = root.with_name(f"{root.name}.log")
    done = _run(root, arguments, log, "-e", f"trace={CHANGES}")
    assert done.returncode == 0, done.stderr
    numbers = Counter[tuple[str, str]]()
    found = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if call := _CALL.match(line):
            key = (call["process"], call["name"])
            numbers[key] += 1
            if not _TO_A_PERSON.match(call["arguments"]) and " = -1 E" not in line:
                found.append(Step(call["name"], numbers[key], call["arguments"]))
    return found


def run_with(root: Path, arguments: Sequence[str], step: Step, fault: str) -> Outcome:
    """Run a command with a fault at one of its steps: `signal=KILL`, `error=ENOSPC`; with a `+` behind, at all that follow too."""
    log = root.with_name(f"{root.name}.log")
    when = f"{step.number}{'+' if fault.endswith('+') else ''}"
    injected = f"inject={step.call}:{fault.removesuffix('+')}:when={when}"
    done = _run(root, arguments, log, "-e", f"trace={step.call}", "-e", injected)
    was_hit = done.returncode == -signal.SIGKILL or bool(
        _FAULT.search(log.read_text(encoding="utf-8", errors="replace"))
    )
    return Outcome(done.returncode, done.stdout + done.stderr, was_hit)


def run_slowly(root: Path, arguments: Sequence[str], pause: int) -> "subprocess.CompletedProcess[str]":
    """Run a command that rests for so many microseconds after each rename and removal: time enough to look."""
    calls = "rename,renameat2,unlink,unlinkat,rmdir,link"
    injected = f"inject={calls}:delay_exit={pause}"
    return _run(root, arguments, root.with_name(f"{root.name}.log"), "-e", f"trace={calls}", "-e", injected)


def _run(root: Path, arguments: Sequence[str], log: Path, *traced: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of ours in a process of its own: on one core it shares its work with no other process."""
    variables = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **_AT_START, "NO_COLOR": "1"}
    watch = [strace(), "-f", "-y", "-o", str(log), *traced]
    if os.environ["PYTHONPATH"] != GIVEN["PYTHONPATH"]:  # another package than ours
        command = [*watch, sys.executable, "-m", "tlumach", *arguments]
        return subprocess.run(
            command, cwd=root, env=variables, capture_output=True, text=True, check=False, preexec_fn=_on_one_core
        )
    with ExitStack() as watching:
        return _ready().run(
            root, arguments, variables, lambda process: watching.enter_context(_attached(watch, process))
        )


@cache
def _ready() -> Ready:
    """Return a process that has read all that a command needs: only what comes then is watched."""
    return Ready(_AT_START, _on_one_core)


@contextmanager
def _attached(watch: Sequence[str], process: int) -> Iterator[None]:
    """Have a process watched that has stopped; when it has ended, so has the one that watches, and all is in its log."""
    with subprocess.Popen([*watch, "-p", str(process)], stderr=subprocess.PIPE, text=True) as watcher:
        assert watcher.stderr
        said = watcher.stderr.readline()
        assert "attached" in said, said
        yield


def _on_one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
