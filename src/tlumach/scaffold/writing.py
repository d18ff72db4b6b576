"""Write the files of a new project: all of them or none, and never over a file."""

from collections.abc import Iterable, Mapping
from pathlib import Path


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
    """Write files under ``root``. Raises OSError where one cannot be written; nothing of them is left then."""
    made: list[Path] = []
    try:
        for path, content in files.items():
            file = root / path
            made += _make_folders(file.parent)
            with file.open("xb") as stream:
                made.append(file)
                stream.write(content)
    except OSError:
        for path_made in reversed(made):
            path_made.rmdir() if path_made.is_dir() else path_made.unlink()
        raise


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder with those above it; return the new ones, from the top."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir()
    return missing[::-1]
