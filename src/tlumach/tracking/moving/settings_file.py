"""What `mkdocs.yml` says of pages that move: names that are written anew, and patterns that no longer mean what they meant."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from tlumach.front_matter import NOT_YAML
from tlumach.problems.patterns import DOCS, File, Pattern, file_of
from tlumach.settings import Settings
from tlumach.tracking.moving.targets import Move

_OF_PATTERNS = frozenset({"exclude_docs", "draft_docs", "not_in_nav"})
"""The settings of MkDocs that have a pattern on each line, as .gitignore has."""
_WILD = re.compile(r"[*?\[]")


class Left(NamedTuple):
    """What stays as it is: the line, what stands there, and the name that it meant before (or means only now)."""

    line: int
    written: str
    name: str
    is_meant_now: bool = False


@dataclass(frozen=True)
class Renames:
    """What files are called before and after a move: ``names`` in every form in which settings name them; folders likewise.

    ``files`` are the files themselves, as patterns mean them.
    """

    names: Mapping[str, str]
    folders: Mapping[str, str]
    files: Sequence[tuple[File, File]]

    def of(self, written: str) -> str:
        """Return a name or pattern as it is to be written now; what begins with `!` or `/` keeps it."""
        start = written[: len(written) - len(written.lstrip("!/"))]
        name = written[len(start) :]
        if name in self.names:
            return start + self.names[name]
        folder = next((each for each in self.folders if name.startswith(f"{each}/")), "")
        return f"{start}{self.folders[folder]}{name[len(folder) :]}" if folder else written

    def left(self, written: str) -> tuple[str, bool] | None:
        """Return a file that a pattern meant and no longer means, or means only now (True); None where there is none."""
        pattern = Pattern(written.removeprefix("!"))
        for old, new in self.files:
            was, now = pattern.fits(old), pattern.fits(new)
            if was != now:
                return (new if now else old).path, now
        return None


def renames_of(settings: Settings, move: Move, files: Iterable[tuple[str, str]]) -> Renames:
    """Return what a move changes of names: ``files`` are those under `docs/`, by their names in the project, before and after."""
    found = list(files)
    languages = settings.languages if settings.structure == "folder" else ()
    places = ["", *(f"{language}/" for language in languages)]
    names = {place + old: place + new for old, new in move.paths.items() for place in places}
    names |= {old.removeprefix(DOCS): new.removeprefix(DOCS) for old, new in found} | dict(found)
    folders = {
        start + place + old: start + place + new
        for old, new in move.folders.items()
        for place in places
        for start in ("", DOCS)
    }
    return Renames(
        names, folders, [(file_of(old, settings.languages), file_of(new, settings.languages)) for old, new in found]
    )


def renamed(text: str, renames: Renames) -> tuple[str, list[Left]]:
    """Return `mkdocs.yml` with what names a file or folder that moved written anew, and the patterns that mean others now."""
    left: list[Left] = []
    try:
        scalars = sorted(_scalars(yaml.compose(text, yaml.SafeLoader), ""), key=lambda each: -each[0].start_mark.index)
    except NOT_YAML:
        return text, left
    for node, key in scalars:
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):
            fresh, some = _block(text[start:end], node.start_mark.line + 1, renames if key in _OF_PATTERNS else None)
            left += some
        else:
            fresh = _scalar(text[start:end], node.value, renames.of(node.value))
            is_pattern = _WILD.search(node.value) and re.search(r"/|\.md\b", node.value)
            if is_pattern and fresh == text[start:end] and (found := renames.left(node.value)):
                left.append(Left(node.start_mark.line + 1, node.value, *found))
        text = text[:start] + fresh + text[end:]
    return text, sorted(left)


def _scalars(node: Any, key: str) -> Iterator[tuple[Any, str]]:
    """Yield the texts of YAML, each once with the key that it stands under; keys are texts too."""
    if isinstance(node, yaml.ScalarNode):
        yield node, key
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _scalars(each, key)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _scalars(name, "")
            yield from _scalars(value, str(name.value))


def _scalar(raw: str, old: str, new: str) -> str:
    """Return a text as YAML has it with another name in its stead, quoted as it was, or where it must be."""
    if new == old:
        return raw
    if old in raw and (raw[:1] in "\"'" or yaml.safe_load(f"[{new}]") == [new]):
        return raw.replace(old, new)
    return json.dumps(new, ensure_ascii=False)


def _block(raw: str, line: int, renames: Renames | None) -> tuple[str, list[Left]]:
    """Return a text of several lines with each pattern written anew, and those that mean other files now."""
    if renames is None:
        return raw, []
    lines, left = raw.split("\n"), list[Left]()
    for number, written in enumerate(lines):
        pattern = written.strip()
        if number and pattern and not pattern.startswith("#"):
            lines[number] = written.replace(pattern, renames.of(pattern))
            if lines[number] == written and (found := renames.left(pattern)):
                left.append(Left(line + number, pattern, *found))
    return "\n".join(lines), left
