"""A reader that looks at a project all the while a command changes it, as a web server or a person's editor does."""

import hashlib
import threading
from pathlib import Path

from tests.faults.claims import FOLDERS, States


class Watcher(threading.Thread):
    """Reads the files over and over; ``seen`` are the faults that it saw, ``looks`` how often it went over all."""

    def __init__(self, root: Path, states: States) -> None:
        super().__init__()
        self._root, self._states = root, states
        self._names = sorted(states.before.keys() & states.after.keys())
        self._is_over = threading.Event()
        self._new: set[str] = set()
        self.looks, self.seen = 0, set[str]()

    def __enter__(self) -> "Watcher":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self.join()

    def run(self) -> None:
        while not self._is_over.is_set():
            for name in self._names:
                self._look(name)
            self.looks += 1

    def _look(self, name: str) -> None:
        try:
            found = hashlib.sha256((self._root / name).read_bytes()).hexdigest()
        except OSError as error:
            self.seen.add(f"{name}: {error.strerror}")
            return
        old, new = self._states.before[name], self._states.after[name]
        folder = name.partition("/")[0]
        if found not in (old, new):
            self.seen.add(f"{name}: neither old nor new")
        elif folder in FOLDERS and old != new:
            if found == new:
                self._new.add(folder)
            elif folder in self._new:
                self.seen.add(f"{name}: old after another file of {folder}/ was new")
