"""What the editions cost beyond the pages: who makes them in the bench, and what they come to in bytes.

The readers are made as the build makes them; beside them the bare stack builds the same content as a site.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmark.builders.contender import VARIABLES, Contender
from benchmark.builders.rivals import CACHE, OURS, copy_project
from benchmark.figures import Figure
from benchmark.measure import measure

MADE = "made"
KINDS = (("reader files", ".html"), ("EPUB files", ".epub"), ("text files", ".txt"))
_START = """
from pathlib import Path
from tlumach.library.files import read_library
from tlumach.tracking import Tracker
from tlumach.tasks.tasks import task_runner_in
root = Path.cwd()
made = root / "made"
made.mkdir()
tracker = Tracker(read_library(root)[0])
"""
_READERS = f"""{_START}from tlumach.editions.reader.making import write_one_file_readers
write_one_file_readers(tracker, root, made, task_runner_in(root))"""
_BOOKS = f"""{_START}from tlumach.editions.books import ALL, BookMaker, write_books
read = lambda file: path.read_bytes() if (path := root / "docs" / file).is_file() else None
write_books(BookMaker(tracker, read), made, ALL, task_runner_in(root))"""
_ZIP = """from pathlib import Path
from tlumach.tasks.cache import Cache
from tlumach.editions.offline import write_zip
from tlumach.tasks.tasks import TaskRunner, processes_here
runner = TaskRunner(Cache(Path("zip.db"), ""), processes_here())  # nothing of it was made before
write_zip(Path("site"), Path("offline.zip"), 1700000000, runner)"""


def _contender(code: str) -> Contender:
    return Contender("tlumach", copy_project, (sys.executable, "-c", code), (MADE, CACHE), site="")


READERS, BOOKS = _contender(_READERS), _contender(_BOOKS)


def made_files(contender: Contender, folder: Path, explainers: int) -> Iterator[Figure]:
    """Yield the bytes of the files that were made, by kind."""
    for label, suffix in KINDS:
        if size := sum(file.stat().st_size for file in (folder / MADE).rglob(f"*{suffix}")):
            yield Figure(f"{label} on the disk", contender.name, explainers, size, "bytes", grows=True)


def offline_zip(contender: Contender, folder: Path, explainers: int) -> Iterator[Figure]:
    """Make the zip of the site that we built: yield its time and its bytes; nothing for others."""
    if contender is OURS:
        found = measure((sys.executable, "-c", _ZIP), folder, VARIABLES)
        yield Figure("offline zip", contender.name, explainers, found.seconds, "s", grows=True)
        yield Figure("offline zip: memory", contender.name, explainers, found.peak, "bytes")
        size = (folder / "offline.zip").stat().st_size
        yield Figure("offline zip on the disk", contender.name, explainers, size, "bytes", grows=True)
