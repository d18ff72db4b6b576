"""How far a long task is: a count and a share on one line of a terminal, which is written over."""

import mmap
import os
import struct
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, TypeVar

QUIET_FOR = 2.0  # seconds in which a person waits without asking
BETWEEN = 0.1  # seconds between two states of the line
Item = TypeVar("Item")
_CLEARED = "\r\x1b[K"
_COUNTS = 64  # processes that can count side by side
_SHOWN = _COUNTS * 8


class Progress:
    """Counts what is made in all processes together; each of them may write the line.

    Processes are copies of the first one (see :mod:`tlumach.tasks.workers`), so they share the memory in which each has a
    count of its own: a lock would stay locked where a process is killed.
    """

    def __init__(self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        """Write on a terminal's stream, or nothing at all without one."""
        self._stream, self._clock, self._since = stream, clock, clock()
        self._memory = mmap.mmap(-1, _SHOWN + 8) if stream else None
        self._what, self._total = "", 0

    @contextmanager
    def of(self, what: str, total: int) -> Iterator[None]:
        """Count ``total`` things of a kind; what is counted within another count belongs to that one."""
        if self._memory is None or self._what:
            yield
            return
        self._what, self._total = what, total
        self._memory[: _SHOWN + 8] = bytes(_SHOWN + 8)
        try:
            yield
        finally:
            self._what = ""
            if self._number("d", _SHOWN):
                self._write(_CLEARED)

    def over(self, what: str, items: Iterable[Item], total: int) -> Iterator[Item]:
        """Yield items one by one, and count each when the next is asked for."""
        with self.of(what, total):
            for item in items:
                yield item
                self.add()

    def add(self, count: int = 1) -> None:
        """Say that so many things are made."""
        if self._memory is None or not self._what:
            return
        own = os.getpid() % _COUNTS * 8
        struct.pack_into("q", self._memory, own, int(self._number("q", own)) + count)
        now = self._clock()
        if now - self._since > QUIET_FOR and now - self._number("d", _SHOWN) > BETWEEN:
            struct.pack_into("d", self._memory, _SHOWN, now)
            done = min(sum(struct.unpack_from(f"{_COUNTS}q", self._memory)), self._total)
            self._write(f"\r{self._what}: {done} of {self._total} ({100 * done // self._total}%)\x1b[K")

    def _number(self, form: str, at: int) -> float:
        assert self._memory is not None
        return struct.unpack_from(form, self._memory, at)[0]  # type: ignore[no-any-return]

    def _write(self, text: str) -> None:
        assert self._stream is not None
        self._stream.write(text)
        self._stream.flush()
