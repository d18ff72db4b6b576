"""Which files lie under `docs/`: pages and others. What no site may publish is a problem and is not listed."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tlumach.library.pages import DOCS
from tlumach.problems import Code, Problem

Place = tuple[str, str]
"""A page's language and path."""


@dataclass
class Listing:
    """The places of all pages, in order; the paths of all other files under `docs/`; what is wrong with files there."""

    pages: dict[Place, None] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def list_docs(root: Path, languages: Sequence[str]) -> Listing:
    """List the files of each language's folder under ``root``'s `docs/`.

    A link is followed within `docs/` only, since MkDocs would publish whatever a link leads to. A folder that cannot be
    read is a problem, for its pages would silently be missing; so is what is no regular file, for reading a pipe never ends.
    """
    found = Listing()
    for language in languages:
        for name in _names(root / DOCS, language, found.problems):
            path = name.removeprefix(f"{language}/")
            if name.endswith(".md"):
                found.pages[language, path] = None
            elif (root / DOCS / name).is_file():
                found.others.append(name)
    return found


def _names(docs: Path, language: str, problems: list[Problem]) -> list[str]:
    """Return the paths within ``docs`` of what a language's folder holds, sorted by their parts."""
    real = (docs / language).resolve()
    if not real.is_relative_to(docs.resolve()):
        problems.append(_outside(language))
        return []
    names = _walk(docs, language, real, problems)
    return sorted(names, key=lambda name: name.split("/"))


def _walk(docs: Path, folder: str, real: Path, problems: list[Problem], above: tuple[Path, ...] = ()) -> Iterator[str]:
    """Yield the files below a folder. ``real`` is the folder itself, ``above`` are those that led here: no circle is walked."""
    for entry in _entries(docs, folder, problems):
        name = f"{folder}/{entry.name}"
        target = Path(entry.path).resolve() if entry.is_symlink() else real / entry.name
        if entry.is_symlink() and not target.is_relative_to(docs.resolve()):
            problems.append(_outside(name))
        elif entry.is_dir() and not name.endswith(".md"):
            if target != real and target not in above:
                yield from _walk(docs, name, target, problems, (*above, real))
        elif _is_openable(entry, name, problems):
            yield name


def _entries(docs: Path, folder: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(docs / folder) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]  # MkDocs leaves these out too
    except FileNotFoundError:  # a language without a page yet
        return []
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror}. Check its permissions: its pages would be missing."
        problems.append(Problem(f"{DOCS}/{folder}", 1, Code.UNREADABLE, message))
        return []


def _is_openable(entry: os.DirEntry[str], name: str, problems: list[Problem]) -> bool:
    """Tell whether an entry can be opened as a file; pipes, sockets and devices are problems, links to nothing too."""
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        problems.append(
            Problem(f"{DOCS}/{name}", 1, Code.UNREADABLE, f"the link leads to nothing: {error.strerror}. Remove it.")
        )
        return False
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return True
    message = "this is no regular file (a pipe, a socket or a device). Remove it: a site has files alone."
    problems.append(Problem(f"{DOCS}/{name}", 1, Code.UNREADABLE, message))
    return False


def _outside(name: str) -> Problem:
    message = f"this link leads out of {DOCS}/, and what it leads to would be published. Copy what you want to publish."
    return Problem(f"{DOCS}/{name}", 1, Code.UNSAFE_FILE, message)
