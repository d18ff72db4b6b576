"""What an edition is, and what editions are made from. A new one is a module with an :class:`Edition` and a line in `catalogue`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from tlumach.tasks.tasks import TaskRunner
from tlumach.tracking import Tracker

Made = TypeVar("Made")


@dataclass(frozen=True)
class EditionInputs:
    """What editions are made from: the project, what is known of its pages, its built site, the date of the
    build, and where they are made."""

    root: Path
    tracker: Tracker
    site: Path
    timestamp: int
    runner: TaskRunner
    _made: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def read(self, file: str) -> bytes | None:
        """Return a file under the project's `docs/`, such as a picture; None where there is none."""
        path = self.root / "docs" / file
        return path.read_bytes() if path.is_file() else None

    def once(self, make: Callable[["EditionInputs"], Made]) -> Made:
        """Return what several editions share, made when it is first asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made


@dataclass(frozen=True)
class Edition:
    """All that is known of an edition beside how it is made.

    ``name``: on the command line, and in the messages `download.NAME` and `download.NAME_for`. ``ending``: of its files'
    names. ``place``: where it stands on the download page. ``write``: writes its files into a folder. ``missing``: says in a
    line why it cannot be made on this machine; empty where it can.
    """

    name: str
    ending: str
    media_type: str
    place: int
    write: Callable[[EditionInputs, Path], object]
    missing: Callable[[], str] = lambda: ""
    per_language: bool = False
    """Whether there is a file for each language."""
    combined: bool = True
    """Whether there is a file with all languages."""
    holds_whole_site: bool = False
    """Whether it holds all pages of the site, that of the downloads too, so that it cannot list itself."""
    by_default: bool = True
    in_parts: bool = False
    """Whether it is made piece by piece, so that several machines can share the work."""
    book: str = ""
    """The format of :mod:`tlumach.editions.books` that it is; those are rendered once for all that are asked for."""
