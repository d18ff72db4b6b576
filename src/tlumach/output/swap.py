"""Let two folders change places in one step, so that a kill finds either the old one or the new one, never none."""

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux's <fcntl.h>
_NOT_KNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def swap(one: Path, other: Path) -> bool:
    """Let two folders on one file system change names; False where the system has no such step. Raises OSError."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if renameat2 is None:
        return False
    if renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_KNOWN:
        return False
    raise OSError(number, os.strerror(number), str(other))
