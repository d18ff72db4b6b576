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


def test_a_file_of_languages_that_cannot_be_read_is_said_by_who_needs_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "languages").mkdir()
    (root / "languages/uk.yml").write_text("messages: {}\n")
    before = tools_digest(root)
    real = Path.read_bytes

    def closed(file: Path) -> bytes:
        if file.name == "uk.yml" and file.parent.parent == root:
            raise PermissionError(13, "Permission denied", str(file))
        return real(file)

    monkeypatch.setattr(Path, "read_bytes", closed)
    assert tools_digest(root) != before
