"""What comes back from a CAT tool, whatever the format: units as the returned file has them."""

from dataclasses import dataclass

from tlumach.problems import Code, Problem


@dataclass(frozen=True)
class Returned:
    """A unit of a returned file: its context (empty: none), language, both texts, its line, and whether it is finished."""

    context: str
    language: str
    source: str
    target: str
    finished: bool
    file: str
    line: int


class UnreadableError(Exception):
    """A file that cannot be used at all; it carries the problem that says why."""

    def __init__(self, file: str, line: int, message: str) -> None:
        """Make one for a file, its line, and what is wrong and how to mend it."""
        super().__init__(message)
        self.problem = Problem(file, line, Code.EXCHANGE_FILE, message)
