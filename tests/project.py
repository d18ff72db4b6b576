"""Copies of the real project to build, to break and to look at; shared by the tests of the built site."""

import hashlib
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.ready import ready_for
from tlumach.library import Library
from tlumach.library.library import digest as digest_of_bytes
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import TaskRunner

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("docs", "sources", "translations")
OVERRIDES = "overrides"
"""The folder of the copies in which a test puts templates of its own, over those that the package ships."""
THEME = ROOT / "src/tlumach/theme"
EPOCH = "1700000000"


def copy_project(target: Path) -> Path:
    """Copy what a build needs into ``target`` and return it."""
    target.mkdir(parents=True, exist_ok=True)
    copy_settings(target)
    for part in PARTS:
        if (ROOT / part).exists():
            shutil.copytree(ROOT / part, target / part)
    return target


def copy_settings(root: Path) -> None:
    """Copy `mkdocs.yml` into ``root``, with a folder of the project's own templates, which is empty."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / OVERRIDES).mkdir(parents=True)
    settings = text.replace("  name: material\n", f"  name: material\n  custom_dir: {OVERRIDES}\n", 1)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")


def override(root: Path, path: str, change: Callable[[str], str]) -> None:
    """Change a file of the theme in the project's own folder: as it stands there, or as the package ships it."""
    own = root / OVERRIDES / path
    text = (own if own.exists() else THEME / path).read_text(encoding="utf-8")
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(change(text), encoding="utf-8")


def fresh_runner(folder: Path) -> TaskRunner:
    """Return where things are made with nothing made before, in this process."""
    return TaskRunner(Cache(folder / "fresh" / secrets.token_hex(4), ""), 1)


def told_by_digests(library: Library) -> Library:
    """Return the library as one that was read from a disk: it knows a digest of each page's file."""
    digests = {page.file: digest_of_bytes(page.text.encode()) for page in library.pages.values()}
    return replace(library, digests=digests)


def closed(library: Library) -> Library:
    """Return the library with pages whose text nobody may ask for."""

    def read() -> str:
        raise AssertionError("a page was read")

    return replace(library, pages={place: replace(page, read=read) for place, page in library.pages.items()})


def run(root: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m tlumach ARGUMENTS` in a project, as a person would, and return what it said."""
    command = [sys.executable, "-m", "tlumach", *arguments]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **variables}
    if ready := ready_for(environment):
        return ready.run(root, arguments, environment)
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def digest(folder: Path) -> dict[str, str]:
    """Return the hash of every file under a folder, by its path."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
