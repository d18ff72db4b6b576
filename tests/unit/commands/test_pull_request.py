"""What a pull request leaves behind, as one line and as the summary of a GitHub job."""

from pathlib import Path

import pytest
from tests.translator import EN, MKDOCS, RU, UK, Desk

from tlumach.commands.pull_request import CURRENT


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A project whose pages are confirmed in two languages."""
    desk = Desk(tmp_path)
    desk.write(EN, "# Title { #top }\n\nThe first paragraph.\n\nThe second paragraph.\n\nThe third paragraph.\n")
    desk.run("confirm", UK)
    desk.run("confirm", EN)
    return desk


def summary(desk: Desk, *arguments: str) -> str:
    result = desk.run("status", "--summary", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.rstrip("\n")


def test_nothing_is_behind(desk: Desk) -> None:
    assert summary(desk) == CURRENT


def test_changed_paragraphs_are_counted_once_for_all_languages(desk: Desk) -> None:
    desk.edit(RU, "Первый абзац", "Самый первый абзац")
    desk.edit(RU, "Третий абзац", "Третий и последний абзац")
    assert summary(desk) == "2 paragraphs changed, behind in en, uk; diff: `tlumach diff a.md`"
    assert summary(desk, "--language", "uk").startswith("2 paragraphs changed, behind in uk;")
    desk.run("confirm", UK, "--unchanged", "so it was")
    assert summary(desk).startswith("2 paragraphs changed, behind in en;")


def test_added_and_removed_paragraphs_and_pages(desk: Desk) -> None:
    desk.edit(RU, "\n\nТретий абзац о людях.\n", "\n")
    for name in "bcde":
        desk.write(f"docs/ru/{name}.md", "# Б\n\nТекст.\n")
    said = summary(desk)
    assert said.startswith("1 paragraph removed, 4 pages not translated, behind in en, uk; diff: `tlumach diff a.md`, ")
    assert said.endswith("`tlumach diff c.md` and 2 more")


def test_what_the_settings_turn_off_is_not_said(desk: Desk) -> None:
    desk.edit(RU, "Первый абзац", "Самый первый абзац")
    desk.write("mkdocs.yml", MKDOCS + "  - tlumach: {checks: {docs/en/**: off}}\n")
    assert summary(desk).startswith("1 paragraph changed, behind in uk;")


def test_a_job_of_github_gets_a_summary(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    file = desk.root / "summary.md"
    file.write_text("before\n", encoding="utf-8")
    desk.edit(RU, "Первый абзац", "Самый первый абзац")
    desk.write("docs/ru/b.md", "# Б\n\nТекст.\n")
    desk.write("docs/uk/b.md", "# Б\n\nТекст для читача.\n")
    desk.write("mkdocs.yml", MKDOCS + "  - tlumach: {checks: error, freshness: {fail: [uk]}}\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    desk.run("check")
    assert file.read_text(encoding="utf-8") == "before\n"
    assert desk.run("check", "--format", "github").exit_code == 1
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["before", "### Tlumach: 1 error, 3 warnings"]
    assert lines[3].startswith("1 paragraph changed, 1 page not translated, behind in en, uk;")
    assert lines[5:] == [
        "| page | en | uk |",
        "|---|---|---|",
        "| `a.md` | 1 behind | **1 behind** |",
        "| `b.md` | not translated |  |",
    ]


def test_outside_a_job_nothing_is_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    before = set(desk.files())
    desk.run("check", "--format", "github")
    assert {name for name in desk.files() if not name.startswith(".cache")} == {
        name for name in before if not name.startswith(".cache")
    }


def test_languages_in_the_names_of_files(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for name, page in ((RU, "docs/a.md"), (UK, "docs/a.uk.md")):
        (tmp_path / name).rename(tmp_path / page)
    desk.write("mkdocs.yml", MKDOCS.replace("- i18n:", "- i18n:\n      docs_structure: suffix"))
    desk.run("confirm", "a.md", "--language", "uk")
    desk.edit("docs/a.md", "Первый абзац", "Самый первый абзац")
    assert summary(desk, "--language", "uk") == "1 paragraph changed, behind in uk; diff: `tlumach diff a.md`"
