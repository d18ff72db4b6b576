"""Which files the last build put in place, by what they were made of: one that is wanted again is taken over unread.

`.cache/placed.json` has the files of each result, by its key in the cache (the same key, the same bytes), with the stamp that
each had when all was in place, and what was told of the result. A file whose stamp is another is none of ours any more.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from tlumach.output.hard_links import take_over_stamped
from tlumach.output.publish import put_file
from tlumach.output.staging import replaced_by
from tlumach.output.stamps import Stamp

FILE = ".cache/placed.json"


class Told(NamedTuple):
    """The files of a result, by their paths from the project's root, and what is told of it (plain values, as JSON has them)."""

    names: Sequence[str]
    value: Any


class Placed:
    """What the last build put in place, and what this one does."""

    def __init__(self, former: Mapping[str, tuple[Mapping[str, Stamp], Any]] | None = None) -> None:
        """Begin with what stands there, by the keys of results; nothing is known of it without ``former``."""
        self._former = former or {}
        self._now: dict[str, Told] = {}

    @property
    def is_known(self) -> bool:
        """Whether anything is known of what stands there."""
        return bool(self._former)

    def take_over(self, key: str, folder: Path) -> Told | None:
        """Give the new ``folder`` the files of a result that stand in the one that it replaces; None where they are not all there.

        Raises OSError where the disk refuses.
        """
        files, value = self._former.get(key, ({}, None))
        within = f"{former.name}/" if (former := replaced_by(folder)) else ""
        if not files or not within or not all(name.startswith(within) for name in files):
            return None
        if not all(take_over_stamped(folder, name.removeprefix(within), stamp) for name, stamp in files.items()):
            return None
        self._now[key] = Told(list(files), value)
        return self._now[key]

    def note(self, key: str, folder: Path, told: Told) -> None:
        """Note the files of a result (by their paths in ``folder``) that were put there."""
        if former := replaced_by(folder):
            self._now[key] = Told([f"{former.name}/{name}" for name in told.names], told.value)

    def keep(self, root: Path, stamps: Mapping[str, Stamp]) -> None:
        """Keep what was noted, with the stamps that all files of the project's output have in their places."""
        rows = {
            key: [{name: stamps[name] for name in told.names}, told.value]
            for key, told in self._now.items()
            if all(name in stamps for name in told.names)
        }
        with suppress(OSError):
            put_file(root / FILE, json.dumps(rows).encode())


def last_placed(root: Path) -> Placed:
    """Return what is known of what stands in the project in ``root``."""
    try:
        rows = json.loads((root / FILE).read_bytes())
        return Placed(
            {key: ({name: tuple(s) for name, s in files.items()}, value) for key, (files, value) in rows.items()}
        )
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return Placed()


def forget_placed(root: Path) -> None:
    """Forget what stands in the project in ``root``: it is about to be replaced."""
    (root / FILE).unlink(missing_ok=True)
