"""Lists of checksums (`SHA256SUMS`), and what they say of a copy: values in, values out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tlumach.problems import Code, Problem

_LINE = re.compile(r"(?P<escaped>\\?)(?P<sum>[0-9A-Fa-f]{64})[ \t][ \t*](?P<name>[^\n]+)")
_TAGGED = re.compile(r"SHA256 \((?P<name>[^\n]+)\) = (?P<sum>[0-9A-Fa-f]{64})")
_ESCAPES = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}


class Verdict(StrEnum):
    """What a list says of a copy."""

    WHOLE = "whole"
    RENAMED = "whole, under another name"
    SWAPPED = "another listed file under this name"
    CHANGED = "changed"
    UNLISTED = "not in the list"


@dataclass(frozen=True)
class Finding:
    """A verdict, with the name and the checksum in the list that it rests on; both are empty where there is none."""

    verdict: Verdict
    listed_name: str = ""
    listed_sum: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the copy is, to the byte, a file of the list, and not under the name of another."""
        return self.verdict in (Verdict.WHOLE, Verdict.RENAMED)


def read_sums(text: str, name: str) -> tuple[Mapping[str, str], list[Problem]]:
    """Read a list called ``name`` into SHA-256 sums (lower case) by file name; folders in it do not count.

    The forms are those that `sha256sum` of GNU coreutils writes, plain and with `--tag`. Whatever else stands there is
    a problem, and so is a file with two different sums: a list that is partly understood is not to be relied on.
    """
    sums: dict[str, str] = {}
    problems = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not line.strip():
            continue
        entry = _entry(line)
        if entry is None:
            message = "expected a checksum of 64 hexadecimal digits, two spaces and a file name. Get the list again."
            problems.append(Problem(name, number, Code.SUMS_MALFORMED, message))
        elif sums.setdefault(*entry) != entry[1]:
            message = f"`{entry[0]}` has another checksum here than above: the list contradicts itself. Get it again."
            problems.append(Problem(name, number, Code.SUMS_MALFORMED, message))
    if not sums and not problems:
        problems.append(Problem(name, 1, Code.SUMS_MALFORMED, "the list is empty. Get it again."))
    return sums, problems


def compare(file_name: str, file_sum: str, sums: Mapping[str, str]) -> Finding:
    """Say what a list holds of a file by its name and its SHA-256 sum (hexadecimal, lower case)."""
    same = sorted(name for name, listed in sums.items() if listed == file_sum)
    expected = sums.get(file_name)
    if expected == file_sum:
        return Finding(Verdict.WHOLE, file_name, file_sum)
    if same:
        return Finding(Verdict.SWAPPED if expected else Verdict.RENAMED, same[0], file_sum)
    if expected:
        return Finding(Verdict.CHANGED, file_name, expected)
    return Finding(Verdict.UNLISTED)


def _entry(line: str) -> tuple[str, str] | None:
    match = _LINE.fullmatch(line) or _TAGGED.fullmatch(line)
    if match is None:
        return None
    name = match["name"]
    if match.groupdict().get("escaped"):
        name = re.sub(r"\\[\\nr]", lambda found: _ESCAPES[found[0]], name)
    return name.rpartition("/")[2], match["sum"].lower()
