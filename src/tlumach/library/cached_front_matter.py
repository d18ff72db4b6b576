"""The front matter of many pages. YAML is slow to read, so what it said is kept for as long as its page does not change."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tlumach.front_matter import FrontMatter, split_front_matter
from tlumach.problems import Problem, as_row, from_row
from tlumach.tasks.tasks import Task, TaskRunner

Found = tuple[FrontMatter | None, list[Problem]]
"""The front matter of a page and what is wrong with it; None, and why, where the page is no text."""
Read = Callable[[str], tuple[str | None, list[Problem]]]
"""Returns the text of a file, or None and why it is none."""
NOT_JSON = b""


def front_matter_of(
    files: Sequence[str], read: Read, digests: Mapping[str, str], runner: TaskRunner | None
) -> dict[str, Found]:
    """Return the front matter of each of these pages, and what is wrong with it, by their files.

    ``digests`` has one of each file's bytes. Without ``runner`` all is read anew.
    """
    if runner is None:
        return {file: _found(file, read) for file in files}
    kind = Task[str](
        "front matter",
        lambda file: (file, digests[file]),
        lambda file: _to_bytes(_found(file, read)),
        is_small=True,
    )
    found = runner.made(kind, files, lambda file, made: _from_bytes(made, file, read))
    return dict(zip(files, found, strict=True))


def _found(file: str, read: Read) -> Found:
    text, problems = read(file)
    return split_front_matter(text, file) if text is not None else (None, problems)


def _to_bytes(found: Found) -> bytes:
    """Return what can be kept; nothing where YAML has said what JSON has no words for (a set, bytes, a number that is none)."""
    front_matter, problems = found
    rows = [as_row(each) for each in problems]
    if front_matter is None:
        return json.dumps([None, "", 0, rows]).encode()
    said = [front_matter.values, front_matter.text, front_matter.length, rows]
    made = json.dumps(said, default=lambda value: None)  # in ASCII: YAML has escapes for what UTF-8 cannot write
    return made.encode() if _same(json.loads(made)[0], front_matter.values) else NOT_JSON


def _same(one: Any, other: Any) -> bool:
    """Whether two values are equal and of the same types, all through: to Python, 1, 1.0 and True are equal."""
    return repr(one) == repr(other)


def _from_bytes(made: bytes, file: str, read: Read) -> Found:
    if made == NOT_JSON:
        return _found(file, read)
    values, text, length, problems = json.loads(made)
    found = None if values is None else FrontMatter(values, text, length)
    return found, [from_row(*each) for each in problems]
