"""Stamps: what teams write beside a translation by hand to say from which state of the source it was made.

In the front matter, at any depth: the id of a commit (``source_commit``, ``l10n.sourceCommit`` as MDN has it,
``default_lang_commit`` as OpenTelemetry, ``en_commit`` where the source is English), the SHA-256 of the source file
(``source_sha256``), and one for each ``##`` section (``section_hashes``).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import yaml

from tlumach.front_matter import NOT_YAML
from tlumach.library.pages import Page
from tlumach.problems import Code, Problem

_COMMIT_KEYS = ("sourcecommit", "defaultlangcommit")
_DIGEST_KEYS = ("sourcesha256", "sourcehash")
_SECTION_KEYS = ("sectionhashes", "sourcesections", "sections")
_COMMIT = re.compile(r"[0-9a-f]{7,64}")
_DIGEST = re.compile(r"[0-9a-f]{8,64}")
_NONE = frozenset({"", "~", "null"})


class StampKind(StrEnum):
    """What a stamp names."""

    COMMIT = "commit"
    DIGEST = "SHA-256"
    SECTIONS = "SHA-256 by section"


@dataclass(frozen=True)
class Stamp:
    """A stamp: what it names, under which key, and where it stands.

    ``value`` is the beginning or the whole of an id or a digest, in lower case; ``sections`` has the digests by heading.
    """

    kind: StampKind
    key: str
    file: str
    line: int
    value: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the stamp is called in a sum of many: its key or, in a manifest, the file."""
        return self.file if self.file.endswith(".json") else f"`{self.key}`"

    def problem(self, message: str) -> Problem:
        """Return what is said of a stamp that names nothing that git has."""
        return Problem(
            self.file, self.line, Code.STAMP_UNKNOWN, f"`{self.key}{self.value and ': '}{self.value[:12]}`: {message}"
        )


def stamp_of(page: Page, source_language: str) -> tuple[Stamp | None, list[Problem]]:
    """Return the stamp in the front matter of a page, and what is wrong with it; a commit goes before a digest."""
    found: list[Stamp] = []
    problems: list[Problem] = []
    for key, value in _entries(_as_texts(page)):
        kind = kind_of(key.rpartition(".")[2], value, source_language)
        if kind is None:
            continue
        line = page.front_matter.line_of(key.rpartition(".")[2])
        made = make_stamp(kind, key, value, page.file, line)
        if isinstance(made, Problem):
            problems.append(made)
        elif made:
            found.append(made)
    order = list(StampKind)
    return min(found, key=lambda stamp: order.index(stamp.kind), default=None), problems


def kind_of(key: str, value: object, source_language: str) -> StampKind | None:
    """Return what a key names, however it is written (``sourceCommit``, ``source-commit``); None where it is no stamp's."""
    plain = re.sub(r"[-_]", "", key).lower()
    own = re.sub(r"[-_]", "", source_language).lower()
    if isinstance(value, Mapping):
        return StampKind.SECTIONS if plain in _SECTION_KEYS else None
    if plain.endswith(_COMMIT_KEYS) or plain == f"{own}commit":
        return StampKind.COMMIT
    if plain.endswith(_DIGEST_KEYS) or plain in (f"{own}sha256", f"{own}hash"):
        return StampKind.DIGEST
    return None


def make_stamp(kind: StampKind, key: str, value: object, file: str, line: int) -> Stamp | Problem | None:
    """Return the stamp that a value is; None where it is empty, and a problem where it is no id or digest."""
    if isinstance(value, Mapping):
        sections = {str(name): _plain(digest) for name, digest in value.items()}
        wrong = next((name for name, digest in sections.items() if not _DIGEST.fullmatch(digest)), None)
        if wrong is not None:
            return _malformed(file, line, f"{key}.{wrong}", sections[wrong], "the SHA-256 of a section")
        return Stamp(kind, key, file, line, sections=sections) if sections else None
    written = _plain(value)
    if written in _NONE:
        return None
    form, wanted = (_COMMIT, "the id of a commit") if kind is StampKind.COMMIT else (_DIGEST, "a SHA-256")
    if not form.fullmatch(written):
        return _malformed(file, line, key, written, wanted)
    return Stamp(kind, key, file, line, written)


def _plain(value: object) -> str:
    return str(value).strip().lower().removeprefix("sha256:").removeprefix("sha256-")


def _malformed(file: str, line: int, key: str, value: str, wanted: str) -> Problem:
    message = f"`{key}: {value[:60]}` is not {wanted}: write its hexadecimal digits, or take the line out."
    return Problem(file, line, Code.STAMP_MALFORMED, message)


def _as_texts(page: Page) -> Any:
    """Return the front matter with all values as written: YAML would make numbers of ids that are digits alone."""
    lines = page.front_matter.text.splitlines()[1:-1]
    try:
        return yaml.load("\n".join(lines), yaml.BaseLoader)
    except NOT_YAML:  # said where the page was read
        return {}


def _entries(values: object, above: str = "") -> Iterator[tuple[str, object]]:
    """Yield each key, with those above it, and its value."""
    if isinstance(values, Mapping):
        for key, value in values.items():
            yield f"{above}{key}", value
            yield from _entries(value, f"{above}{key}.")
