"""`tlumach baseline`, `checks` and `freshness`, as a team uses them that reports first and enforces later."""

from pathlib import Path

import pytest
from tests.translator import MKDOCS, RU, UK, Desk

FILE = "tlumach-baseline.txt"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.edit(RU, "Второй абзац о море и ветре.", "Погибли 14 из 17 человек.")
    desk.edit(UK, "Другий абзац про море й вітер.", "Загинули 15 із 17 осіб.")
    return desk


def settings(desk: Desk, written: str) -> None:
    desk.write("mkdocs.yml", MKDOCS + f"  - tlumach: {written}\n")


def test_what_is_noted_no_longer_counts_and_what_is_new_does(desk: Desk) -> None:
    assert desk.run("check", "--strict").exit_code == 1
    noted = desk.run("baseline")
    assert noted.exit_code == 0 and noted.stdout.startswith(f"{FILE}: ") and "0 fixed" in noted.stdout
    checked = desk.run("check", "--strict")
    assert (checked.exit_code, checked.stdout) == (0, "")
    assert f"0 errors, 0 warnings; {noted.stdout.split()[1]} known, in {FILE}." in checked.stderr
    desk.edit(UK, "Загинули 15 із 17 осіб.", "Загинули 16 із 17 осіб.")
    checked = desk.run("check")
    assert checked.exit_code == 1 and checked.stdout.startswith(f"{UK}:5: error: numbers")


def test_lines_may_move(desk: Desk) -> None:
    desk.run("baseline")
    before = desk.read(FILE)
    for name, text in ((RU, "Новый абзац.\n\n"), (UK, "Новий абзац.\n\n")):
        desk.edit(name, desk.read(name).split("\n\n")[1], text + desk.read(name).split("\n\n")[1])
    assert "numbers" not in desk.run("check").stdout
    desk.run("baseline")
    assert [line.split()[:3] for line in before.splitlines()] == [
        line.split()[:3] for line in desk.read(FILE).splitlines()
    ]


def test_what_is_mended_is_said_and_dropped(desk: Desk) -> None:
    desk.run("baseline")
    desk.edit(UK, "15 із 17", "14 із 17")
    assert f"1 finding of {FILE} fixed: run `tlumach baseline`." in desk.run("check").stderr
    assert "(0 new, 1 fixed)" in desk.run("baseline").stdout
    assert "numbers" not in desk.read(FILE)
    desk.edit(UK, "14 із 17", "15 із 17")
    assert desk.run("check").exit_code == 1


def test_where_nothing_is_left_there_is_no_file(desk: Desk) -> None:
    desk.run("baseline")
    settings(desk, "{checks: off}")
    assert "0 findings" in desk.run("baseline").stdout
    assert not (desk.root / FILE).exists()


def test_what_cannot_be_read_is_not_noted(desk: Desk) -> None:
    desk.write("docs/uk/b.md", b"\xff")
    result = desk.run("baseline")
    assert result.exit_code == 1 and "docs/uk/b.md:1: error: encoding" in result.stderr
    assert not (desk.root / FILE).exists()


def test_a_file_with_marks_of_a_merge_is_an_error_that_noting_again_mends(desk: Desk) -> None:
    desk.run("baseline")
    desk.write(FILE, "<<<<<<< HEAD\n" + desk.read(FILE))
    assert desk.run("check").stdout.startswith(f"{FILE}:1: error: baseline")
    assert desk.run("baseline").exit_code == 0
    assert desk.run("check").exit_code == 0


def test_levels_of_the_settings_are_those_of_the_check(desk: Desk) -> None:
    settings(desk, "{checks: {numbers: warn}}")
    result = desk.run("check")
    assert result.exit_code == 0 and f"{UK}:5: warning: numbers" in result.stdout
    assert result.stdout.splitlines()[-2].startswith(f"    {RU}:5: ")  # the lines that it compares
    assert desk.run("check", "--strict").exit_code == 1
    settings(desk, "{checks: {docs/uk/**: off, docs/en/**: info}}")
    result = desk.run("check", "--strict")
    assert (result.exit_code, result.stdout) == (0, "") and "1 info." in result.stderr
    assert "docs/en/a.md:1: info: missing-translation" in desk.run("check", "--info").stdout


def test_a_setting_that_cannot_be_is_an_error_with_its_line(desk: Desk) -> None:
    settings(desk, "\n      checks:\n        numbrs: off")
    line = len(desk.read("mkdocs.yml").rstrip().splitlines())
    result = desk.run("check")
    assert result.exit_code == 1
    assert f"mkdocs.yml:{line}: error: settings" in result.stdout and "Did you mean `numbers`?" in result.stdout


def test_stale_translations_fail_where_the_gate_says_so(desk: Desk) -> None:
    desk.run("confirm", UK)
    desk.edit(RU, "Первый абзац", "Самый первый абзац")
    assert f"{UK}:3: warning: stale-block" in desk.run("check", UK).stdout
    settings(desk, "{checks: error, freshness: {fail: [uk]}}")
    result = desk.run("check")
    assert result.exit_code == 1 and f"{UK}:3: error: stale-block" in result.stdout
    assert "docs/en/a.md:1: warning: missing-translation" in result.stdout
    settings(desk, "{freshness: {report: all}}")
    assert "stale-block" not in desk.run("check").stdout
    assert f"{UK}:3: info: stale-block" in desk.run("check", "--info").stdout
