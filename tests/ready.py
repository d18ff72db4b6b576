"""Runs commands in copies of a process that has read all of Tlumach: reading it anew takes longer than many a command.

What is told by the environment when Python starts is told anew only to a new process: ``ready_for`` says for which this is.
"""

import ctypes
import gc
import json
import os
import runpy
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import tlumach

_AT_START = ("PYTHON", "LC_", "LANG", "TZ", "MALLOC")
"""How the names of variables begin that are heeded when a process starts, or before its first line of ours."""
_READ = (
    *("tlumach.pipeline", "tlumach.plugin.mkdocs_runner", "tlumach.checks.pairs.registry"),
    *("tlumach.plugin.building", "tlumach.plugin.adapter", "mkdocs_static_i18n.plugin", "material.templates"),
    *("pymdownx.superfences", "pymdownx.details", "pymdownx.quotes", "pymdownx.saneheaders"),
)
"""What most commands read, beside the commands themselves."""
_SET_PTRACER = 0x59616D61
"""The kernel's name for "who may look at me" (`prctl`)."""


def _at_start(variables: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in variables.items() if name.startswith(_AT_START)}


GIVEN = _at_start(os.environ) | {"PYTHONPATH": str(Path(tlumach.__file__).parents[1])}
"""Those with which the process that waits is started: the tests' own, as `conftest.py` has them."""


class Ready:
    """A process that waits; each run is a copy of it, which ends as a process of its own would."""

    def __init__(self, more: Mapping[str, str] | None = None, first: Callable[[], object] | None = None) -> None:
        """Start it with more variables that are heeded when Python starts; ``first`` is called in it before."""
        self._folder = tempfile.TemporaryDirectory()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ready"],
            cwd=Path(__file__).parents[1],
            env={name: each for name, each in os.environ.items() if not name.startswith(_AT_START)}
            | GIVEN
            | dict(more or {}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            preexec_fn=first,
        )

    def run(
        self,
        root: Path,
        arguments: Sequence[str],
        variables: Mapping[str, str],
        watch: Callable[[int], object] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run `python -m tlumach ARGUMENTS` in a folder, with these variables alone, and return what it said.

        ``watch`` is called with the number of the process before that does anything.
        """
        said = [Path(self._folder.name) / name for name in ("out", "err")]
        asked = [str(root.absolute()), [*arguments], {**variables}, [str(each) for each in said]]
        assert self._process.stdin and self._process.stdout
        print(json.dumps([bool(watch), *asked]), file=self._process.stdin, flush=True)
        if watch:
            _continued(int(self._process.stdout.readline()), watch)
        status = int(self._process.stdout.readline())
        out, err = (each.read_text() for each in said)
        return subprocess.CompletedProcess(["tlumach", *arguments], status, out, err)


def ready_for(variables: Mapping[str, str]) -> Ready | None:
    """Return the process that serves runs with these variables; None where a run needs a process of its own."""
    return _ready() if _at_start(variables) == GIVEN else None


@cache
def _ready() -> Ready:
    return Ready()


def _continued(process: int, watch: Callable[[int], object]) -> None:
    """Let a process that has stopped be watched and go on; one that could not be watched ends."""
    try:
        watch(process)
    except BaseException:
        os.kill(process, signal.SIGKILL)
        raise
    os.kill(process, signal.SIGCONT)


def _serve() -> NoReturn:
    """Read what most commands need, and be each command that is asked for, in a copy."""
    from tlumach.cli import COMMANDS

    for name in (*_READ, *(f"tlumach.commands.{each.module}" for each in COMMANDS.values())):
        import_module(name)
    _read_what_never_changes()
    gc.freeze()  # so that no copy goes over all of this, which would have it copied in memory too
    for line in iter(sys.stdin.buffer.readline, b""):
        is_watched, *asked = json.loads(line)
        child = os.fork()
        if not child:
            _become(is_watched, *asked)
        if is_watched:
            os.waitpid(child, os.WUNTRACED)
            print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    sys.exit()


def _read_what_never_changes() -> None:
    """Have the data of libraries that most builds need."""
    from babel import Locale
    from PIL import Image

    from tlumach.languages.lemmas import DICTIONARIES, Lemmatizer

    Image.init()
    for language in DICTIONARIES:
        Lemmatizer().has("a", language)
    for language in ("ru", "uk", "en"):
        assert Locale.parse(language).months


def _let_anybody_watch() -> None:
    """Stop until someone watches, as a program that is not our parent may where the kernel asks for leave (Yama)."""
    ctypes.CDLL(None).prctl(_SET_PTRACER, ctypes.c_ulong(-1), 0, 0, 0)
    os.kill(os.getpid(), signal.SIGSTOP)


def _become(is_watched: bool, root: str, arguments: list[str], variables: dict[str, str], said: list[str]) -> NoReturn:
    """Be `python -m tlumach` from here on, to the end of the process."""
    if is_watched:
        _let_anybody_watch()
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
