from pathlib import Path

import pytest
from benchmark.builders.rivals import BARE_FOLDER, OURS_FOLDER
from benchmark.searching.engines import MATERIAL, OURS, engine_of
from benchmark.searching.recall import kept_project, queries
from tests.project import ROOT

DOCS = ROOT / "tests/cases/search/docs"


def site(root: Path, *files: str) -> Path:
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", encoding="utf-8")
    return root


def test_a_site_is_known_by_its_index(tmp_path: Path) -> None:
    assert engine_of(site(tmp_path / "ours", "search/index.js")) is OURS
    assert engine_of(site(tmp_path / "bare", "search/search_index.json")) is MATERIAL
    assert engine_of(site(tmp_path / "none", "index.html")) is None


def test_the_index_is_told_from_the_code_and_from_other_scripts(tmp_path: Path) -> None:
    root = site(tmp_path, "search/ru/0.js", "assets/javascripts/search.js", "assets/javascripts/tlumach.js")
    assert [file.name for file in OURS.shipped(root)] == ["0.js"]
    belongs = [OURS.belongs(root / name, root) for name in ("search/ru/0.js", "assets/javascripts/search.js")]
    assert belongs == [True, True]
    assert not OURS.belongs(root / "assets/javascripts/tlumach.js", root)


@pytest.mark.parametrize(("name", "least"), [("ru", 100), ("uk", 100), ("en", 50), ("across", 30)])
def test_all_lists_of_a_name_are_asked(name: str, least: int) -> None:
    asked = [*queries(ROOT, name)]
    assert len(asked) >= least
    assert all(reader in {"ru", "uk", "en"} and page for reader, _, page in asked)


def test_the_queries_are_asked_of_the_texts_that_are_kept_for_them(tmp_path: Path) -> None:
    folder = kept_project(ROOT, tmp_path / "source")
    kept = {file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*.md")}
    for made in (OURS_FOLDER, BARE_FOLDER):
        docs = folder / made / "docs"
        assert {file.relative_to(docs).as_posix() for file in docs.rglob("*.md")} == kept
    page = "uk/kazakhstan-arms-export/index.md"
    assert (folder / OURS_FOLDER / "docs" / page).read_bytes() == (DOCS / page).read_bytes()
    asked = {page for name in ("ru", "uk", "en", "across") for _, _, page in queries(ROOT, name)}
    assert {page for page in asked if f"ru/{page}.md" not in kept} == set()
