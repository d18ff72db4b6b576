"""How xdist's processes read the tests: each has to know all, and none has to do what another has done."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def read_a_share(config: pytest.Config) -> None:
    """Read every n-th module first, in each of n processes, so that each compiles its own and finds those of the others.

    In a fresh clone pytest writes the assertions of all modules anew, which takes longer than all that follows of reading.
    """
    worker = getattr(config, "workerinput", None)
    if worker is None or sys.dont_write_bytecode:
        return
    place = int(worker["workerid"].removeprefix("gw"))
    for file in _modules(config)[place :: worker["workercount"]]:
        with suppress(Exception):  # what a module fails with is said when all are read
            import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))


@contextmanager
def without_looking_for_garbage() -> Iterator[None]:
    """Let Python not go over ten thousand tests again and again while they are read, nor afterwards: all of them stay."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _modules(config: pytest.Config) -> list[Path]:
    """Return the modules of tests that are asked for, in the same order in each process."""
    asked = [(config.invocation_params.dir / name.partition("::")[0]).resolve() for name in config.args]
    files = {file for path in asked for file in ([path] if path.is_file() else path.rglob("test_*.py"))}
    return sorted(file for file in files if file.is_relative_to(ROOT))
