"""What of a tree is new in it: what was taken over into it is known, and need not be looked at again."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tlumach.output.stamps import NUMBER, Stamp


class Survey(NamedTuple):
    """The folders of a tree with itself; its files by their paths there: those that are known, with their stamps, and the others."""

    folders: list[str]
    known: dict[str, Stamp]
    new: list[str]


def survey(folder: Path, known: Mapping[str, Stamp]) -> Survey:
    """Look through a tree, of which files with these stamps are ``known`` to be as they were.

    A file of that name is the one that is known where it has its number, which the listing tells: the disk is asked for
    nothing. Links are files. Raises OSError.
    """
    found = Survey([], {}, [])
    waiting = [(str(folder), "")]
    while waiting:
        place, below = waiting.pop()
        found.folders.append(place)
        with os.scandir(place) as listed:
            for entry in listed:
                name = below + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{name}/"))
                elif (stamp := known.get(name)) and stamp[NUMBER] == entry.inode():
                    found.known[name] = stamp
                else:
                    found.new.append(name)
    return found
