"""What has changed in an explainer since readers first had it, as `changes/<folder>.yml` keeps it: committed, so that a build needs no git.

The tool proposes the entries (`tlumach changes`); an editor says of each in one sentence, in each language, what it was about.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any

import yaml

from tlumach.front_matter import NOT_YAML, iso_date
from tlumach.problems import Code, Level, Problem

FOLDER = "changes"
HEAD = "# What changed, as readers are told: say under `says`, in one sentence and each language, what it was."
PAGE = "what-changed.md"
"""The page that is made of it, in the explainer's folder; it sorts after the others."""


class ChangeOf(StrEnum):
    """What a change is to readers."""

    CORRECTION = "correction"
    """What was said was wrong."""
    UPDATE = "update"
    """Something is said that was not."""
    TRANSLATION = "translation"
    """The source is what it was, and a translation is mended."""
    STYLE = "style"
    """It is said in other words, or set in other signs."""


@dataclass(frozen=True)
class Wording:
    """A paragraph as it was and as it is, in plain text; empty where it was not there, or is no more."""

    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """A change of a paragraph: when readers got it (ISO 8601), where (a page's path, a block's id), of what kind.

    ``wordings`` has the languages in which it changed, ``says`` the editor's sentence by language.
    """

    date: str
    path: str
    block: str
    kind: ChangeOf
    wordings: Mapping[str, Wording]
    says: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Changes:
    """What is kept of an explainer: its changes, and the commit up to which they were looked for (empty: not said)."""

    changes: tuple[Change, ...] = ()
    until: str = ""


def changes_file(explainer: str) -> str:
    """Return the file of an explainer (the path of its first page), relative to the project's root."""
    return f"{FOLDER}/{PurePosixPath(explainer).parent.as_posix()}.yml"


def changes_page(explainer: str) -> str:
    """Return the path of the page that tells of an explainer's changes."""
    return (PurePosixPath(explainer).parent / PAGE).as_posix()


def read_changes(text: str, file: str, languages: tuple[str, ...]) -> tuple[Changes, list[Problem]]:
    """Read such a file; entries that cannot be used are problems, and left out; so is a sentence that a language lacks, as a warning."""
    try:
        content = yaml.safe_load(text)
    except NOT_YAML as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        return Changes(), [Problem(file, line, Code.CHANGES, "it is not YAML. Mend that line.")]
    entries = content.get("changes", 0) if isinstance(content, dict) else 0
    if not isinstance(entries, list | None):
        return Changes(), [
            Problem(file, 1, Code.CHANGES, "it must have `changes:` with a list. Run `tlumach changes`.")
        ]
    folder, found, problems = file.removeprefix(f"{FOLDER}/").removesuffix(".yml"), list[Change](), list[Problem]()
    for number, entry in enumerate(entries or [], 1):
        line = _line(text, number)
        if why := _refusal(entry):
            problems.append(Problem(file, line, Code.CHANGES, f"entry {number} {why}."))
            continue
        found.append(_change(entry, folder))
        if lacking := [language for language in languages if not found[-1].says.get(language)]:
            message = f"entry {number} has no sentence under `says` in {', '.join(lacking)}. Say there what changed."
            problems.append(Problem(file, line, Code.CHANGES, message, Level.WARNING))
    return Changes(tuple(found), str(content.get("until") or "")), problems


def _refusal(entry: Any) -> str:
    """Return what is wrong with an entry, as the rest of a sentence; an empty text where it can be used."""
    if not isinstance(entry, dict):
        return "is no mapping. Write `date`, `page`, `block`, `kind`, `wordings` and `says`"
    date = iso_date(entry.get("date"))
    if len(date) != len("2026-12-03"):
        return f"has `date: {entry.get('date')}`. Write a day, as in '2026-12-03'"
    if entry.get("kind") not in tuple(ChangeOf):
        return f"has `kind: {entry.get('kind')}`. It is one of {', '.join(ChangeOf)}"
    page = entry.get("page")
    if not isinstance(page, str) or not page.endswith(".md") or page.startswith(("/", "..")):
        return f"has `page: {page}`. Name a page of the explainer's folder, such as index.md"
    wordings = entry.get("wordings")
    are_right = isinstance(wordings, dict) and all(isinstance(each, dict) for each in wordings.values())
    return "" if are_right and wordings else "has no `wordings`: for each language, `before` and `after`"


def _change(entry: Mapping[str, Any], folder: str) -> Change:
    wordings = {
        str(language): Wording(_text(each.get("before")), _text(each.get("after")))
        for language, each in entry["wordings"].items()
    }
    says = entry.get("says") if isinstance(entry.get("says"), dict) else {}
    said = {str(language): _text(sentence) for language, sentence in (says or {}).items()}
    path = f"{folder}/{entry['page']}"
    return Change(iso_date(entry["date"]), path, _text(entry.get("block")), ChangeOf(entry["kind"]), wordings, said)


def _text(value: Any) -> str:
    return " ".join(str(value).split()) if value is not None else ""


def _line(text: str, number: int) -> int:
    """Return the line of an entry, as it is usually written."""
    lines = [at for at, line in enumerate(text.splitlines(), 1) if line.startswith("- ")]
    return lines[number - 1] if number <= len(lines) else 1


def written(changes: tuple[Change, ...], languages: tuple[str, ...]) -> str:
    """Return entries as such a file has them, with room for the sentences of each language."""
    entries = [
        {
            "date": change.date,
            "page": PurePosixPath(change.path).name,
            "block": change.block,
            "kind": str(change.kind),
            "says": {language: change.says.get(language, "") for language in languages},
            "wordings": {
                language: {"before": wording.before, "after": wording.after}
                for language, wording in change.wordings.items()
            },
        }
        for change in changes
    ]
    return yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=100) if entries else ""


def with_more(text: str | None, more: tuple[Change, ...], until: str, languages: tuple[str, ...]) -> str:
    """Return the text of a file with more entries at its end; what an editor wrote there stays as it is."""
    head = f"{HEAD}\nuntil: {until}\nchanges:\n"
    if text is None:
        return head + written(more, languages)
    lines = [f"until: {until}" if line.startswith("until:") else line for line in text.splitlines()]
    kept = "\n".join("changes:" if line.split() == ["changes:", "[]"] else line for line in lines)
    return kept.rstrip("\n") + "\n" + written(more, languages)


def kept_of(files: Mapping[str, str], languages: tuple[str, ...]) -> Iterator[tuple[str, Changes, list[Problem]]]:
    """Yield, for each such file, the path of its explainer's first page, what it keeps, and what is wrong with it."""
    for file, text in files.items():
        changes, problems = read_changes(text, file, languages)
        yield f"{file.removeprefix(f'{FOLDER}/').removesuffix('.yml')}/index.md", changes, problems
