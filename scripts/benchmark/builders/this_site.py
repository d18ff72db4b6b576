"""This site itself in the bench, as it stands in the repository: what readers wait for is its own explainer, not a generated one."""

import shutil
from dataclasses import replace
from pathlib import Path

from benchmark.builders.contender import Contender
from benchmark.builders.rivals import BARE, SETTINGS, building, write_bare_stack

ROOT = Path(__file__).parents[3]
_PARTS = ("docs", "sources", "translations", "changes", "words", "languages")


def _copy(_: Path, folder: Path) -> None:
    folder.mkdir()
    shutil.copy(ROOT / SETTINGS, folder)
    for part in _PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part)


def _copy_bare(_: Path, folder: Path) -> None:
    write_bare_stack(ROOT, folder)
    for file in (ROOT / "docs").rglob("*"):
        place = folder / file.relative_to(ROOT)
        if file.is_file() and file.suffix != ".md":
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, place)


CONTENDERS: tuple[Contender, ...] = (building(_copy), replace(BARE, prepare=_copy_bare))
