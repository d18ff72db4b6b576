"""What moving and removing share: the paths that people name, the files that there are, how a plan is carried out."""

import contextlib
from collections.abc import Iterable
from pathlib import Path

from tlumach.commands.project import within, write_files
from tlumach.library import Library, record_file
from tlumach.library.nearest import nearest
from tlumach.library.pages import DOCS
from tlumach.problems import Code, Problem, in_order
from tlumach.tracking.moving.plan import Plan
from tlumach.tracking.selection import language_and_path


def path_named(library: Library, root: Path, name: str) -> str:
    """Return the path, the same in every language, of what a person names: a file, a path, or a folder, there or not."""
    return language_and_path(library, within(root, name))[1].removeprefix(f"{DOCS}/").rstrip("/")


def misnamed(path: str) -> str:
    """Return why a path can be none of a page; an empty text where it can."""
    parts = path.split("/")
    if path in ("", ".") or path.startswith("/") or ".." in parts:
        return f"{path or 'an empty name'} is no path of a page or folder within {DOCS}/."
    return ""


def unknown(library: Library, name: str) -> Problem:
    """Return the problem that there is no page or folder of a name, with the nearest one."""
    near = nearest(name, library.paths)
    return Problem(
        name, 1, Code.UNKNOWN_PAGE, f"is no page or folder of this site.{f' Did you mean {near}?' if near else ''}"
    )


def files_of(library: Library, root: Path) -> frozenset[str]:
    """Return the files beside the pages that there really are, within `docs/`."""
    return frozenset(name for name in library.other_files if (root / DOCS / name).is_file())


def beside(library: Library, problems: Iterable[Problem], paths: Iterable[str]) -> list[Problem]:
    """Return the problems for which nothing can be moved: a page or a record of these paths that cannot be read."""
    places = [(language, path) for path in paths for language in library.settings.languages]
    files = {file for place in places for file in (library.file_of(*place), record_file(*place))}
    hidden = {Code.ENCODING, Code.UNREADABLE, Code.RECORD_SYNTAX, Code.RECORD_HEADER, Code.RECORD_CONTEXT}
    return in_order(problem for problem in problems if problem.path in files and problem.code in hidden)


def apply(root: Path, plan: Plan) -> list[Problem]:
    """Write and remove the files of a plan, all or none, and then the folders that it leaves empty; or say why not."""
    problems = write_files(root, plan.contents)
    if not problems:
        for name in (name for name, content in plan.contents.items() if content is None):
            _remove_empty(root, Path(name).parent)
    return problems


def _remove_empty(root: Path, folder: Path) -> None:
    while len(folder.parts) > 1:
        with contextlib.suppress(OSError):
            (root / folder).rmdir()
        folder = folder.parent
