"""Tells of files that change, at once: the system says so, and nothing looks at thousands of files in turn."""

from collections.abc import Callable, Iterable, Set
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

CHANGES: list[type[FileSystemEvent]] = [
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
FOLDERS: list[type[FileSystemEvent]] = [DirCreatedEvent, DirDeletedEvent, DirMovedEvent]


def watch(root: Path, watched: Iterable[Path], tell: Callable[[str], None]) -> None:
    """Call ``tell`` from now on with each file of ``watched`` (files, folders with all in them) that changes.

    What is not there yet is watched as soon as it is, and a folder that was taken away and put back, too; the folder itself is
    told then. A file is named from ``root``; one that was renamed, by both names. Where the system has no room for so many folders
    (Linux: `fs.inotify.max_user_watches`), they are looked at in turn.
    """
    paths = frozenset(watched)
    try:
        _Handler(Observer(), root, paths, tell).start()
    except OSError:
        _Handler(PollingObserver(), root, paths, tell).start()


class _Handler(FileSystemEventHandler):
    def __init__(self, observer: BaseObserver, root: Path, watched: Set[Path], tell: Callable[[str], None]) -> None:
        self.observer, self.root, self.watched, self.tell = observer, root, watched, tell
        self.watches: dict[Path, ObservedWatch] = {}

    def start(self) -> None:
        for path in self.watched:
            if path.is_dir():
                self._watch(path)
        for folder in {path.parent for path in self.watched if path.parent.is_dir()}:
            # an editor may put another file in a file's place, and a folder may come and go
            self.observer.schedule(self, str(folder), event_filter=[*CHANGES, *FOLDERS])
        self.observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        for name in filter(None, (event.src_path, event.dest_path)):
            path = Path(str(name))
            if event.is_directory:
                if path not in self.watched:
                    continue
                self._watch_again(path)
            if self.watched & {path, *path.parents}:
                with suppress(ValueError):
                    self.tell(path.relative_to(self.root).as_posix())

    def _watch_again(self, folder: Path) -> None:
        """Watch a folder that came, and no more one that went: what watched the former goes on with it under its old name."""
        if former := self.watches.pop(folder, None):
            with suppress(KeyError):
                self.observer.unschedule(former)
        if folder.is_dir():
            with suppress(OSError):
                self._watch(folder)

    def _watch(self, folder: Path) -> None:
        self.watches[folder] = self.observer.schedule(self, str(folder), recursive=True, event_filter=CHANGES)
