"""Every edition: its name, what makes it, and what it lacks on this machine, if anything."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tlumach.editions import offline
from tlumach.editions.books import EPUB, TEXT, BookMaker, write_books
from tlumach.editions.reader.parts import READERS
from tlumach.editions.zim import archive as zim
from tlumach.languages.lemmas import Lemmatizer
from tlumach.output.hard_links import put_copy
from tlumach.problems import Code, Problem
from tlumach.tasks.tasks import Works
from tlumach.tracking import Tracker


@dataclass(frozen=True)
class Workshop:
    """What editions are made from: the project, what is known of its pages, its built site, the date of the
    build, and where they are made."""

    root: Path
    tracker: Tracker
    site: Path
    timestamp: int
    works: Works

    def read(self, file: str) -> bytes | None:
        """Return a file under the project's `docs/`, such as a picture; None where there is none."""
        path = self.root / "docs" / file
        return path.read_bytes() if path.is_file() else None

    @cached_property
    def books(self) -> BookMaker:
        """What makes the books."""
        return BookMaker(self.tracker, self.read)


@dataclass(frozen=True)
class Edition:
    """An edition: its name on the command line, what writes its files into a folder, and what says that it cannot be made."""

    name: str
    write: Callable[[Workshop, Path], object]
    missing: Callable[[], str] = lambda: ""
    by_default: bool = True
    in_parts: bool = False
    """Whether it is made piece by piece, so that several machines can share the work."""


def _books(name: str, *kinds: str) -> Edition:
    return Edition(name, lambda shop, folder: write_books(shop.books, folder, kinds, shop.works), in_parts=True)


def _copy_readers(shop: Workshop, folder: Path) -> None:
    for file in sorted((shop.site / READERS).glob("*.html")):
        put_copy(folder, file.name, file)


EPUBS, TEXTS, BOTH = _books("epub", EPUB), _books("text", TEXT), _books("epub and text", EPUB, TEXT)
EDITIONS = (
    Edition("reader", _copy_readers),
    EPUBS,
    TEXTS,
    Edition(
        "zim",
        lambda shop, folder: zim.write_zim(
            shop.site, folder, shop.timestamp, shop.tracker.library.settings, Lemmatizer().forms
        ),
        zim.missing,
        by_default=False,
    ),
    Edition(
        "offline",
        lambda shop, folder: offline.write_zip(shop.site, folder / offline.NAME, shop.timestamp, shop.works),
    ),
)


def chosen(names: Sequence[str]) -> tuple[list[Edition], list[str], list[Problem]]:
    """Return the editions to make, a line for each that is left out, and a problem for each that was asked for in vain.

    Without names: all that this machine can make.
    """
    wanted = [edition for edition in EDITIONS if not names or edition.name in names]
    lacking = {edition.name: why for edition in wanted if (why := edition.missing())}
    known = [edition.name for edition in EDITIONS]
    problems = [
        Problem("dist", 1, Code.EDITION_UNKNOWN, f"there is no edition `{name}`. Known are {', '.join(known)}.")
        for name in names
        if name not in known
    ]
    if names:
        problems += [Problem("dist", 1, Code.EDITION_MISSING, why) for why in lacking.values()]
    made = _in_one_pass([edition for edition in wanted if edition.name not in lacking])
    return made, list(lacking.values()), problems


def _in_one_pass(editions: Sequence[Edition]) -> list[Edition]:
    """Make EPUB and text together where both are wanted: their pages are rendered once, which is most of the work."""
    if EPUBS not in editions or TEXTS not in editions:
        return list(editions)
    return [BOTH if edition is EPUBS else edition for edition in editions if edition is not TEXTS]
