"""Asks git. That it knows nothing is an answer; that it failed is not: what could not be read must never count as not there."""

import os
import signal
import subprocess
from pathlib import Path
from typing import NamedTuple

NOT_INSTALLED = "git is not installed"


class GitFailedError(Exception):
    """Git was there and could not answer; the words say what it was asked for and why, for a person."""


class Answer(NamedTuple):
    """What git said, and why it said no more (in English, whatever the user's language); empty where it is content."""

    said: bytes
    complaint: str


def ask(folder: Path, *arguments: str, given: bytes = b"", must_answer: bool = False) -> Answer:
    """Return what git answers in a folder; nothing where there is no git, or where it refuses.

    ``given`` is its input. With ``must_answer`` a refusal is a failure: what is asked for is known to be there.
    Raises GitFailedError where it was ended, cannot be started, or failed in its answer.
    """
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            input=given,
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except FileNotFoundError:
        return Answer(b"", NOT_INSTALLED)
    except OSError as error:
        raise _failed(arguments, str(error.strerror)) from error
    complaint = done.stderr.decode(errors="replace").strip() if done.returncode else ""
    if done.returncode < 0:
        raise _failed(arguments, f"it was ended by {signal.Signals(-done.returncode).name}")
    if done.returncode and must_answer:
        raise _failed(arguments, _first_line(complaint) or f"its exit status is {done.returncode}")
    return Answer(b"" if done.returncode else done.stdout, complaint)


def _failed(arguments: tuple[str, ...], why: str) -> GitFailedError:
    asked = next(word for word in arguments if not word.startswith("-") and "=" not in word)
    remedy = "Mend that (`git fsck` says what of a repository is damaged), and try again."
    return GitFailedError(f"`git {asked}` failed: {why.rstrip('.')}. {remedy}")


def _first_line(complaint: str) -> str:
    return next(iter(complaint.splitlines()), "").removeprefix("fatal: ").removeprefix("error: ")
