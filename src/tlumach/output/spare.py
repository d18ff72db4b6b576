"""The tree that was live before the one that is live now: the next build brings it up to date, and they change places again.

Nearly all files of a site are the same after an edit. In the spare tree they stand already, as second names of the live
one's files, so that only what has changed is linked or moved there. Whatever lies in it counts for nothing: each file is kept only
where it is the live one's file itself, by its number, and that has been found as it was left.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from tlumach.output.staging import aside_of, held, old_of, replaced_by, spare_in
from tlumach.output.stamps import NUMBER, Stamp, entries

FOLDER = ".cache/spare"


@contextmanager
def completed(folder: Path, taken: Mapping[str, Stamp], aside: str = "") -> Iterator[set[str]]:
    """Let a folder that a build fills have files of the one that it replaces, too, by their paths there; they have these stamps.
    Yield the names of those that stood in the spare tree already, so that their stamps stay.

    They take the place of what stands there: MkDocs has written something under the names of pages of ours. ``aside``: a folder
    within, of which nothing is wanted yet: what the spare tree has of it is kept for :func:`complete_part`. Raises OSError where
    the disk refuses.
    """
    spare = _taken_into_use(folder) if taken else None
    if spare is None:
        _link(folder, folder, taken)
        yield set()
        return
    with held(spare):
        if aside and not (folder / aside).exists():
            with suppress(OSError):
                (spare / aside).rename(aside_of(folder))
        kept = _weeded(spare, taken)
        _link(spare, folder, {name: stamp for name, stamp in taken.items() if name not in kept})
        _move([name for name, _ in entries(str(folder)) if name not in taken], folder, spare)
        shutil.rmtree(folder)
        spare.rename(folder)
        yield kept


def complete_part(folder: Path, part: str, taken: Mapping[str, Stamp]) -> set[str]:
    """Let a folder within a completed one have files of the replaced one; ``taken`` has their paths from the completed one.
    Return the names of those that stood in the spare tree already.
    """
    aside = aside_of(folder)
    if not aside.exists():
        _link(folder, folder, taken)
        return set()
    within = {name.removeprefix(f"{part}/"): stamp for name, stamp in taken.items()}
    kept = _weeded(aside, within)
    if (folder / part).exists():  # few files against many: a file that is moved gets another stamp
        _move([name for name, _ in entries(str(folder / part)) if name not in within], folder / part, aside)
        shutil.rmtree(folder / part)
    aside.rename(folder / part)
    _link(folder, folder, {name: stamp for name, stamp in taken.items() if name.removeprefix(f"{part}/") not in kept})
    return {f"{part}/{name}" for name in kept}


def keep_spare(folder: Path, target: Path) -> bool:
    """Keep what ``target`` was before ``folder`` took its place; False where that cannot be: it is removed."""
    old = old_of(folder) if old_of(folder).exists() else folder
    spare = spare_of(target)
    with suppress(OSError):
        spare.parent.mkdir(parents=True, exist_ok=True)
        if _is_within(spare.parent, target.parent):
            shutil.rmtree(spare, ignore_errors=True)
            old.rename(spare)
            return True
    shutil.rmtree(old, ignore_errors=True)
    return False


def spare_of(target: Path) -> Path:
    """Return where the spare tree of a folder lies."""
    return target.parent / FOLDER / target.name


def _taken_into_use(folder: Path) -> Path | None:
    """Move the spare tree beside a folder that a build fills; None where there is none."""
    target = replaced_by(folder)
    spare = spare_of(target) if target else None
    try:
        if spare and spare.is_dir() and _is_within(spare, folder.parent):
            return spare.rename(spare_in(folder))
    except OSError:  # it lies on another disk
        pass
    return None


def _is_within(folder: Path, root: Path) -> bool:
    """Tell whether a folder lies in a project itself: what a link leads to is somebody else's, and nothing is removed there."""
    return folder.resolve() == root.resolve() / folder.relative_to(root)


def _weeded(tree: Path, taken: Mapping[str, Stamp]) -> set[str]:
    """Remove from a tree all but the files that are taken themselves, and the folders that are empty then; return these files.

    A file is the one that is taken where it has its number: then it has its size and date too.
    """
    kept: set[str] = set()
    _weed(str(tree), "", {name: stamp[NUMBER] for name, stamp in taken.items()}, kept)
    return kept


def _weed(place: str, below: str, numbers: Mapping[str, int], kept: set[str]) -> bool:
    """Do it with a folder of the tree; return whether anything stays in it."""
    stays = False
    with os.scandir(place) as listed:
        for entry in [*listed]:
            name = below + entry.name
            if entry.is_dir(follow_symlinks=False):
                if _weed(entry.path, f"{name}/", numbers, kept):
                    stays = True
                else:
                    os.rmdir(entry.path)
            elif numbers.get(name) == entry.inode():
                kept.add(name)
                stays = True
            else:
                os.unlink(entry.path)
    return stays


def _link(tree: Path, folder: Path, taken: Mapping[str, Stamp]) -> None:
    """Give files of the folder that ``folder`` replaces another name in a tree."""
    replaced = replaced_by(folder)
    for name in taken if replaced else ():
        _give(Path(str(replaced), name), tree / name)


def _give(file: Path, name: Path) -> None:
    name.parent.mkdir(parents=True, exist_ok=True)
    name.unlink(missing_ok=True)
    try:
        os.link(file, name)
    except OSError:  # the file system knows no such thing
        shutil.copyfile(file, name)


def _move(names: Iterable[str], folder: Path, tree: Path) -> None:
    for name in names:
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).unlink(missing_ok=True)  # of two names of one file a rename would leave both
        (folder / name).rename(tree / name)
