from pathlib import Path

import pytest
import yaml
from benchmark.builders.rivals import bare_settings, generate_project, write_bare_stack
from benchmark.content.generate import pages

from tlumach.blocks.links import footnote_marks
from tlumach.checks import check_library
from tlumach.library.files import read_library

ROOT = Path(__file__).parents[4]

EXPLAINERS, TERMS = 3, 5


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    generate_project(ROOT, tmp_path / "ours", EXPLAINERS, TERMS)
    write_bare_stack(tmp_path / "ours", tmp_path / "bare")
    return tmp_path / "bare"


@pytest.mark.slow
def test_the_project_passes_all_checks_without_a_warning(bare: Path) -> None:
    library, problems = read_library(bare.parent / "ours")
    assert library is not None
    assert [*problems, *check_library(library)] == []


@pytest.mark.slow
def test_the_bare_stack_has_the_same_pages(bare: Path) -> None:
    docs = bare / "docs"
    assert {file.relative_to(docs).as_posix() for file in docs.rglob("*.md")} == dict(pages(EXPLAINERS, TERMS)).keys()


@pytest.mark.slow
def test_nothing_is_left_for_a_plugin_to_fill_in(bare: Path) -> None:
    for file in bare.rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        marks = footnote_marks(text)
        assert {mark.key for mark in marks if not mark.is_definition} == {
            mark.key for mark in marks if mark.is_definition
        }
        assert "{{" not in text


def test_the_settings_are_ours_without_what_is_ours() -> None:
    ours = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = bare_settings(ours)
    assert [plugin if isinstance(plugin, str) else next(iter(plugin)) for plugin in settings["plugins"]] == [
        "search",
        "i18n",
    ]
    assert "custom_dir" not in settings["theme"] and "watch" not in settings
    assert not {key for key in settings if key.startswith("extra")}
    assert settings["use_directory_urls"] is False
    assert "reconfigure_search" not in settings["plugins"][1]["i18n"]  # it stays as it comes
    assert len(settings["nav"]) == 4
    assert yaml.safe_load(yaml.safe_dump(settings)) == settings
