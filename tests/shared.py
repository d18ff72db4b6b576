"""What is built once for all tests: whoever of xdist's processes asks first builds it, the others wait and use it too."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder of this run of the tests which ``make`` has filled; where it failed, the next who asks tries again.

    Tests must not change what lies there: others look at it at the same time.
    """
    folder = _of_the_run(factory) / "shared" / name
    folder.parent.mkdir(exist_ok=True)
    whole = folder.with_name(f"{name}.whole")
    with folder.with_name(f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            make(folder)
            whole.touch()
    return folder


def _of_the_run(factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the whole run: each of xdist's processes has one of its own within it."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
