"""Run something in a process that ends by force at its n-th change of a file, for every n: what SIGKILL may leave."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_CHANGES = frozenset(
    {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_FAILED, _ENDED = 9, 0


def killed_at_each_step(folder: Path, make: Callable[[Path], None], run: Callable[[Path], object]) -> Iterator[Path]:
    """Yield, for n from 1 on, what a run leaves that was ended before its n-th change; the last one was not ended.

    Changes are those of the file system that Python tells its audit hooks of (opening to write, renaming, removing,
    making folders, modes), and fsync. Each run begins with a folder of its own, filled by ``make``.
    """
    folder.mkdir(exist_ok=True)
    for number in range(1, 1000):
        root = folder / str(number)
        make(root)
        ended = _ended(root, run, number)
        yield root
        if ended:
            return


def _ended(root: Path, run: Callable[[Path], object], number: int) -> bool:
    """Run in a child process; False where it was killed on the way."""
    child = os.fork()
    if not child:
        try:
            _kill_at(number, str(root))
            run(root)
        except BaseException:
            os._exit(_FAILED + 1)
        os._exit(_ENDED)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (_FAILED, _ENDED), f"the run failed by itself ({status})"
    return status == _ENDED


def _kill_at(number: int, root: str) -> None:
    left = number

    def step() -> None:
        nonlocal left
        left -= 1
        if not left:
            os._exit(_FAILED)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        is_writing = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        if (is_writing or event in _CHANGES) and str(arguments[0]).startswith(root):
            step()

    sync = os.fsync

    def fsync(opened: int) -> None:
        step()
        sync(opened)

    os.fsync = fsync
    sys.addaudithook(hook)
