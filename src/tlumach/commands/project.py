"""What the commands share: how a project is read, how the names of its parts are understood."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from tlumach.commands.console import say_problems
from tlumach.commands.options import FAILED, NOT_UNDERSTOOD
from tlumach.library import Library, record_file
from tlumach.library.files import nothing_there, read_library
from tlumach.library.pages import Page, decode
from tlumach.output.staging import HalfDoneError
from tlumach.output.together import write_together
from tlumach.problems import Code, Problem, in_order
from tlumach.tracking.selection import Translation, chosen_pages


def read_project(root: Path) -> tuple[Library, list[Problem]]:
    """Read a project, and the problems with its files; where it cannot be used at all, or has no page, say so and exit with 1."""
    library, problems = read_library(root)
    nothing = list(nothing_there(library)) if library else []
    if library is None or nothing:
        say_problems(in_order([*problems, *nothing]))
        sys.exit(FAILED)
    return library, problems


def translations(library: Library, root: Path, names: Iterable[str], language: str | None) -> list[Translation]:
    """Return the translations that names stand for, each once; say what is not understood, and exit with 2."""
    found: dict[Translation, None] = {}
    problems: list[Problem] = []
    for name in names:
        pages, wrong = chosen_pages(library, within(root, name), language)
        found.update(dict.fromkeys(pages))
        problems += wrong
    if problems:
        say_problems(in_order(problems))
        sys.exit(NOT_UNDERSTOOD)
    return list(found)


def write_files(root: Path, contents: Mapping[str, bytes | None]) -> list[Problem]:
    """Write files of the project (by their names in it; None removes one), all together or none; the problem says why none could be."""
    try:
        write_together(root, {root / name: content for name, content in contents.items()})
    except HalfDoneError as error:
        message = (
            f"the disk failed while files were written together ({error.strerror}), and could not take them back. Mend the"
            " disk; the next command of tlumach writes the rest."
        )
        name = next(name for name in contents if (root / name).resolve() == Path(error.filename))
        return [Problem(name, 1, Code.UNWRITABLE, message)]
    except OSError as error:
        named = {str(part) for part in (error.filename, error.filename2) if part}
        places = {name: {str(place) for place in (root / name, *(root / name).parents)} for name in contents}
        name = next((name for name, place in places.items() if named & place), next(iter(contents)))
        message = f"cannot be written: {error.strerror}. Nothing was written. Check free space and permissions."
        return [Problem(name, 1, Code.UNWRITABLE, message)]
    return []


def write_pages(
    library: Library, root: Path, texts: Mapping[Translation, str], others: Mapping[str, bytes]
) -> list[Problem]:
    """Write pages anew (by language and path) and other files with them, all together or, where there is a problem, none.

    The mark at the beginning of a file (BOM) stays. A page that is no longer what was read is a problem.
    """
    contents = dict(others)
    for place, text in texts.items():
        page = library.pages[place]
        if (mark := _mark(root / page.file, page)) is None:
            message = "has changed since it was read; nothing was written. Run the command again."
            return [Problem(page.file, 1, Code.CHANGED_MEANWHILE, message)]
        contents[page.file] = mark + text.encode()
    return write_files(root, contents)


def _mark(file: Path, page: Page) -> bytes | None:
    """Return what stands before the text of a page in its file; None where the file is no longer that page."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    text, _ = decode(content, page.file)
    return content[: len(content) - len(page.text.encode())] if text == page.text else None


def problems_of(library: Library, pages: Iterable[Translation], problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that hide something of these translations: a page that cannot be read, a broken record.

    So does a folder that cannot be looked into: a record in it would be taken for one that is not there, and begun anew.
    """
    files = {file for page in pages for file in _hidden(library, *page)}
    files |= {str(folder) for file in files for folder in PurePosixPath(file).parents}
    return in_order(problem for problem in problems if problem.path in files)


def within(root: Path, name: str) -> str:
    """Return a name as the project has it; a file that the shell sees is meant, wherever in the project one stands."""
    if Path(name).exists() and Path(name).absolute().is_relative_to(root.absolute()):
        return Path(os.path.relpath(name, root)).as_posix()
    return Path(name).as_posix()


def _hidden(library: Library, language: str, path: str) -> Iterator[str]:
    yield record_file(language, path)
    for each in (library.settings.source, language):
        if (each, path) in library.unreadable:
            yield library.file_of(each, path)
