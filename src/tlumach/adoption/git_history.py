"""What git has of a project: its commits, with what each changed, and files as they once were. All is read in few calls."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from tlumach.git import ask

_CHUNK = 500  # objects that are held in memory together


class Change(NamedTuple):
    """What a commit did to a file: git's letter for it (``R100``: renamed and otherwise the same), its names, its new blob."""

    status: str
    old: str
    new: str
    blob: str


@dataclass(frozen=True)
class Commit:
    """A commit: its id, the day on which it was made (UTC), and what it did to Markdown files."""

    id: str
    day: str
    changes: tuple[Change, ...] = ()


class GitHistory:
    """The history of the repository that a folder lies in; all names of files are those within the repository.

    Whatever is asked of it raises GitFailedError where git is there and fails.
    """

    def __init__(self, folder: Path) -> None:
        """Take a folder; nothing is asked yet."""
        self.folder = folder

    @cached_property
    def top(self) -> Path | None:
        """The folder of the repository; None where there is none, or no git."""
        found = self._git("rev-parse", "--show-toplevel").decode(errors="replace").strip()
        return Path(found).resolve() if found else None

    def commit(self, revision: str) -> str:
        """Return the whole id of the commit that a revision names; empty where there is none."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return self._git(*asked).decode(errors="replace").strip()

    def last_tag(self) -> str:
        """Return the name of the last tag before or at the last commit; empty where there is none."""
        return self._git("describe", "--tags", "--abbrev=0").decode(errors="replace").strip()

    @cached_property
    def is_shallow(self) -> bool:
        """Whether the clone lacks older commits."""
        return self._git("rev-parse", "--is-shallow-repository").strip() == b"true"

    def name(self, file: Path) -> str | None:
        """Return the name of a file within the repository, links resolved; None where it lies outside."""
        real = file.resolve()
        return real.relative_to(self.top).as_posix() if self.top and real.is_relative_to(self.top) else None

    def days(self, ids: Sequence[str]) -> Mapping[str, str]:
        """Return the day (UTC) of each of these commits that is here; an id may be cut short."""
        found = zip(ids, self._objects([f"{name}^{{commit}}" for name in ids]), strict=True)
        return {name: _day(_committed(content)) for name, content in found if content is not None}

    def files(self, wanted: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], bytes]:
        """Return the contents of files at commits, of those that are there."""
        asked = [each for each in wanted if "\n" not in each[1]]
        found = zip(asked, self._objects([f"{commit}:{name}" for commit, name in asked]), strict=True)
        return {each: content for each, content in found if content is not None}

    def blobs(self, ids: Sequence[str]) -> Iterator[bytes | None]:
        """Yield the contents of blobs, one for each id (None: it is not here); some hundred are held at a time."""
        return self._objects(ids)

    @cached_property
    def commits(self) -> Sequence[Commit]:
        """All commits that changed Markdown, the newest first; those at which a shallow clone is cut off say nothing."""
        asked = ("-z", "--raw", "--no-abbrev", "--no-relative", "-M", "--format=%x01%H %ct", "--", ":/*.md")
        log = self._git("-c", "log.showSignature=false", "log", *asked, must_answer=bool(self.commit("HEAD")))
        cut_off = self._cut_off()
        return [
            commit
            for each in log.decode(errors="replace").split("\x01")[1:]
            if (commit := _commit(each)).id not in cut_off
        ]

    def changes(self, name: str) -> Iterator[tuple[Commit, Change]]:
        """Yield what commits did to a file, the newest first, under its older names too."""
        begin = 0
        while found := [each for each in self._by_name.get(name, ()) if each[0] >= begin]:
            for at, change in found:
                yield self.commits[at], change
                if change.old != name:
                    name, begin = change.old, at + 1
                    break
            else:
                return

    @cached_property
    def _by_name(self) -> Mapping[str, list[tuple[int, Change]]]:
        found: dict[str, list[tuple[int, Change]]] = {}
        for at, commit in enumerate(self.commits):
            for change in commit.changes:
                found.setdefault(change.new, []).append((at, change))
        return found

    def _cut_off(self) -> frozenset[str]:
        if not self.is_shallow:
            return frozenset()
        path = self._git("rev-parse", "--git-path", "shallow").decode(errors="replace").strip()
        return frozenset((self.folder / path).read_text(encoding="ascii", errors="replace").split())

    def _objects(self, names: Sequence[str]) -> Iterator[bytes | None]:
        for start in range(0, len(names), _CHUNK):
            chunk = names[start : start + _CHUNK]
            given = "\n".join([*chunk, ""]).encode()
            said = self._git("cat-file", "--batch", given=given, must_answer=self.top is not None)
            yield from _answers(said, len(chunk))

    def _git(self, *arguments: str, given: bytes = b"", must_answer: bool = False) -> bytes:
        return ask(self.folder, *arguments, given=given, must_answer=must_answer).said


def _answers(output: bytes, count: int) -> Iterator[bytes | None]:
    """Read what `git cat-file --batch` says: a line with id, kind and size, and the content; or a line that ends otherwise."""
    at = 0
    for _ in range(count):
        end = output.find(b"\n", at)
        head = output[at:end].split(b" ") if end >= 0 else []
        at = end + 1 if end >= 0 else len(output)
        if len(head) == 3 and head[1] in (b"blob", b"commit", b"tree", b"tag") and head[2].isdigit():
            size = int(head[2])
            yield output[at : at + size] if head[1] in (b"blob", b"commit") else None
            at += size + 1
        else:
            yield None


def _committed(commit: bytes) -> int:
    """Return when a commit was made, in seconds since 1970, from its object."""
    line = next((line for line in commit.split(b"\n") if line.startswith(b"committer ")), b"")
    seconds = line.split(b" ")[-2:-1]
    return int(seconds[0]) if seconds and seconds[0].isdigit() else 0


def _day(seconds: int) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()


def _commit(text: str) -> Commit:
    """Read a commit as `git log -z --raw` prints it: id and seconds, then for each file its line and its name or names."""
    head, *fields = text.split("\0")
    name, _, seconds = head.strip().partition(" ")
    changes = []
    rest = iter(fields)
    for field in rest:
        if not field.strip().startswith(":"):
            continue
        *_, blob, status = field.split()
        old = next(rest, "")
        changes.append(Change(status, old, next(rest, "") if status[:1] in "RC" else old, blob))
    return Commit(name, _day(int(seconds or 0)), tuple(changes))
