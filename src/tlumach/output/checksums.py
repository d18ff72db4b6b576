"""Lists of checksums (`SHA256SUMS`), and what they say of a copy: values in, values out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tlumach.problems import Code, Problem

_LINE = re.compile(r"(?P<escaped>\\?)(?P<sum>[0-9A-Fa-f]{64})[ \t][ \t*](?P<name>[^\n]+)")
_TAGGED = re.compile(r"SHA256 \((?P<name>[^\n]+)\) = (?P<sum>[0-9A-Fa-f]{64})")
_MOST_PROBLEMS = 20
_SIGNED, _SIGNATURE = "-----BEGIN PGP SIGNED MESSAGE-----", "-----BEGIN PGP SIGNATURE-----"
_ESCAPES = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}


class Verdict(StrEnum):
    """What a list says of a copy."""

    WHOLE = "whole"
    RENAMED = "whole, under another name"
    SWAPPED = "another listed file under this name"
    CHANGED = "changed"
    UNLISTED = "not in the list"


@dataclass(frozen=True)
class CopyFinding:
    """A verdict, with the name in the list that it rests on, and the checksum that the list has for the copy's own name (for a
    copy under another name: for what it is); both are empty where there is none."""

    verdict: Verdict
    listed_name: str = ""
    listed_sum: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the copy is, to the byte, a file of the list, and not under the name of another."""
        return self.verdict in (Verdict.WHOLE, Verdict.RENAMED)


def read_sums(text: str, name: str) -> tuple[Mapping[str, str], list[Problem]]:
    """Read a list called ``name`` into SHA-256 sums (lower case) by file name, with the folders that stand before it.

    The forms are those that `sha256sum` of GNU coreutils writes, plain and with `--tag`; a line that begins with `#` is a
    comment, and of a clear-signed list (RFC 9580, section 7) what is signed is read, its signature left to a program for that.
    Whatever else stands there is a problem, and so is a file with two different sums: a list that is partly understood is not
    to be relied on. Reading ends at the twentieth problem.
    """
    sums: dict[str, str] = {}
    problems = []
    for number, line in _signed(enumerate(text.removeprefix("\ufeff").splitlines(), 1)):
        if not line.strip() or line.startswith("#"):
            continue
        entry = _entry(line)
        if entry is None:
            message = "expected a checksum of 64 hexadecimal digits, two spaces and a file name. Get the list again."
            problems.append(Problem(name, number, Code.SUMS_MALFORMED, message))
        elif sums.setdefault(*entry) != entry[1]:
            message = f"`{entry[0]}` has another checksum here than above: the list contradicts itself. Get it again."
            problems.append(Problem(name, number, Code.SUMS_MALFORMED, message))
        if len(problems) == _MOST_PROBLEMS:
            break  # it is no such list at all
    if not sums and not problems:
        problems.append(Problem(name, 1, Code.SUMS_MALFORMED, "the list is empty. Get it again."))
    return sums, problems


def compare(file_name: str, file_sum: str, sums: Mapping[str, str]) -> CopyFinding:
    """Say what a list holds of a file by its name and its SHA-256 sum (hexadecimal, lower case)."""
    same = sorted(name for name, listed in sums.items() if listed == file_sum)
    own = sorted(name for name in sums if name.rpartition("/")[2] == file_name)
    if whole := [name for name in own if name in same]:
        return CopyFinding(Verdict.WHOLE, whole[0], file_sum)
    if same:
        return (
            CopyFinding(Verdict.SWAPPED, same[0], sums[own[0]])
            if own
            else CopyFinding(Verdict.RENAMED, same[0], file_sum)
        )
    if own:
        return CopyFinding(Verdict.CHANGED, own[0], sums[own[0]])
    return CopyFinding(Verdict.UNLISTED)


def _signed(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines; of a clear-signed text those that are signed, as they were before (a leading `- ` taken off)."""
    is_head = is_signature = is_signed = False
    for number, line in lines:
        if line == _SIGNED:
            is_head = is_signed = True
        elif is_signed and line == _SIGNATURE:
            is_signature = True
        elif is_head:
            is_head = bool(line.strip())  # `Hash: SHA512` and its like, up to an empty line
        elif not is_signature:
            yield number, line.removeprefix("- ") if is_signed else line


def _entry(line: str) -> tuple[str, str] | None:
    match = _LINE.fullmatch(line) or _TAGGED.fullmatch(line)
    if match is None:
        return None
    name = match["name"]
    if match.groupdict().get("escaped"):
        name = re.sub(r"\\[\\nr]", lambda found: _ESCAPES[found[0]], name)
    return name.removeprefix("./"), match["sum"].lower()
