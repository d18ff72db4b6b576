"""Tells of files that change, at once: the system says so, and nothing looks at thousands of files in turn."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

CHANGES: list[type[FileSystemEvent]] = [
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]


def watch(root: Path, watched: Iterable[Path], tell: Callable[[str], None]) -> None:
    """Call ``tell`` from now on with each file of ``watched`` (files, folders with all in them) that changes.

    A file is named from ``root``; one that was renamed, by both names. Where the system has no room for so many folders
    (Linux: `fs.inotify.max_user_watches`), they are looked at in turn.
    """
    folders = [path for path in watched if path.is_dir()]
    files = [path for path in watched if path.is_file()]
    handler = _Handler(root, {*folders, *files}, tell)
    try:
        _start(Observer(), handler, folders, files)
    except OSError:
        _start(PollingObserver(), handler, folders, files)


class _Handler(FileSystemEventHandler):
    def __init__(self, root: Path, watched: set[Path], tell: Callable[[str], None]) -> None:
        self.root, self.watched, self.tell = root, watched, tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        for name in filter(None, (event.src_path, event.dest_path)):
            path = Path(str(name))
            if self.watched & {path, *path.parents}:
                with suppress(ValueError):
                    self.tell(path.relative_to(self.root).as_posix())


def _start(observer: BaseObserver, handler: _Handler, folders: list[Path], files: list[Path]) -> None:
    for folder in folders:
        observer.schedule(handler, str(folder), recursive=True, event_filter=CHANGES)
    for folder in {file.parent for file in files}:  # an editor may put another file in a file's place
        observer.schedule(handler, str(folder), event_filter=CHANGES)
    observer.start()
