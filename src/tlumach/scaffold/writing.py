"""Write the files of a new project: all of them or none, and never over a file."""

import contextlib
import errno
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from tlumach.output.together import write_together


def standing_in_the_way(root: Path, paths: Iterable[str]) -> list[str]:
    """Return those of the paths, and of the folders that they need, where something else stands already."""
    found: dict[str, None] = {}
    for path in paths:
        if (root / path).exists() or (root / path).is_symlink():
            found[path] = None
        for folder in Path(path).parents:
            if (root / folder).exists() and not (root / folder).is_dir():
                found[folder.as_posix()] = None
    return list(found)


def write_files(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files under ``root``, together or not at all. Raises OSError where one cannot be written.

    A process that is killed leaves nothing, or what the next command in ``root`` finishes.
    """
    if there := standing_in_the_way(root, files):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(root / there[0]))
    missing = _missing_folders(root, files)
    try:
        root.mkdir(parents=True, exist_ok=True)
        write_together(root, {root / path: content for path, content in files.items()})
    except BaseException:  # Ctrl-C too
        for folder in missing:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _missing_folders(root: Path, files: Iterable[str]) -> list[Path]:
    """Return the folders that are still to be made, the deepest first."""
    needed = {folder for path in files for folder in (root / path).parents}
    return sorted((each for each in needed if not each.exists()), key=lambda each: len(each.parts), reverse=True)
