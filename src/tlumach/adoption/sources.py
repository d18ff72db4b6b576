"""The source that a stamp names, as git has it: read for all stamps together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from tlumach.adoption.fingerprints import Section, is_of, is_of_section, sections
from tlumach.adoption.git_history import GitHistory
from tlumach.adoption.stamps import Stamp, StampKind
from tlumach.library import Library
from tlumach.library.pages import DOCS, Page, decode, parse_page
from tlumach.library.structure import Place
from tlumach.problems import Problem

NO_GIT = "there is no history of git here to find it in. Run this in a clone of the repository."
_SHALLOW = "the clone is shallow and may lack it. Fetch the whole history (`git fetch --unshallow`) and run this again."
_UNKNOWN_COMMIT = "the repository has no such commit. Mend the stamp, or take the line out."
_NO_FILE = "the commit has no {name}, nor a file that became it. Mend the stamp, or take the line out."
_NO_VERSION = "no version of {name} has this SHA-256. Mend the stamp, or take the line out."
_NOT_UTF8 = "the source was no UTF-8 then."


Version = tuple[Page, bytes, str]
"""A source as it once was: the page, its file, and the day on which it was there first (ISO 8601)."""


@dataclass(frozen=True)
class Stamped:
    """A translation and the source that its stamp names: the page as it was, or some of its sections by the keys of their
    digests; and the day of that (ISO 8601)."""

    translation: Page
    source: Page
    day: str
    sections: Mapping[str, Section] = field(default_factory=dict)


@dataclass(frozen=True)
class Sources:
    """Finds the sources that stamps name. ``today`` is the day of what is not in git yet."""

    library: Library
    history: GitHistory
    root: Path
    today: str

    def found(self, stamps: Mapping[Place, Stamp]) -> tuple[list[Stamped], list[Problem]]:
        """Return what the stamps name, in their order, and what is wrong with those that name nothing."""
        by_commit = {at: stamp for at, stamp in stamps.items() if stamp.kind is StampKind.COMMIT}
        by_digest = {at: stamp for at, stamp in stamps.items() if stamp.kind is not StampKind.COMMIT}
        results = {**dict(self._at_commits(by_commit)), **dict(self._of_digests(by_digest))}
        in_order = [results[place] for place in stamps]
        return (
            [each for each in in_order if isinstance(each, Stamped)],
            [each for each in in_order if isinstance(each, Problem)],
        )

    def _at_commits(self, stamps: Mapping[Place, Stamp]) -> Iterator[tuple[Place, Stamped | Problem]]:
        days = self.history.days(sorted({stamp.value for stamp in stamps.values()}))
        wanted = {at: stamp for at, stamp in stamps.items() if stamp.value in days}
        contents = self._contents({at: stamp.value for at, stamp in wanted.items()})
        for place, stamp in stamps.items():
            if stamp.value not in days:
                yield place, stamp.problem(self._missing(_UNKNOWN_COMMIT))
            elif place not in contents:
                yield place, stamp.problem(_NO_FILE.format(name=self._source_file(place)))
            else:
                yield place, self._stamped(place, stamp, contents[place], days[stamp.value])

    def _contents(self, wanted: Mapping[Place, str]) -> dict[Place, bytes]:
        """Return the source of each place at its commit, under its name of today or, where that is not there, an older one."""
        names = {at: name for at in wanted if (name := self._name(at))}
        first = self.history.files(list(dict.fromkeys((wanted[at], name) for at, name in names.items())))
        lacking = [at for at, name in names.items() if (wanted[at], name) not in first]
        older = {at: list(self._older_names(names[at])) for at in lacking}
        more = self.history.files(list(dict.fromkeys((wanted[at], name) for at in lacking for name in older[at])))
        tries = {at: [(wanted[at], each) for each in (name, *older.get(at, ()))] for at, name in names.items()}
        known = {**first, **more}
        return {
            at: known[hit]
            for at, some in tries.items()
            if (hit := next((each for each in some if each in known), None))
        }

    def _of_digests(self, stamps: Mapping[Place, Stamp]) -> Iterator[tuple[Place, Stamped | Problem]]:
        paths = list(dict.fromkeys(path for _, path in stamps))
        for path, versions in self._versions(paths):
            for place, stamp in stamps.items():
                if place[1] == path:
                    yield place, self._of_digest(place, stamp, versions)

    def _of_digest(self, place: Place, stamp: Stamp, versions: Sequence[Version]) -> Stamped | Problem:
        if stamp.kind is StampKind.SECTIONS:
            return self._of_sections(place, stamp, versions)
        for page, content, day in versions:
            if is_of(stamp.value, content, page.body):
                return Stamped(self.library.pages[place], page, day)
        return stamp.problem(self._missing(_NO_VERSION.format(name=self._source_file(place))))

    def _of_sections(self, place: Place, stamp: Stamp, versions: Sequence[Version]) -> Stamped | Problem:
        """Return the sections whose digests some version has; where one has none, the page's stamp is wrong."""
        cut = [(sections(page), day) for page, _, day in versions]
        found: dict[str, Section] = {}
        days = []
        for key, digest in stamp.sections.items():
            hits = ((each, day) for each_page, day in cut for each in each_page if is_of_section(digest, each))
            section, day = next(hits, (None, ""))
            if section is None:
                name = f"section “{key}”: " + _NO_VERSION.format(name=self._source_file(place))
                return stamp.problem(self._missing(name))
            found[key] = section
            days.append(day)
        return Stamped(self.library.pages[place], versions[0][0], min(days), found)

    def _versions(self, paths: Sequence[str]) -> Iterator[tuple[str, list[Version]]]:
        """Yield for each path its source as it was after each commit, the newest first, with the day of its first; and as it lies there."""
        known = {path: self._days(path) for path in paths}
        contents = self.history.blobs([blob for days in known.values() for blob in days])
        for path, days in known.items():
            found = zip(days.values(), islice(contents, len(days)), strict=True)
            there = [
                (page, content, day)
                for day, content in found
                if content is not None and (page := self._page(path, content))
            ]
            source = self.library.origin(path)
            now = [(source, (self.root / source.file).read_bytes(), self.today)] if source else []
            yield path, [*there, *now]

    def _days(self, path: str) -> Mapping[str, str]:
        """Return the versions of a source, by their blobs, the newest first, each with the day on which it was there first."""
        name = self._name((self.library.settings.source, path))
        changes = self.history.changes(name) if name else ()
        return {change.blob: commit.day for commit, change in changes if change.status != "D"}

    def _stamped(self, place: Place, stamp: Stamp, content: bytes, day: str) -> Stamped | Problem:
        page = self._page(place[1], content)
        return Stamped(self.library.pages[place], page, day) if page else stamp.problem(_NOT_UTF8)

    def _page(self, path: str, content: bytes) -> Page | None:
        text, _ = decode(content, path)
        settings = self.library.settings
        return None if text is None else parse_page(text, settings.source, path, settings.markdown.syntax)[0]

    def _older_names(self, name: str) -> Iterator[str]:
        """Yield what a file was called before, as git follows it; and `a.md` for `a/index.md`, which is often also re-written."""
        yield from (change.old for _, change in self.history.changes(name) if change.old != change.new)
        folder, _, last = name.rpartition("/")
        if last in ("index.md", "_index.md"):
            yield f"{folder}.md"

    def _name(self, place: Place) -> str | None:
        return self.history.name(self.root / self._source_file(place))

    def _source_file(self, place: Place) -> str:
        return self.library.origin_file(place[1])

    def _missing(self, otherwise: str) -> str:
        return NO_GIT if self.history.top is None else _SHALLOW if self.history.is_shallow else otherwise


def history_of(library: Library, root: Path) -> GitHistory:
    """Return the history of the repository that the sources lie in: the project's own, or one that is linked into `docs/`."""
    folder = root / DOCS / library.settings.source
    return GitHistory(folder if library.settings.structure == "folder" and folder.is_dir() else root)
