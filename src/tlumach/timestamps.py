"""The one date of a build: the same input gives the same bytes, whenever and wherever it is built."""

import os
import subprocess
from pathlib import Path

OLDEST = 315532800  # 1980-01-01, the oldest date a zip can hold: used where no other is known


def build_timestamp(root: Path) -> int:
    """Return the date of the build in seconds since 1970: SOURCE_DATE_EPOCH, else the last commit's, else 1980-01-01.

    The convention is that of reproducible-builds.org.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    git = ("git", "-C", str(root), "log", "-1", "--format=%ct")
    try:
        found = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return OLDEST
    return int(found) if found.isdigit() else OLDEST
