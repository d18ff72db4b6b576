"""Reads files of a project: regular ones alone, since reading from a pipe or a device may wait, or go on, for ever."""

import errno
import stat
from pathlib import Path


def read_regular(file: Path) -> bytes:
    """Return the bytes of a file. Raises OSError where it cannot be read, and where it is a pipe, a socket or a device."""
    mode = file.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # of a folder the system itself says that it is one
        raise OSError(errno.EINVAL, "it is no regular file (a pipe, a socket or a device)", str(file))
    return file.read_bytes()
