"""The dates that are written down: of a build, so that the same input gives the same bytes; of a confirmation."""

import datetime
import os
import subprocess
import time
from pathlib import Path

OLDEST = 315532800  # 1980-01-01, the oldest date a zip can hold: used where no other is known


def build_timestamp(root: Path) -> int:
    """Return the date of the build in seconds since 1970: SOURCE_DATE_EPOCH, else the last commit's, else 1980-01-01.

    The convention is that of reproducible-builds.org.
    """
    if (given := _given()) is not None:
        return given
    git = ("git", "-C", str(root), "log", "-1", "--format=%ct")
    try:
        found = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return OLDEST
    return int(found) if found.isdigit() else OLDEST


def build_date(root: Path) -> datetime.date:
    """Return the day of the build (UTC), as pages show it."""
    return datetime.datetime.fromtimestamp(build_timestamp(root), datetime.UTC).date()


def confirmation_date() -> str:
    """Return the day on which something is confirmed (ISO 8601, UTC): that of SOURCE_DATE_EPOCH, else today."""
    given = _given()
    seconds = time.time() if given is None else given
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()


def _given() -> int | None:
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(given) if given.isdigit() else None
