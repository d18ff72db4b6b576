"""Makes the one-file reader of each explainer of a project: for its site, or for an edition where there is no site."""

import hashlib
import posixpath
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from tlumach.editions.reader import ReaderMaker, explainers
from tlumach.editions.reader.links import picture_file
from tlumach.editions.reader.parts import ABOUT_PAGE, file_name
from tlumach.editions.shared.book import at_a_glance, term_paths, told_of_all
from tlumach.library.pages import Page
from tlumach.output.hard_links import put
from tlumach.tasks.placed import Told
from tlumach.tasks.tasks import Glance, Task, TaskRunner
from tlumach.tracking import Tracker


def write_one_file_readers(tracker: Tracker, root: Path, folder: Path, runner: TaskRunner, place: str = "") -> None:
    """Write the readers of the project in ``root`` into ``folder``, or into a ``place`` in it (``reader/``).

    Raises OSError where the disk refuses.
    """
    inputs = _Inputs(tracker, root)
    maker = ReaderMaker(tracker, inputs.read)
    kind = Task[str]("reader", inputs.of, lambda path: maker.html(path).encode(), glance=inputs.glance())

    def write(path: str, made: bytes) -> Told:
        put(folder, place + file_name(path), made)
        return Told([place + file_name(path)], None)

    runner.put(kind, runner.own(explainers(tracker)), folder, write)


class _Inputs:
    """Tells what the reader of an explainer is made of: its pages, the terms they use, the page about the site, pictures."""

    def __init__(self, tracker: Tracker, root: Path) -> None:
        self.tracker, self.library, self.root = tracker, tracker.library, root

    def of(self, path: str) -> object:
        paths = self.library.folders[posixpath.dirname(path)]  # a version is of all, source or none
        languages = self.library.offered
        pages = [page for each in paths for language in languages if (page := self.library.page(language, each))]
        terms = dict.fromkeys(term for page in pages for term in self.tracker.facts(page).terms)
        around = [self.library.around(each) for each in (*paths, *terms, ABOUT_PAGE)]
        return (
            path,
            self._shared_by_all,
            around,
            [picture for page in pages for picture in self._pictures(page)],
        )

    def glance(self) -> Glance[str]:
        """Return what tells it faster of most explainers."""
        terms = [(path, self.library.around(path)) for path in (*term_paths(self.library), ABOUT_PAGE)]
        return at_a_glance(self.tracker, (self._shared_by_all, terms))

    @cached_property
    def _shared_by_all(self) -> str:
        """What tells what every reader depends on."""
        return told_of_all(self.tracker)

    def read(self, file: str) -> bytes | None:
        """Return a file under the project's root; None where there is none."""
        return (self.root / file).read_bytes() if (self.root / file).is_file() else None

    def _pictures(self, page: Page) -> Iterator[tuple[str, str]]:
        """Yield each file that a page shows or links to, with a digest of it (empty: there is none)."""
        for target in self.tracker.facts(page).files:
            file = picture_file(target, page, self.library)
            content = self.read(file)
            yield file, "" if content is None else hashlib.sha256(content).hexdigest()
