"""A process of the preview, and the way to talk to it."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Any


class Child:
    """A process that is a copy of this one (a fork); ``connection`` is this one's end.

    It is the first of a group of its own: Ctrl-C does not reach it, and those that it starts end with it.
    """

    def __init__(self, do: Callable[..., None], *given: Any) -> None:
        """Start it: it does ``do``, which gets what is given and its own end of the connection."""
        context = multiprocessing.get_context("fork")
        self.connection, other = context.Pipe()
        self.process = context.Process(target=_lead_a_group, args=(do, *given, other))
        self.process.start()
        with suppress(OSError):  # it has ended already. It does the same: whoever comes first, nobody is left outside
            os.setpgid(self.process.pid or 0, self.process.pid or 0)
        other.close()

    def end(self) -> None:
        """End it, and all that it started, at once: what it leaves half done is in a folder of its own, or in the cache."""
        if self.process.is_alive():
            with suppress(OSError):
                os.killpg(self.process.pid or 0, signal.SIGKILL)
        self.process.join()
        self.connection.close()


def _lead_a_group(do: Callable[..., None], *given: Any) -> None:
    os.setpgid(0, 0)
    do(*given)
