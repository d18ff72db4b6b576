"""The reader: one self-contained HTML file for each explainer, with all its languages side by side.

It asks for nothing, needs no script and stores nothing. Languages are chosen by boxes (plain CSS) or by the address:

- ``#ID`` is a row in all languages that are ticked, with the ids of the site's pages (``#p-1a2b3c``, ``#further``);
- ``#ID-uk`` is the same place in Ukrainian alone, ``#uk`` the whole file;
- ``#ru-uk`` shows two languages;
- ``#from-uk``, where the site links to the file from a page in Ukrainian: on a phone that language is the one shown first.
"""

from pathlib import Path

from tlumach.editions.reader.parts import file_name
from tlumach.editions.reader.pictures import FILE_BOUND, ReadFile
from tlumach.editions.reader.weight import QUICK, ReaderWeight, weigh
from tlumach.editions.reader.writer import ReaderMaker
from tlumach.tracking import Tracker

__all__ = ["FILE_BOUND", "QUICK", "ReadFile", "ReaderMaker", "ReaderWeight", "reader_html", "weigh", "write_readers"]


def reader_html(tracker: Tracker, path: str, read: ReadFile = lambda file: None) -> str:
    """Return the reader of the explainer whose first page has this path; the same input gives the same text.

    ``read`` gives the bytes of a picture under the project's
    root, such as ``docs/ru/a/map.png``, or None.
    """
    return ReaderMaker(tracker, read).html(path)


def write_readers(tracker: Tracker, root: Path, folder: Path) -> list[Path]:
    """Write the reader of every explainer of the project in ``root`` into a folder; return the files, in order.

    Raises OSError where the disk refuses.
    """
    maker = ReaderMaker(tracker, lambda file: _read(root / file))
    return [_written(folder / file_name(path), maker.html(path)) for path in explainers(tracker)]


def explainers(tracker: Tracker) -> list[str]:
    """Return the paths of the explainers' first pages, in order."""
    library = tracker.library
    return [page.path for page in library.origins() if page.is_explainer]


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8", newline="\n")
    return file
