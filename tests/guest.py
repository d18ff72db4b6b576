"""Sites of MkDocs' own pages in which the plugin is a guest, to build and to look at."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tests.project import EPOCH

OUR = "  - tlumach\n"
FEATURES = Path(__file__).parent / "cases/guest"
BESIDE = yaml.load((FEATURES / "beside.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
DAY = "2026-01-02T03:04:05+00:00"
VARIABLES = {
    **os.environ,
    "SOURCE_DATE_EPOCH": EPOCH,
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    **{f"GIT_{who}_{what}": "a" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_AUTHOR_DATE": DAY,
    "GIT_COMMITTER_DATE": DAY,
}
TERMS = {
    ("en", "terms.md"): "# Terms\n\nA [metre](glossary/metre.md), a [toise](glossary/toise.md).\n",
    (
        "uk",
        "terms.md",
    ): "# Терміни\n\n[Метр](glossary/metre.md) і [метр](glossary/metre.md), [туаз](glossary/toise.md).\n",
    ("en", "glossary/metre.md"): "---\nterm: Metre\n---\n# Metre\n\nA unit of length.\n",
    ("uk", "glossary/metre.md"): "---\nterm: Міра\n---\n# Міра\n\nОдиниця довжини <1795>.\n",
    ("en", "glossary/toise.md"): "# Toise\n\nNot translated.\n",
}
BUILD = """import os, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
for folder in sys.argv[1:]:
    os.chdir(folder)
    config = load_config("mkdocs.yml")
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
"""
"""Builds one site after the other: to load MkDocs takes longer than a site."""


def write(root: Path, structure: str, urls: bool, fallback: bool = True, beside: Any = None, plugin: str = OUR) -> Path:
    """Write a site whose pages lie in folders or have suffixes; `only.md` is not translated. ``beside``: what else it has."""
    shutil.copytree(FEATURES / "snippets", root / "snippets")
    text, beside = (FEATURES / "mkdocs.yml").read_text(encoding="utf-8"), beside or {}
    settings = {
        OUR: plugin,
        "STRUCTURE": structure,
        "URLS": str(urls).lower(),
        "FALLBACK": str(fallback).lower(),
        "PLUGINS": "".join(f"  - {json.dumps(each)}\n" for each in beside.get("plugins", ())),
        "navigation.tabs]": ", ".join(["navigation.tabs", *beside.get("features", ())]) + "]",
        "NAV": f"nav: {json.dumps(beside['nav'])}\n" if "nav" in beside else "",
    }
    for name, value in settings.items():
        text = text.replace(name, value)
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    for file in (FEATURES / "docs").rglob("*.md"):
        language, _, path = file.relative_to(FEATURES / "docs").as_posix().partition("/")
        put(root, name_in(structure, language, path), file.read_text(encoding="utf-8"))
    for name, content in beside.get("files", {}).items():
        put(root, name, content)
    return root


def name_in(structure: str, language: str, path: str) -> str:
    """Return the file of a page under `docs/`."""
    if structure == "folder":
        return f"{language}/{path}"
    return path if language == "en" else f"{path.removesuffix('.md')}.{language}.md"


def put(root: Path, name: str, text: str) -> None:
    (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
    (root / "docs" / name).write_text(text, encoding="utf-8")


def ran(root: Path, *command: str) -> None:
    done = subprocess.run(command, cwd=root, env=VARIABLES, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def mkdocs(root: Path, *options: str) -> Path:
    ran(root, sys.executable, "-m", "mkdocs", "build", *options)
    return root / "site"
