"""What is installed here: known by names and versions, without importing any of it."""

import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

import tlumach

PACKAGE = Path(tlumach.__file__).parent


def installed() -> tuple[str, list[str]]:
    """Return the version of Python, and the names of what is installed with versions: those of its folders."""
    return platform.python_version(), sorted(_distributions())


def _distributions() -> Iterator[str]:
    for folder in filter(os.path.isdir, sys.path):
        yield from (name for name in os.listdir(folder) if name.endswith(".dist-info"))
