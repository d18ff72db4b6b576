import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tlumach.tasks.toolchain import tools_digest

SETTINGS = "site_name: !ENV [NAME_OF_THE_SITE, A]\ntheme: {name: material, custom_dir: own}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    (tmp_path / "own").mkdir()
    (tmp_path / "own/main.html").write_text("a")
    return tmp_path


def test_the_same_tools_have_the_same_digest_in_every_process(root: Path) -> None:
    code = f"from pathlib import Path; from tlumach.tasks.toolchain import *; print(tools_digest(Path({str(root)!r})))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert found == tools_digest(root)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "own/main.html").write_text("b"),
        lambda root: (root / "own/other.html").write_text(""),
        lambda root: (root / "own/main.html").rename(root / "own/page.html"),
        lambda root: (root / "mkdocs.yml").write_text(SETTINGS.replace("[NAME_OF_THE_SITE, A]", "B")),
    ],
)
def test_a_change_of_theme_or_settings_is_another_tool(root: Path, change: Callable[[Path], object]) -> None:
    before = tools_digest(root)
    change(root)
    assert tools_digest(root) != before


def test_so_is_a_variable_that_the_settings_name_(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tools_digest(root)
    monkeypatch.setenv("NAME_OF_THE_SITE", "B")
    assert tools_digest(root) != before


def test_another_day_is_no_other_tool(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same site on the next day was built from nothing: in CI, always."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    before = tools_digest(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700086400")
    assert tools_digest(root) == before


def test_what_is_no_tool_does_not_count(root: Path) -> None:
    before = tools_digest(root)
    (root / "docs").mkdir()
    (root / "docs/a.md").write_text("# A")
    assert tools_digest(root) == before


@pytest.mark.parametrize("content", [None, b"a: [", b"- a", b"\xff"])
def test_a_project_without_usable_settings_has_tools_too(root: Path, content: bytes | None) -> None:
    (root / "mkdocs.yml").unlink()
    if content is not None:
        (root / "mkdocs.yml").write_bytes(content)
    assert tools_digest(root)


def test_a_file_of_a_language_is_no_tool_for_what_another_says(root: Path) -> None:
    before = tools_digest(root)
    (root / "languages").mkdir()
    (root / "languages/uk.yml").write_text("messages: {}\n")
    assert tools_digest(root) == before
