"""What comes back from a CAT tool, whatever the format: units as the returned file has them."""

from dataclasses import dataclass

from tlumach.exchange.exported import Exported
from tlumach.problems import Code, Problem


@dataclass(frozen=True)
class Returned:
    """A unit of a returned file: its context (empty: none), language, both texts, its line, whether it is finished, and what it was
    when it was exported (None: its tool did not keep that). ``state_left``: its state is one that we hand out,
    which a tool may have left alone.
    """

    context: str
    language: str
    source: str
    target: str
    finished: bool
    file: str
    line: int
    exported: Exported | None = None
    state_left: bool = False


class UnreadableError(Exception):
    """A file that cannot be used at all; it carries the problem that says why."""

    def __init__(self, file: str, line: int, message: str) -> None:
        """Make one for a file, its line, and what is wrong and how to mend it."""
        super().__init__(message)
        self.problem = Problem(file, line, Code.EXCHANGE_FILE, message)
