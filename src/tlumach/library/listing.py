"""Which files lie under `docs/`: pages and others. What no site may publish is a problem and is not listed."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tlumach.library.pages import DOCS
from tlumach.library.structure import Place, Structure, without_readmes_beside_an_index
from tlumach.problems import Code, Problem
from tlumach.settings import Settings


@dataclass
class Listing:
    """The files of all pages by their places, in order; all other files, by language and path; the places of pages that are
    no part of the site; what is wrong with files there."""

    pages: dict[Place, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    left_out: list[Place] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def list_docs(root: Path, settings: Settings) -> Listing:
    """List the files of each language under ``root``'s `docs/`.

    A link is followed within `docs/` only, since MkDocs would publish whatever a link leads to. A folder that cannot be
    read is a problem, for its pages would silently be missing; so is what is no regular file, for reading a pipe never ends.
    """
    found, structure = Listing(), Structure(settings)
    for folder in ("",) if settings.pages == "mkdocs" or settings.structure == "suffix" else settings.languages:
        for name in without_readmes_beside_an_index(_names(root / DOCS, folder, found.problems)):
            _put(name, structure, found, is_file=name.endswith(".md") or (root / DOCS / name).is_file())
    order = {language: at for at, language in enumerate(settings.languages)}
    found.pages = dict(sorted(found.pages.items(), key=lambda item: order[item[0][0]]))
    return found


def _put(name: str, structure: Structure, found: Listing, is_file: bool) -> None:
    """Put a file (its path within `docs/`) where it belongs. A page with its language in its name stands before one without."""
    place = structure.place(name)
    if not name.endswith(".md"):
        if is_file and not structure.leaves_out(name):
            found.others += _known_as(name, place)
    elif place and structure.leaves_out(name):
        found.left_out.append(place)
    elif place and (place not in found.pages or structure.is_named(name)):
        found.pages[place] = f"{DOCS}/{name}"


def _known_as(name: str, place: Place | None) -> list[str]:
    """Return by what paths pages name a file that is no page: its own, and that within the folder of its language."""
    return list(dict.fromkeys([name, "/".join(place)] if place else [name]))


def _names(docs: Path, folder: str, problems: list[Problem]) -> list[str]:
    """Return the paths within ``docs`` of what a folder there holds (empty: all), sorted by their parts."""
    real = os.path.realpath(docs / folder)
    if not Path(real).is_relative_to(docs.resolve()):
        problems.append(_outside(folder))
        return []
    names = _walk(str(docs), folder, real, problems)
    return sorted(names, key=lambda name: name.split("/"))


def _walk(docs: str, folder: str, real: str, problems: list[Problem], above: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the files below a folder. ``real`` is the folder itself, ``above`` are those that led here: no circle is walked.

    Places are texts here: there are as many folders as explainers, and a path for each would take longer than listing it.
    """
    for entry in _entries(docs, folder, problems):
        name = f"{folder}/{entry.name}".removeprefix("/")
        if entry.is_file(follow_symlinks=False):  # nearly all, and the listing of the folder tells it
            yield name
            continue
        target = os.path.realpath(entry.path) if entry.is_symlink() else os.path.join(real, entry.name)
        if entry.is_symlink() and not Path(target).is_relative_to(Path(docs).resolve()):
            problems.append(_outside(name))
        elif not _is_openable(entry, name, problems):
            continue
        elif not entry.is_dir() or name.endswith(".md"):
            yield name
        elif target != real and target not in above:
            yield from _walk(docs, name, target, problems, (*above, real))


def _entries(docs: str, folder: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(os.path.join(docs, folder)) as entries:
            seen = [entry for entry in entries if not entry.name.startswith(".")]  # MkDocs leaves these out too
    except FileNotFoundError:  # a language without a page yet
        return []
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror}. Check its permissions: its pages would be missing."
        problems.append(Problem(f"{DOCS}/{folder}", 1, Code.UNREADABLE, message))
        return []
    wrong = [entry for entry in seen if not is_utf8(entry.name)]
    problems += [_not_utf8(folder, entry.name) for entry in wrong]
    return [entry for entry in seen if entry not in wrong] if wrong else seen


def is_utf8(name: str) -> bool:
    """Tell whether a name of the disk is UTF-8; Python has what is not as surrogates, which nothing can write."""
    return name.isascii() or name.encode(errors="replace").decode() == name


def _not_utf8(folder: str, name: str) -> Problem:
    shown = os.fsencode(name).decode(errors="backslashreplace")
    message = "the name is not UTF-8, so that no address can be made of it. Rename the file."
    return Problem(f"{DOCS}/{folder}/{shown}", 1, Code.UNSAFE_NAME, message)


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
