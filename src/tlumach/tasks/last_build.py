"""What the last build was made of and what it put out, so that a build of the same is answered before anything is imported.

`.cache/built.json` has the stamp of each file that a build reads, with a digest of its content, and one digest of the stamps
of all that it put out. A file whose stamp is another is compared by content, and so is one that had just been changed when
its stamp was taken: it may have changed again in the same step of the clock, which no stamp shows (git does the same with
its index). What was put out counts by its stamps alone: whatever was done to it, a build goes through all of it.

What another build leaves, or one that was killed, does not have the stamps that are written here: then nothing is known.
"""

import hashlib
import json
import marshal
import os
import re
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tlumach.output.publish import put_file
from tlumach.output.regular import read_regular
from tlumach.output.stamps import Stamp, UncertainError, is_young, stamp_of_file, stamps
from tlumach.output.survey import Survey
from tlumach.tasks.installation import PACKAGE, installed
from tlumach.tasks.timestamps import VARIABLE

FILE = ".cache/built.json"
LOOKED_AT = ".cache/looked_at.json"
"""What a command that builds nothing found the files to be; it has no more than the stamps of what is read."""
OUTPUT = ("site", "dist")
_UNFINISHED = re.compile(r"\.tlumach-.*|.*-unfinished-.*")
"""The names of what a command leaves in the project's root that goes on, or was killed."""
_UNKNOWN = (OSError, UncertainError, ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What is raised where a file cannot be read, or the one that is kept is not whole."""


@dataclass(frozen=True)
class Inputs:
    """What a build reads, as it was at a moment (``at``, nanoseconds since 1970).

    ``names``: the files and folders, by their paths from the project's root; ``files``: each file's stamp and digest;
    ``made_with``: a digest of all else that the build depends on.
    """

    names: Sequence[str]
    made_with: str
    at: int
    files: Mapping[str, tuple[Stamp, str]]


class Said(NamedTuple):
    """What a build said: words about the run, and what it made."""

    notes: list[str]
    result: str


Output = Mapping[str, Stamp]


class Seen(NamedTuple):
    """What a build finds when it begins: what it reads, and the stamps of all that was put out (None: that cannot be told).

    ``said``: what the last build said, if one now would put out the same.
    """

    inputs: Inputs | None = None
    output: Output | None = None
    said: Said | None = None


def seen_now(root: Path) -> Seen:
    """Look at the project in ``root``, by stamps where they tell, and at the last build that is known of it."""
    output, inputs = output_now(root), None
    try:
        kept = json.loads((root / FILE).read_bytes())
        before = _read(kept)
        inputs = _inputs(root, before.names, before)
        if output is None or kept["output"] != _digest_of_output(output) or before.made_with != inputs.made_with:
            return Seen(inputs, output)
        if _contents(inputs) != _contents(before) or _unfinished(root):
            return Seen(inputs, output)
        if inputs.files != before.files:
            _write(root, inputs, kept["output"], Said(*kept["said"]))
        return Seen(inputs, output, Said(*kept["said"]))
    except _UNKNOWN:
        return Seen(inputs, output)


def digests_now(root: Path, names: Sequence[str] | None = None) -> dict[str, str]:
    """Return a digest of each file that a build reads, by stamps where they tell.

    Where no build is known, they are those of ``names`` (None: which files a build reads cannot be told, and nothing is returned),
    and are kept for the next time.
    """
    with suppress(*_UNKNOWN):
        before = _read(json.loads((root / FILE).read_bytes()))
        return _contents(_inputs(root, before.names, before))
    with suppress(*_UNKNOWN):
        return _contents(_looked_at(root, names)) if names else {}
    return {}


def _looked_at(root: Path, names: Sequence[str]) -> Inputs:
    """Look at files as they are now, by the stamps of the last time where they tell; keep these for the next time."""
    before = None
    with suppress(*_UNKNOWN):
        before = _read(json.loads((root / LOOKED_AT).read_bytes()))
    now = _inputs(root, names, before)
    if before is None or now.files != before.files:
        with suppress(OSError):
            put_file(root / LOOKED_AT, json.dumps(_to_json(now)).encode())
    return now


def inputs_now(root: Path, names: Sequence[str] | None, seen: Seen | None = None) -> Inputs | None:
    """Return what a build reads that begins now; None where that cannot be told.

    What was ``seen`` of it is not looked at again.
    """
    before = seen.inputs if seen else None
    if names is None or (before and [*before.names] == [*names]):
        return before if names else None
    try:
        return _inputs(root, names, before)
    except _UNKNOWN:
        return None


def output_of(folders: Mapping[str, Path], surveys: Mapping[str, Survey]) -> Output:
    """Return the stamps of all files in folders that are whole, by their paths from where each will be put. Raises OSError."""
    found = {f"{place}/{name}": stamp for place, each in surveys.items() for name, stamp in each.known.items()}
    for place, each in surveys.items():
        found.update((f"{place}/{name}", stamp_of_file(folders[place] / name)) for name in each.new)
    return found


def output_now(root: Path) -> Output | None:
    """Return the stamps of all that is put out; None where they cannot be told."""
    with suppress(*_UNKNOWN):
        return stamps(str(root), OUTPUT, follows_links=False)
    return None


def forget(root: Path) -> None:
    """Forget the last build, whose work is about to be replaced."""
    with suppress(FileNotFoundError, NotADirectoryError):  # where .cache is a file, there is none
        (root / FILE).unlink()


def stamps_in_place(root: Path, made: Output, untouched: Collection[str] = ()) -> Output | None:
    """Return the stamps of all that is put out; None where that is not what was made, as ``output_of`` told of it.

    Compared are size, date and number: the date of the entry changes where the former file, which is the same file, is
    removed, and the mode where all are let read it. ``untouched``: files that nothing of it happened to; where there are any,
    only the others are looked at: what somebody has done meanwhile to one of them the next build finds, by its stamp.
    """
    with suppress(*_UNKNOWN):
        now = _in_place(root, made, untouched) if untouched else stamps(str(root), OUTPUT)
        if {name: _lasting(stamp) for name, stamp in now.items()} == {
            name: _lasting(stamp) for name, stamp in made.items()
        }:
            return now
    return None


def _in_place(root: Path, made: Output, untouched: Collection[str]) -> Output:
    return {name: stamp if name in untouched else stamp_of_file(root / name) for name, stamp in made.items()}


def keep(root: Path, begun: Inputs | None, also: Mapping[str, str], output: Output | None, said: Said) -> None:
    """Keep what a build was made of that is put in place now, unless something changed while it went on.

    ``also``: texts of files that it read beside, by their names; ``output``: the stamps of what it put out.
    ``said`` is said again where nothing has changed.
    """
    forget(root)
    with suppress(*_UNKNOWN):
        if begun and output and (now := _all_now(root, begun, also)):
            _write(root, now, _digest_of_output(output), said)


def _lasting(stamp: Stamp) -> Stamp:
    return stamp[0], stamp[1], stamp[3]


def _all_now(root: Path, begun: Inputs, also: Mapping[str, str]) -> Inputs | None:
    """Return what a build was made of, with what it read beside; None where any of it is not what it was."""
    now = _inputs(root, [*begun.names, *also], begun)
    same = {name: now.files.get(name) for name in begun.files} == begun.files
    beside = len(now.files) == len({*begun.files, *also})
    texts = all((root / name).read_text(encoding="utf-8") == text for name, text in also.items())
    return now if same and beside and texts and now.made_with == begun.made_with else None


def _inputs(root: Path, names: Sequence[str], before: Inputs | None) -> Inputs:
    at, known = time.time_ns(), before.files if before else {}
    found = {
        name: (stamp, _digest(root, name, stamp, known, before)) for name, stamp in stamps(str(root), names).items()
    }
    return Inputs(names, _made_with(root), at, found)


def _digest(root: Path, name: str, stamp: Stamp, known: Mapping[str, tuple[Stamp, str]], before: Inputs | None) -> str:
    """Return a digest of a file's content: the one that is known, or of what is read."""
    old, digest = known.get(name, ((), ""))
    if before and old == stamp and not is_young(stamp, before.at):
        return digest
    return hashlib.blake2b((root / name).read_bytes(), digest_size=16).hexdigest()


def _contents(inputs: Inputs) -> dict[str, str]:
    return {name: digest for name, (_, digest) in inputs.files.items()}


def _made_with(root: Path) -> str:
    """Return a digest of all that a build depends on beside its files: the tools, the place, and the environment.

    Any word of `mkdocs.yml` may be the name of a variable (`!ENV`).
    """
    words = {*re.findall(r"\w+", read_regular(root / "mkdocs.yml").decode("utf-8")), VARIABLE}
    environment = sorted((word, os.environ[word]) for word in words if word in os.environ)
    return _digest_of([str(root.resolve()), installed(), environment, sorted(stamps(str(PACKAGE), _parts()).items())])


def _parts() -> list[str]:
    return [name for name in os.listdir(PACKAGE) if name != "__pycache__"]


def _digest_of(value: object) -> str:
    return hashlib.blake2b(repr(value).encode(), digest_size=16).hexdigest()


def _digest_of_output(output: Output) -> str:
    """Return a digest of stamps. Of some ten thousand, ``repr`` would take longer than the disk; version 2 has no references."""
    return hashlib.blake2b(marshal.dumps(sorted(output.items()), 2), digest_size=16).hexdigest()


def _unfinished(root: Path) -> bool:
    return any(_UNFINISHED.fullmatch(name) for name in os.listdir(root))


def _write(root: Path, inputs: Inputs, output: str, said: Said) -> None:
    put_file(root / FILE, json.dumps(_to_json(inputs) | {"output": output, "said": said}).encode())


def _to_json(inputs: Inputs) -> dict[str, object]:
    files = {name: [*stamp, digest] for name, (stamp, digest) in inputs.files.items()}
    return {"names": [*inputs.names], "made_with": inputs.made_with, "at": inputs.at, "files": files}


def _read(kept: Mapping[str, Any]) -> Inputs:
    files = {name: (tuple(stamp), digest) for name, (*stamp, digest) in kept["files"].items()}
    return Inputs(kept["names"], kept["made_with"], kept["at"], files)
