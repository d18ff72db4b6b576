"""Who builds the same content in the bench, and how each is given it.

A contender is made ready from the generated project, which is ours as it stands; that costs nothing in the figures.
"""

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import add_env_tag

from benchmark.generate import write_pages
from tlumach.composing import compose
from tlumach.library import read_library
from tlumach.messages import load_messages
from tlumach.tracking import Tracker

SETTINGS = "mkdocs.yml"
OURS_ALONE = {"tlumach", "offline"}
VARIABLES = {"SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True)
class Contender:
    """One that is measured: how it is made ready (the generated project, its own folder), and what is run in that folder.

    ``makes`` are the folders that the command makes: they are removed before each run. The first is the site.
    """

    name: str
    prepare: Callable[[Path, Path], None]
    command: tuple[str, ...]
    makes: tuple[str, ...]


def generate_project(project: Path, root: Path, explainers: int, terms: int) -> int:
    """Write a project of ours with so many explainers, with the settings and theme of ``project``; return its pages."""
    root.mkdir(parents=True)
    shutil.copy(project / SETTINGS, root)
    shutil.copytree(project / "theme", root / "theme")
    return write_pages(root, explainers, terms)


def copy_project(project: Path, folder: Path) -> None:
    """Give us the project as it stands."""
    shutil.copytree(project, folder)


def write_bare_stack(project: Path, folder: Path) -> None:
    """Write the same site for Material and static-i18n alone: what we make from front matter stands in the Markdown."""
    library, problems = read_library(project)
    if library is None or problems:
        raise ValueError(f"the generated project cannot be read: {problems}")
    tracker = Tracker(library)
    words = {language: load_messages(language) for language in library.settings.languages}
    for page in library.pages.values():
        file = folder / page.file
        file.parent.mkdir(parents=True, exist_ok=True)
        front = yaml.safe_dump({"description": page.meta.get("description", "")}, allow_unicode=True, width=1000)
        text = f"---\n{front}---\n{compose(page, tracker, words[page.language]).markdown}"
        file.write_text(text, encoding="utf-8", newline="\n")
    settings = bare_settings((project / SETTINGS).read_text(encoding="utf-8"))
    (folder / SETTINGS).write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")


def bare_settings(text: str) -> dict[str, Any]:
    """Return the settings of the bare stack, made from ours: the same but for what is ours."""
    settings: dict[str, Any] = yaml.load(text, _Loader)
    settings["theme"].pop("custom_dir", None)
    settings["plugins"] = [plugin for plugin in settings["plugins"] if _name(plugin) not in OURS_ALONE]
    return {key: value for key, value in settings.items() if not key.startswith("extra")}


class _Loader(yaml.SafeLoader):
    """Reads `!ENV` as MkDocs does."""


add_env_tag(_Loader)


def _name(plugin: str | Mapping[str, Any]) -> str:
    return plugin if isinstance(plugin, str) else next(iter(plugin))


OURS = Contender("tlumach", copy_project, (sys.executable, "-m", "tlumach", "build", "--root", "."), ("site", "dist"))
BARE = Contender("bare stack", write_bare_stack, (sys.executable, "-m", "mkdocs", "build", "-q"), ("site",))
