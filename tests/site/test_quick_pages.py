"""A page that is made again by itself is, byte for byte, the page that a whole build makes."""

from pathlib import Path

import pytest
from tests.project import copy_project

from tlumach.plugin.serve.builder_process import build_preview
from tlumach.plugin.serve.quick_pages import QuickPages

ADDRESS = "http://127.0.0.1:8000/"
PAGES = (
    "docs/uk/kazakhstan-arms-export/index.md",
    "docs/ru/kazakhstan-arms-export/index.md",
    "docs/en/glossary/csto.md",
    "docs/uk/about.md",
    "docs/ru/index.md",
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("quick") / "project")


@pytest.fixture(scope="module")
def pages(root: Path, tmp_path_factory: pytest.TempPathFactory) -> QuickPages:
    found = build_preview(root, tmp_path_factory.mktemp("site") / "site", ADDRESS)
    assert found is not None
    return found


def html(folder: str | Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in Path(folder).rglob("*.html")}


def test_it_is_the_page_of_a_whole_build(root: Path, pages: QuickPages, tmp_path: Path) -> None:
    site = pages.languages[0].maker.frame.site
    for file in PAGES:
        text = (root / file).read_text(encoding="utf-8")
        (root / file).write_text(f"{text}\nWord [x](nowhere.md) 17.\n", encoding="utf-8")
        assert pages.make_again([file]) == 1
    assert build_preview(root, tmp_path / "whole", ADDRESS) is not None
    quick, whole = html(site), html(tmp_path / "whole")
    edited = [
        name for name in whole if name.removeprefix("uk/").removeprefix("en/") in {p[8:-3] + ".html" for p in PAGES}
    ]
    assert len(edited) == 3 * 4  # the page of each path in each language; two of the edits are of the same path
    assert [name for name in edited if quick[name] != whole[name]] == []
    assert "<code>broken-link</code>" in quick["uk/about.html"]


def test_what_is_no_page_is_left_to_a_whole_build(pages: QuickPages) -> None:
    assert pages.make_again(["mkdocs.yml", "docs/uk/new.md", "overrides/main.html"]) == 0


def test_wrong_front_matter_does_not_end_the_preview(root: Path, tmp_path: Path) -> None:
    wrong = "hide: 5\ndate: soon\ntitle: []\nsource_text: {}\nsources: {a: {title: [], url: 5, weak: foo}}\n"
    for language, template in (("ru", "nope.html"), ("uk", "[]")):
        (root / f"docs/{language}/about.md").write_text(f"---\ntemplate: {template}\n{wrong}---\n# X\n\nY.\n")
    term = "term: []\nshort: {}\nforms: 5\navoid: [1]\nkind: [x]\nkazakh: 1.5\nas_of: soon\n"
    (root / "docs/ru/glossary/csto.md").write_text(f"---\n{term}---\n# X\n\nY.\n")
    assert build_preview(root, tmp_path / "site", ADDRESS) is not None
    assert "Y." in (tmp_path / "site/about.html").read_text(encoding="utf-8")
