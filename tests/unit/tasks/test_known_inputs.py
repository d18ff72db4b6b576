"""Where all that a build reads is known, and where a plugin, a hook or an extension may read what nobody knows."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.edits import small_project
from tests.project import OVERRIDES, ROOT, THEME

from tlumach.tasks.known_inputs import input_names

BASE = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def names(root: Path, settings: str) -> list[str] | None:
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return input_names(root)


def test_they_are_the_settings_the_texts_the_records_the_words_the_baseline_and_the_theme(tmp_path: Path) -> None:
    wanted = ["mkdocs.yml", "tlumach-baseline.txt", "docs", "translations", "words", "changes", "languages"]
    assert names(tmp_path, BASE) == wanted
    own = BASE.replace("  name: material\n", "  name: material\n  custom_dir: ours\n")
    assert names(tmp_path, own) == [*wanted, "ours"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("site_name:", "hooks: [hook.py]\nsite_name:"),
        ("site_name:", "INHERIT: ../base.yml\nsite_name:"),
        ("plugins:\n", "plugins:\n  - macros\n"),
        ("      pages: tlumach\n", "      pages: mkdocs\n"),
        ("      pages: tlumach\n", "      pages: tlumach\n      freshness: {fail: all, after: 14 days}\n"),
        ("  - admonition\n", "  - admonition\n  - pymdownx.snippets\n"),
        ("  - admonition\n", "  - admonition\n  - markdown_include.include\n"),
        ("  - admonition\n", "  - admonition\n  - pymdownx.emoji:\n      options: {custom_icons: [icons]}\n"),
        ("site_name:", "site_name: ]"),
    ],
)
def test_else_nothing_is_known(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / "icons").mkdir()
    assert names(tmp_path, BASE) is not None
    assert names(tmp_path, BASE.replace(old, new, 1)) is None


def test_without_settings_nothing_is_known(tmp_path: Path) -> None:
    assert input_names(tmp_path) is None


READ = """
import os, sys
from pathlib import Path
root, opened = Path(sys.argv[1]), set()
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # in one process
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and not (isinstance(arguments[2], int) and arguments[2] & os.O_WRONLY):
        opened.add(os.path.abspath(arguments[0]))
sys.addaudithook(hook)
from tlumach.pipeline import Built, build_all
made = build_all(root, lambda line: None)
assert isinstance(made, Built), list(map(str, made))
print(*sorted(opened), sep="\\n")
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="needs all work in one process")
def test_a_build_opens_no_other_file_of_the_project(tmp_path: Path) -> None:
    """What it reads and nobody watches would be shown stale: a file that is read anew must be named."""
    root = small_project(tmp_path / "project")
    (root / "words").mkdir()
    (root / "words/en.txt").write_text("tlumach\n")
    (root / "languages").mkdir()
    (root / "languages/en.yml").write_text("messages: {}\n")
    (root / "sources").mkdir()
    (root / "sources/first.txt").write_text("first ru\nOne term and a fact.\n")
    shutil.copy(root / "docs/ru/first/map.png", root / "docs/ru/second")
    page = root / "docs/ru/first/index.md"
    page.write_text(page.read_text().replace("date:", "source_text: sources/first.txt\ndate:", 1))
    (root / OVERRIDES / "main.html").write_text((THEME / "main.html").read_text())
    done = subprocess.run([sys.executable, "-c", READ, str(root)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    read = {Path(name).relative_to(root).as_posix() for name in done.stdout.splitlines() if name.startswith(f"{root}/")}
    watched = tuple(f"{name}/" for name in (*(input_names(root) or ()), "site", "dist", ".cache"))
    journals = ("-unfinished-", ".tlumach-placing")
    others = {
        name for name in read if not f"{name}/".startswith(watched) and not any(each in name for each in journals)
    }
    assert others == {"sources/first.txt"}  # which `source_text` names
    assert {
        "docs/ru/first/map.png",
        "docs/en/about.md",
        f"{OVERRIDES}/main.html",
        "words/en.txt",
        "languages/en.yml",
    } <= read
