import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.unit.editions.glossaries import PAGES

from tlumach.commands.terms.export import export
from tlumach.editions.termbase.spreadsheet import write_termbase
from tlumach.library.files import read_library

SETTINGS = """site_name: Тлумач
site_url: https://tlumach.example/
plugins:
  - i18n:
      languages:
        - {locale: ru, name: Русский, default: true}
        - {locale: uk, name: Українська}
        - {locale: en, name: English}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for name, text in PAGES.items():
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(export, arguments, catch_exceptions=False)


@pytest.mark.parametrize(
    ("name", "file"), [("tbx", "glossary.tbx"), ("tbx3", "glossary-v3.tbx"), ("csv", "glossary.csv")]
)
def test_each_format_has_its_file_in_the_current_folder(project: Path, name: str, file: str) -> None:
    result = run("--to", name)
    assert (result.exit_code, result.output) == (0, f"{file}: 2 terms in 4 languages.\n")
    library, _ = read_library(project)
    assert library
    same = {each.name: each for each in write_termbase(library, project / "site")}
    assert (project / file).read_bytes() == same[file].read_bytes()


def test_the_file_can_be_named_and_its_folder_is_made(project: Path) -> None:
    assert run("--output", "out/terms.tbx").exit_code == 0
    assert (project / "out" / "terms.tbx").read_bytes().startswith(b"<?xml")


def test_a_project_elsewhere_can_be_named(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    os.chdir(elsewhere)
    assert run("--root", str(project), "--to", "csv").exit_code == 0
    assert (elsewhere / "glossary.csv").exists()


def test_a_page_of_the_glossary_that_cannot_be_read_is_a_problem_and_nothing_is_written(project: Path) -> None:
    (project / "docs/uk/glossary/csto.md").write_bytes(b"---\nterm: \xff\n---\n")
    result = run()
    assert result.exit_code == 1
    assert result.output.startswith("docs/uk/glossary/csto.md:2: error: encoding ")
    assert not (project / "glossary.tbx").exists()


def test_what_is_wrong_elsewhere_does_not_matter(project: Path) -> None:
    (project / "docs/ru/about.md").write_bytes(b"\xff")
    assert run().exit_code == 0


def test_a_glossary_without_terms_is_a_problem(project: Path) -> None:
    for file in project.glob("docs/*/glossary/*.md"):
        file.unlink()
    result = run()
    assert (result.exit_code, result.output.split(" ")[:2]) == (1, ["docs/ru/glossary:1:", "error:"])
    assert "no-terms" in result.output


def test_a_place_that_cannot_be_written_is_a_problem(project: Path) -> None:
    (project / "file").write_text("")
    result = run("--output", "file/glossary.tbx")
    assert result.exit_code == 1
    assert result.output.startswith("file/glossary.tbx:1: error: unwritable cannot be written: ")


def test_no_project_is_a_problem(tmp_path: Path) -> None:
    result = run("--root", str(tmp_path))
    assert result.exit_code == 1
    assert result.output.startswith("mkdocs.yml:1: error: settings ")
