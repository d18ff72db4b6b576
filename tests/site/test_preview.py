"""`mkdocs serve` shows what is wrong with a page in the page, and a build stops at the same."""

from pathlib import Path
from typing import Any, Literal

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from tests.edits import small_site
from tests.project import copy_project, run

from tlumach.library.files import read_library
from tlumach.plugin.mkdocs_runner import build_site
from tlumach.tasks.tasks import task_runner_in
from tlumach.tracking import tracker_of

Command = Literal["build", "serve"]
PAGE = "uk/about.html"


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("faulty") / "project")
    for path, text in (("uk/about.md", "[x](nowhere.md) <script>alert(1)</script>"), ("ru/about.md", "Так[^nobody].")):
        file = root / "docs" / path
        file.write_text(f"{file.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    (root / "docs/en/download.md").write_text("", encoding="utf-8")
    return root


def made(root: Path, command: Command, site: Path) -> Path:
    """Build as MkDocs does for a command, and return the site."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
    plugins: Any = config.plugins
    plugins.on_startup(command=command, dirty=False)
    build(config)
    return site


def test_the_preview_shows_a_page_with_its_problems(faulty: Path, tmp_path: Path) -> None:
    site = made(faulty, "serve", tmp_path / "site")
    page = (site / PAGE).read_text(encoding="utf-8")
    assert '<aside class="problems"' in page
    assert "<code>broken-link</code>" in page and "<code>unsafe-html</code>" in page
    assert "&lt;script&gt;alert(1)" in page and "<script>alert(1)" not in page
    assert "<code>unknown-footnote</code>" in (site / "about.html").read_text(encoding="utf-8")
    assert "<code>empty-page</code>" in (site / "en/download.html").read_text(encoding="utf-8")
    assert "problems" not in (site / "uk/glossary/csto.html").read_text(encoding="utf-8")


def test_a_build_stops_at_the_same(faulty: Path, tmp_path: Path) -> None:
    with pytest.raises(Abort):
        made(faulty, "build", tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_page_that_cannot_be_read_stops_the_preview_too(faulty: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    copy_project(root)
    (root / "docs/uk/about.md").write_bytes("# Тлумач".encode("cp1251"))
    with pytest.raises(Abort):
        made(root, "serve", tmp_path / "site")


def test_a_build_of_another_project_in_the_same_process_leaves_nothing_behind(faulty: Path, tmp_path: Path) -> None:
    other = copy_project(tmp_path / "other")
    library, _ = read_library(other)
    assert library is not None
    runner = task_runner_in(other)
    assert build_site(other, tmp_path / "first", tracker_of(library, runner), runner) == []
    assert '<aside class="problems"' in (made(faulty, "serve", tmp_path / "second") / PAGE).read_text(encoding="utf-8")


def test_a_built_site_has_no_word_of_it(tmp_path: Path) -> None:
    root = small_site(tmp_path / "project")
    file = root / "docs/uk/about.md"
    file.write_text(file.read_text(encoding="utf-8").replace("# About uk", "# Про наш сайт", 1), encoding="utf-8")
    done = run(root, "build")
    assert done.returncode == 0, done.stderr
    assert [page for page in (root / "site").rglob("*.html") if 'class="problems"' in page.read_text("utf-8")] == []
