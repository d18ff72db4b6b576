"""Which files the last build put in place, by what they were made of: one that is wanted again is taken over unread.

`.cache/placed.json` has the files of each result, by its key in the cache (the same key, the same bytes), with the stamp that
each had when all was in place, and what was told of the result. A file whose stamp is another is none of ours any more.
Of a file that is taken over, its checksum is known too, and a copy of it that was made need not be compared.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from tlumach.output.publish import put_file
from tlumach.output.spare import complete_part, completed
from tlumach.output.staging import replaced_by
from tlumach.output.stamps import PARTS, Stamp, has_stamp
from tlumach.output.survey import Survey, survey
from tlumach.tasks.last_build import Output, output_now

FILE = ".cache/placed.json"


class Told(NamedTuple):
    """The files of a result, by their paths from the project's root, and what is told of it (plain values, as JSON has them)."""

    names: Sequence[str]
    value: Any


Rows = Mapping[str, tuple[Sequence[str], Any]]
"""The files of results, and what is told of them, by their keys."""
Stamps = Mapping[str, Stamp]


class Placed:
    """What the last build put in place, and what this one does."""

    def __init__(
        self,
        former: Rows | None = None,
        sums: Mapping[str, str] | None = None,
        copies: Mapping[str, str] | None = None,
        stamps: Stamps = MappingProxyType({}),
        standing: Stamps = MappingProxyType({}),
    ) -> None:
        """Begin with what was put there, by the keys of results, the files' checksums, and which are copies of others; without,
        nothing is known of it.

        ``stamps``: those that the files of the results were left with; ``standing``: those of all that stands there now.
        """
        self._former, self._former_sums, self._former_copies = former or {}, sums or {}, copies or {}
        self._standing = standing
        self._as_left = {name for name, stamp in stamps.items() if standing.get(name) == stamp}
        self._untouched: dict[Path, dict[str, Stamp]] = {}
        self._now: dict[str, Told] = {}
        self._copies: dict[str, str] = {}
        self._taken: set[str] = set()
        self._written_anew: set[str] = set()
        self._sums: dict[str, str] = {}
        self._pending: dict[Path, dict[str, Stamp]] = {}
        self._replaced: dict[Path, str] = {}

    @property
    def is_known(self) -> bool:
        """Whether anything is known of what stands there."""
        return bool(self._former)

    def take_over(self, key: str, folder: Path) -> Told | None:
        """Let the new ``folder`` have the files of a result that stand in the one that it replaces; None where they are not all there.

        They are there when it is completed.
        """
        files, value = self._former.get(key, ((), None))
        within = self._place(folder)
        if not files or not within or not self._as_left.issuperset(files):
            return None
        if not all(name.startswith(within) for name in files):
            return None
        pending, cut = self._pending.setdefault(folder, {}), len(within)
        for name in files:
            pending[name[cut:]] = self._standing[name]
        self._taken.update(files)
        self._now[key] = Told(list(files), value)
        return self._now[key]

    def _place(self, folder: Path) -> str:
        """Return how the names of files begin that a new folder takes over; empty where it replaces none."""
        if folder not in self._replaced:
            former = replaced_by(folder)
            self._replaced[folder] = f"{former.name}/" if former else ""
        return self._replaced[folder]

    def standing(self, key: str, folder: Path) -> tuple[Path, Any] | None:
        """Return the one file of a result as it stands in the folder that the new one replaces, and what was told of it.

        None where there is no such file, or not as it was left.
        """
        files, value = self._former.get(key, ((), None))
        for name in files:
            former = replaced_by(folder) if name in self._as_left else None
            if former and has_stamp(former.parent / name, self._standing[name]):  # it is about to be read
                return former.parent / name, value
        return None

    def note(self, key: str, folder: Path, told: Told) -> None:
        """Note the files of a result (by their paths in ``folder``) that were put there."""
        if within := self._place(folder):
            self._now[key] = Told([within + name for name in told.names], told.value)

    def take_over_copies(self, source: Path, folder: Path, names: Mapping[str, str]) -> set[str]:
        """Take over what is known to be a copy of a file that is taken over itself; return the names of these files in ``source``.

        Both are folders that a build fills; ``names`` has the path in ``folder`` of each file's copy. The others must be compared.
        """
        of, within, taken = self._place(source), self._place(folder), set[str]()
        pending = self._pending.setdefault(folder, {})
        for name, copy in names.items():
            own = within + copy
            if of + name in self._taken and self._former_copies.get(own) == of + name and own in self._as_left:
                pending[copy] = self._standing[own]
                self._copies[own] = of + name
                taken.add(name)
        self._taken.update(within + names[name] for name in taken)
        return taken

    def note_copies(self, source: Path, folder: Path, names: Mapping[str, str]) -> None:
        """Note that files were put into ``folder`` as copies of files in ``source``, by their paths in both."""
        if (of := self._place(source)) and (within := self._place(folder)):
            self._copies.update((within + copy, of + name) for name, copy in names.items())

    def copies_in(self, folder: Path, source: Path) -> dict[str, str]:
        """Return what of a folder is taken over and known to be a copy of a file in ``source``, with that file's path there."""
        of, within = self._place(source), self._place(folder)
        known = ((copy, name) for copy, name in self._copies.items() if copy in self._taken)
        return {
            copy.removeprefix(within): name.removeprefix(of)
            for copy, name in known
            if copy.startswith(within) and name.startswith(of)
        }

    @contextmanager
    def completed(self, folder: Path, aside: str = "") -> Iterator[None]:
        """Let a folder have all that is taken over for it, and hold it (see :mod:`tlumach.output.spare`)."""
        taken = self._pending.pop(folder, {})
        with completed(folder, taken, aside) as kept:
            self._untouched[folder] = {name: taken[name] for name in kept}
            yield

    def complete_part(self, folder: Path, part: str) -> None:
        """Let a folder within a completed one have what was taken over for it since. Raises OSError where the disk refuses."""
        taken = self._pending.pop(folder, {})
        untouched = self._untouched.setdefault(folder, {})  # editions alone complete no site
        untouched.update((name, taken[name]) for name in complete_part(folder, part, taken))

    def survey(self, folder: Path) -> Survey:
        """Return what a completed folder holds; known in it is what was taken over and has kept its stamp."""
        return survey(folder, self._untouched.get(folder, {}))

    def is_taken(self, folder: Path, name: str) -> bool:
        """Tell whether a file of a new folder is taken over, and there when that is completed."""
        return self._place(folder) + name in self._taken

    def written_anew(self, folder: Path, name: str) -> None:
        """Note that a file is not that of the result any more for which it was put."""
        self._written_anew.add(self._place(folder) + name)
        self._taken.discard(self._place(folder) + name)

    def known_in(self, folder: Path) -> set[str]:
        """Return the files of a new folder, by their paths there, that are taken over and whose checksums are known."""
        within = self._place(folder)
        names = (name for name in self._taken & self._former_sums.keys() if within and name.startswith(within))
        return {name.removeprefix(within) for name in names}

    def sums_of(self, folder: Path, names: Iterable[str]) -> dict[str, tuple[int, str]]:
        """Return the size and the checksum of those files of a new folder that were taken over and of which they are known."""
        within, found = self._place(folder), {}
        for name in names if within else ():
            own = within + name
            if own in self._taken and (checksum := self._former_sums.get(own)):
                found[name] = self._standing[own][0], checksum
        return found

    def tell_sum(self, folder: Path, name: str, checksum: str) -> None:
        """Note the checksum of a file of a new folder as it will be put in place."""
        if within := self._place(folder):
            self._sums[within + name] = checksum

    def keep(self, root: Path, stamps: Mapping[str, Stamp]) -> None:
        """Keep what was noted, with the stamps that all files of the project's output have in their places."""
        there = stamps.keys() - self._written_anew
        rows = {key: [told.names, told.value] for key, told in self._now.items() if there.issuperset(told.names)}
        copies = {name: source for name, source in self._copies.items() if name in there}
        known = {name: self._former_sums[name] for name in self._taken if name in self._former_sums} | self._sums
        sums = {name: checksum for name, checksum in known.items() if name not in self._written_anew}
        names = [*dict.fromkeys(chain(chain.from_iterable(told for told, _ in rows.values()), copies))]
        numbers = [*chain.from_iterable(stamps[name] for name in names)]  # in a row: a list for each is read slowly
        with suppress(OSError):
            put_file(root / FILE, json.dumps([rows, sums, copies, names, numbers]).encode())


def last_placed(root: Path, output: Output | None = None) -> Placed:
    """Return what is known of what stands in the project in ``root``; ``output``: its stamps now, where they were asked for already."""
    try:
        rows, sums, copies, names, numbers = json.loads((root / FILE).read_bytes())
        former = {key: (files, value) for key, (files, value) in rows.items()}
        stamps = dict(zip(names, zip(*[iter(numbers)] * PARTS, strict=True), strict=True))
        standing = output_now(root) if output is None else output
        return Placed(former, dict(sums), dict(copies), stamps, standing or {})
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return Placed()


def forget_placed(root: Path) -> None:
    """Forget what stands in the project in ``root``: it is about to be replaced."""
    with suppress(FileNotFoundError, NotADirectoryError):  # where .cache is a file, there is none
        (root / FILE).unlink()
