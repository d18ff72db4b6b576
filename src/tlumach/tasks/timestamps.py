"""The dates that are written down: of a build, so that the same input gives the same bytes; of a confirmation."""

import datetime
import os
import time
from pathlib import Path

from tlumach.git import NOT_INSTALLED, GitFailedError, ask

VARIABLE = "SOURCE_DATE_EPOCH"
OLDEST = 315532800  # 1980-01-01, the oldest date a zip can hold: used where no other is known
NEWEST = 4354819198  # 2107-12-31 23:59:58, the newest
HOW_TO = f"Commit the project, or set {VARIABLE} (seconds since 1970)."


class InvalidDateError(ValueError):
    """The environment gives a date that cannot be used; the text says what was expected."""


def build_timestamp(root: Path) -> int:
    """Return the date of the build in seconds since 1970: SOURCE_DATE_EPOCH, else the last commit's, else 1980-01-01.

    The convention is that of reproducible-builds.org. Raises InvalidDateError.
    """
    known = known_timestamp(root)
    return OLDEST if known is None else known


def known_timestamp(root: Path) -> int | None:
    """Return the date of the build in seconds since 1970; None where neither the variable nor git tells. Raises InvalidDateError."""
    return _known(root)[0]


def _known(root: Path) -> tuple[int | None, str]:
    """Return the date of the build, or None and why it is not known."""
    given = given_timestamp()
    known, why = _last_commit(root) if given is None else (given, "")
    return (None, why or f"{VARIABLE} is not after 1980-01-01") if known in (None, OLDEST) else (known, "")


def build_date(root: Path) -> str:
    """Return the day of the build (ISO 8601, UTC), as a page shows it; empty where none is known. Raises InvalidDateError."""
    known = known_timestamp(root)
    return "" if known is None else _day(known)


def why_undated(root: Path) -> str:
    """Say in a line why the day of the build is not known, and what to do; an empty text where it is known."""
    return _said_of(_known(root)[1])


def pin_build_date(root: Path) -> str:
    """Give all that is made one date, what MkDocs makes too; say why no day will be shown (empty: one will). Raises InvalidDateError.

    Asked before the date is pinned: afterwards the variable would be the reason, which nobody has set.
    """
    known, why = _known(root)
    os.environ[VARIABLE] = str(OLDEST if known is None else known)
    return _said_of(why)


def _said_of(why: str) -> str:
    return why and f"The day of the build is not known, so none is shown: {why}. {HOW_TO}"


def confirmation_date() -> str:
    """Return the day on which something is confirmed (ISO 8601, UTC): that of SOURCE_DATE_EPOCH, else today. Raises InvalidDateError."""
    given = given_timestamp()
    return _day(int(time.time()) if given is None else given)


def latest_day() -> str:
    """Return the last day (ISO 8601) that it can be anywhere: that of the clock or of SOURCE_DATE_EPOCH, the later, and one more.

    Raises InvalidDateError. A clock may be an hour fast, and a record written east of here.
    """
    return _day(max(int(time.time()), given_timestamp() or 0) + 86_400)


def given_timestamp() -> int | None:
    """Return SOURCE_DATE_EPOCH in seconds since 1970; None where it is not set or empty. Raises InvalidDateError.

    What is before 1980 is 1980-01-01: systems for building packages give such a date where they know none.
    """
    given = os.environ.get(VARIABLE, "").strip()
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and int(given[:20]) <= NEWEST):
        expected = f"a whole number of seconds since 1970, at most {NEWEST} (2107, the last year that a zip can hold)"
        raise InvalidDateError(f"{VARIABLE} is `{given[:40]}`: it must be {expected}. Correct it, or unset it.")
    return max(int(given), OLDEST)


def _day(seconds: int) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()


def _last_commit(root: Path) -> tuple[int | None, str]:
    """Return the date of the last commit (seconds since 1970), or None and why there is none."""
    try:
        said, complaint = ask(root, "log", "-1", "--format=%ct")
    except GitFailedError as error:
        return None, str(error)
    found = said.strip()
    return (int(found), "") if found.isdigit() else (None, _why(complaint))


def _why(said: str) -> str:
    if said == NOT_INSTALLED:
        return said
    if "dubious ownership" in said:
        return "the folder belongs to another user, and git does not read it (`git config --global --add safe.directory FOLDER`)"
    if "not a git repository" in said:
        return "the folder is in no git repository"
    return "git has no commit yet" if "does not have any commits" in said else "git has no commit here"
