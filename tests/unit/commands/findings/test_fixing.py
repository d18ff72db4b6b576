"""`tlumach check --fix` and `--diff`, as an editor uses them."""

import json
from pathlib import Path

import pytest
from tests.translator import PO, RU, UK, Desk

SOURCE = "# Заголовок { #top }\n\n«Слово» — пять и шесть.\n\nВто\u00adрой абзац.\n"
TARGET = '# Назва { #top }\n\n"Слово" - п\'ять  та шість.\n\nДру\u200bгий абзац, `п\'ять - "шість"`.\n'
WANTED = '# Назва { #top }\n\n«Слово» — п’ять та шість.\n\nДругий абзац, `п\'ять - "шість"`.\n'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.write(RU, SOURCE)
    desk.write(UK, TARGET)
    return desk


def without_cache(desk: Desk) -> dict[str, tuple[bytes, int]]:
    return {name: what for name, what in desk.files().items() if not name.startswith(".cache")}


def states(desk: Desk) -> set[str]:
    report = json.loads(desk.run("status", "--json", UK).stdout)
    return {block["state"] for block in report["pages"][0]["blocks"]}


def test_diff_shows_what_would_be_written_and_writes_nothing(desk: Desk) -> None:
    before = without_cache(desk)
    result = desk.run("check", "--fix", "--diff")
    assert result.exit_code == 1 and without_cache(desk) == before
    assert f"--- a/{UK}\n+++ b/{UK}\n" in result.stdout and "+«Слово» — п’ять та шість.\n" in result.stdout
    assert f"{UK}:3: apostrophe: “" in result.stderr and "soft hyphen" in result.stderr
    assert desk.run("check", "--diff").stdout == result.stdout


def test_fix_writes_it_and_what_was_confirmed_stays_so(desk: Desk) -> None:
    desk.run("confirm", UK)
    assert states(desk) == {"current"}
    result = desk.run("check", "--fix")
    assert desk.read(UK) == WANTED and desk.read(RU) == SOURCE.replace("\u00ad", "")
    assert states(desk) == {"current"} and "п’ять та" in desk.read(PO) and "\u00ad" not in desk.read(PO)
    assert result.exit_code == 0 and desk.run("check", "--quiet", "--strict", UK).stdout == ""


def test_twice_changes_nothing_more(desk: Desk) -> None:
    desk.run("confirm", UK)
    desk.run("check", "--fix")
    before = without_cache(desk)
    assert "nothing fixed." in desk.run("check", "--fix").stderr and without_cache(desk) == before
    result = desk.run("check", "--fix", "--diff")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_path_is_fixed_alone(desk: Desk) -> None:
    desk.run("check", "--fix", UK)
    assert desk.read(UK) == WANTED and desk.read(RU) == SOURCE


def test_a_stale_translation_that_is_fixed_is_still_that_of_the_old_source(desk: Desk) -> None:
    desk.run("confirm", UK)
    desk.edit(RU, "пять и шесть", "пять и семь")
    desk.run("check", "--fix")
    result = desk.run("confirm", UK)
    assert result.exit_code == 1 and "unchanged-translation" in result.output


def test_marks_and_line_ends_of_files_stay(desk: Desk) -> None:
    desk.write(UK, b"\xef\xbb\xbf" + TARGET.replace("\n", "\r\n").encode())
    desk.run("check", "--fix")
    assert desk.read(UK) == "\ufeff" + WANTED.replace("\n", "\r\n")


def test_languages_in_suffixes_are_fixed_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    settings = desk.read("mkdocs.yml").replace("i18n:\n", "i18n:\n      docs_structure: suffix\n")
    desk.write("mkdocs.yml", settings)
    desk.write("docs/b.md", SOURCE)
    desk.write("docs/b.uk.md", TARGET)
    desk.run("check", "--fix", "docs/b.uk.md")
    assert desk.read("docs/b.uk.md") == WANTED
