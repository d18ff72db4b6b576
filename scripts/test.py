"""Run every test with one command: style, types, unit tests, real builds, and the built site in a real browser.

`--quick` runs what is quick, for while one works: style, types, one build of the project as it is, and the unit tests that
are not marked `slow` (those build no site, start no server or browser, and take no seconds of CPU time each), with ten
examples for each property in the place of sixty.
Style, types and the build go on beside the tests: each prints what it has to say when it has ended.
Further arguments go to pytest (`python3 scripts/test.py tests/unit -k links`).
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import environment

Step = tuple[str, tuple[str, ...]]
"""A step's name, and what Python is started with."""

CHECKS: tuple[Step, ...] = (
    ("Style (ruff)", ("-m", "ruff", "check", ".")),
    ("Format (ruff)", ("-m", "ruff", "format", "--check", ".")),
    ("Types (mypy)", ("-m", "mypy")),
)
BUILD: Step = ("Build", ("-m", "tlumach", "build"))
TESTS: Step = ("Tests (pytest)", ("-m", "pytest"))
QUICK_TESTS: Step = (
    "Quick tests (pytest)",
    ("-m", "pytest", "tests/unit", "-m", "not slow", "--hypothesis-profile", "quick"),
)
QUICKLY = ("-n", str(os.cpu_count() or 1), "--assert=plain", "--tb=no")
"""These never wait, so that a process for each processor is enough; each has to read all tests, which takes half as long
where pytest writes no assertion anew: what fails is run again, to show the values."""
AGAIN = ("-n", "0", "--last-failed", "--last-failed-no-failures", "none")
MEMORY = Path("/dev/shm")
ROOM = 4 * 1024**3
"""Bytes: as much must be free there and of the machine's memory. All tests together write a quarter of it."""
VARIABLES = {"PYTHONDONTWRITEBYTECODE": ""}
"""Hundreds of processes are started: what Python compiles for one is kept for all, whatever the shell says."""


def main() -> int:
    """Make the environment with the test tools, run all or what is quick, and return 0 only when all passed."""
    arguments = tuple(word for word in sys.argv[1:] if word != "--quick")
    environment.make("requirements-test.txt")
    environment.ensure_dictionaries()
    if "--quick" in sys.argv[1:]:
        failed = _run((*CHECKS, BUILD), QUICK_TESTS, (*QUICKLY, *arguments))
        if QUICK_TESTS[0] in failed:
            environment.run(*QUICK_TESTS[1], *AGAIN, *arguments, **VARIABLES)
    else:
        failed = _run(CHECKS, TESTS, arguments, TLUMACH_BROWSER=environment.ensure_browser())
    environment.say(f"FAILED: {', '.join(failed)}" if failed else "All passed.")
    return 1 if failed else 0


def _run(steps: tuple[Step, ...], tests: Step, arguments: tuple[str, ...], **variables: str) -> list[str]:
    """Run the tests, and the steps one after the other beside them; return the names of those that failed."""
    name, command = tests
    with ThreadPoolExecutor(1) as beside, _in_memory() as temporary:
        others = [beside.submit(_quietly, *step) for step in steps]
        environment.say(f"== {name}")
        status = environment.run(*command, *arguments, **VARIABLES, **temporary, **variables)
    failed = [step for (step, _), done in zip(steps, others, strict=True) if done.result()]
    return [*failed, name] if status else failed


@contextmanager
def _in_memory() -> Iterator[dict[str, str]]:
    """Yield what has the tests write their tens of thousands of files into memory, where there is room; they are gone afterwards."""
    if not MEMORY.is_dir() or min(shutil.disk_usage(MEMORY).free, _free_memory()) < ROOM:
        yield {}
        return
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="t-", ignore_cleanup_errors=True) as folder:
        yield {"TMPDIR": folder}


def _free_memory() -> int:
    """Return how many bytes of the machine's memory nobody uses."""
    return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def _quietly(name: str, command: tuple[str, ...]) -> int:
    """Run a step, print what it said in one piece, and return its exit status."""
    status, said = environment.output(*command, **VARIABLES)
    environment.say(f"\n== {name}\n{said.rstrip()}")
    return status


if __name__ == "__main__":
    sys.exit(main())
