"""A process of the preview, and the way to talk to it."""

import multiprocessing
from collections.abc import Callable
from typing import Any

SECONDS_TO_END = 10


class Child:
    """A process that is a copy of this one (a fork); ``connection`` is this one's end."""

    def __init__(self, do: Callable[..., None], *given: Any) -> None:
        """Start it: it does ``do``, which gets what is given and its own end of the connection."""
        context = multiprocessing.get_context("fork")
        self.connection, other = context.Pipe()
        self.process = context.Process(target=do, args=(*given, other))
        self.process.start()
        other.close()

    def leave(self) -> None:
        """Ask it to end, and do not wait."""
        self.process.terminate()
        self.connection.close()

    def end(self) -> None:
        """Have it ended."""
        self.process.terminate()
        self.process.join(SECONDS_TO_END)
        self.process.kill()
        self.process.join()
