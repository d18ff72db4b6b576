"""When lines of a page last changed, as git knows it: asked only where a stale translation may fail for its age."""

import datetime
import re
from functools import cached_property, lru_cache
from pathlib import Path

from tlumach.git import ask
from tlumach.problems.problem import Lines

_TIME = re.compile(r"^(?:committer-time (?P<time>\d+)|(?P<boundary>boundary)|\t.*)$", re.MULTILINE)


class SourceHistory:
    """The history of the files of a project. Nothing is known without git, nor of what a shallow clone has cut off.

    Raises GitFailedError where git is there and fails.
    """

    def __init__(self, root: Path) -> None:
        """Take the project's folder; nothing is asked yet."""
        self.root = root
        self._times = lru_cache(maxsize=None)(self._read_times)

    def changed(self, lines: Lines) -> datetime.date | None:
        """Return the day (UTC) on which lines last changed, or None.

        Of a whole file: the day of its oldest line; of lines that are gone (``first`` 0): that of the file's last commit.
        """
        if not lines.first:
            seconds = None if self._is_shallow else self._number("log", "-1", "--format=%ct", "--", lines.path)
        else:
            times = self._times(lines.path)
            found = times[lines.first - 1 : lines.last] if lines.last else times
            known = [time for time in found if time is not None]
            seconds = None if len(known) < len(found) or not known else max(known) if lines.last else min(known)
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date() if seconds else None

    @cached_property
    def _is_shallow(self) -> bool:
        return self._git("rev-parse", "--is-shallow-repository").strip() == "true"

    def _read_times(self, path: str) -> list[int | None]:
        """Return for each line when it was committed, in seconds; None where the clone ends before that."""
        times: list[int | None] = []
        time: int | None = None
        cut_off = False
        for match in _TIME.finditer(self._git("blame", "--line-porcelain", "--", path)):
            if match["time"]:
                time = int(match["time"])
            elif match["boundary"]:
                cut_off = self._is_shallow
            else:
                times.append(None if cut_off else time)
                cut_off = False
        return times

    def _number(self, *arguments: str) -> int | None:
        found = self._git(*arguments).strip()
        return int(found) if found.isdigit() else None

    def _git(self, *arguments: str) -> str:
        return ask(self.root, *arguments).said.decode(errors="replace")
