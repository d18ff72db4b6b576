"""Runs commands in copies of a process that has read all of Tlumach: reading it anew takes longer than many a command.

What is told by the environment when Python starts is told anew only to a new process: ``serves`` says for which this is.
"""

import json
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import tlumach

_AT_START = ("PYTHON", "LC_", "LANG", "TZ", "MALLOC")
"""How the names of variables begin that are heeded when a process starts, or before its first line of ours."""
_READ = ("tlumach.pipeline", "tlumach.plugin.mkdocs_runner", "tlumach.checks.pairs.registry")
"""What most commands read, beside the commands themselves."""


def _at_start(variables: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in variables.items() if name.startswith(_AT_START)}


GIVEN = _at_start(os.environ) | {"PYTHONPATH": str(Path(tlumach.__file__).parents[1])}
"""Those with which the process that waits is started: the tests' own, as `conftest.py` has them."""


class Ready:
    """A process that waits; each run is a copy of it, which ends as a process of its own would."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ready"],
            cwd=Path(__file__).parents[1],
            env={name: each for name, each in os.environ.items() if not name.startswith(_AT_START)} | GIVEN,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(
        self, root: Path, arguments: Sequence[str], variables: Mapping[str, str]
    ) -> subprocess.CompletedProcess[str]:
        """Run `python -m tlumach ARGUMENTS` in a folder, with these variables alone, and return what it said."""
        said = [Path(self._folder.name) / name for name in ("out", "err")]
        asked = json.dumps([str(root.absolute()), [*arguments], {**variables}, [str(each) for each in said]])
        assert self._process.stdin and self._process.stdout
        print(asked, file=self._process.stdin, flush=True)
        status = int(self._process.stdout.readline())
        out, err = (each.read_text() for each in said)
        return subprocess.CompletedProcess(["tlumach", *arguments], status, out, err)


def ready_for(variables: Mapping[str, str]) -> Ready | None:
    """Return the process that serves runs with these variables; None where a run needs a process of its own."""
    return _ready() if _at_start(variables) == GIVEN else None


@cache
def _ready() -> Ready:
    return Ready()


def _serve() -> NoReturn:
    """Read what most commands need, and be each command that is asked for, in a copy."""
    from tlumach.cli import COMMANDS

    for name in (*_READ, *(f"tlumach.commands.{each.module}" for each in COMMANDS.values())):
        import_module(name)
    for line in iter(sys.stdin.buffer.readline, b""):
        child = os.fork()
        if not child:
            _become(*json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    sys.exit()


def _become(root: str, arguments: list[str], variables: dict[str, str], said: list[str]) -> NoReturn:
    """Be `python -m tlumach` from here on, to the end of the process."""
    os.chdir(root)
    os.environ.clear()
    os.environ.update(variables)
    for place, name in enumerate((os.devnull, *said)):
        os.dup2(os.open(name, os.O_RDWR | os.O_CREAT | os.O_TRUNC), place)
    sys.path[0], sys.argv[1:] = root, arguments
    runpy.run_module("tlumach", run_name="__main__", alter_sys=True)
    sys.exit()


if __name__ == "__main__":
    _serve()
