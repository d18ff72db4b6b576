"""With what a site is made: the tools and their versions, the theme, the settings. Another of them, and all is made anew.

The project's own files for languages are no part of it: what depends on one of them says so (`languages/own_language`)."""

import hashlib
import os
from pathlib import Path

from tlumach.output.regular import read_regular
from tlumach.settings import FILE, resolved
from tlumach.tasks.installation import PACKAGE, installed

NOT_TOOLS = {"__pycache__"}


def tools_digest(root: Path) -> str:
    """Return a digest of everything that all pages of the project in ``root`` are made with.

    The day of the build is none of it: on another day the same is made of the same.

    Where the settings cannot be read nothing is made, and any digest will do.
    """
    settings, theme = resolved(_settings(root / FILE))
    said = (*installed(), settings)
    digest = hashlib.sha256(repr(said).encode())
    for folder in (PACKAGE, *((root / theme,) if theme else ())):
        for file in _files(folder):
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + _content(file))
    return digest.hexdigest()


def _settings(file: Path) -> str:
    try:
        return read_regular(file).decode("utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return ""


def _content(file: Path) -> bytes:
    """Return the bytes of a file; none of one that cannot be read, which whoever needs it says."""
    try:
        return read_regular(file)
    except OSError:
        return b""


def _files(folder: Path) -> list[Path]:
    """Return the files below a folder, in order; what cannot be looked at is none."""
    return sorted(file for file in folder.rglob("*") if os.path.isfile(file) and not NOT_TOOLS & set(file.parts))
