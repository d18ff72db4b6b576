"""`tlumach waive`, as a translator uses it."""

import json
from pathlib import Path

import pytest
from tests.translator import EN, PO, RU, UK, Desk

SOURCE = "# Заголовок { #top }\n\nПогибло 14 из 17 человек.\n\nВторой абзац о море и ветре.\n"
TRANSLATION = "# Назва { #top }\n\nЗагинули 15 із 17 осіб.\n\nДругий абзац про море й вітер.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.write(RU, SOURCE)
    desk.write(UK, TRANSLATION)
    return desk


def codes(desk: Desk, name: str = UK) -> set[str]:
    return {found["code"] for found in json.loads(desk.run("check", "--format", "json", name).stdout)}


def test_a_finding_is_waived_at_the_line_that_check_names(desk: Desk) -> None:
    desk.run("confirm", UK)
    assert "numbers" in codes(desk)
    before = desk.read(PO)
    result = desk.run("waive", UK, "3", "numbers", "--why", "описка\n в оригіналі")
    assert result.exit_code == 0, result.output
    assert f"{UK}:3 p-" in result.output and f"numbers waived in {PO}: описка в оригіналі" in result.output
    assert [line for line in desk.read(PO).splitlines() if line not in before.splitlines()] == [
        "# waive numbers: описка в оригіналі"
    ]
    assert codes(desk) == set()
    assert "описка в оригіналі" in desk.run("check", "--waived").stdout


def test_what_nobody_confirmed_is_waived_and_stays_unconfirmed(desk: Desk) -> None:
    assert desk.run("waive", UK, "3", "numbers", "--why", "описка").exit_code == 0
    assert desk.read(PO).count("#, fuzzy") == 1 and desk.read(PO).count("msgctxt") == 1
    assert codes(desk) == {"unconfirmed-blocks"}
    desk.run("confirm", UK)
    assert codes(desk) == set()
    assert "# waive numbers: описка" in desk.read(PO) and "fuzzy" not in desk.read(PO)


def test_a_waiver_survives_that_its_heading_is_named_anew(desk: Desk) -> None:
    desk.write(RU, "# А\n\n## Погибло 14 человек\n\nТекст о том же самом.\n")
    desk.write(UK, "# А\n\n## Загинули 15 осіб\n\nТекст про те саме.\n")
    desk.run("confirm", UK)
    desk.run("waive", UK, "3", "numbers", "--why", "описка")
    desk.edit(RU, "## Погибло 14 человек", "## Погибло 14 человек осенью")
    desk.edit(UK, "## Загинули 15 осіб", "## Загинули 15 осіб восени")
    assert codes(desk) == {"stale-block"}


def test_another_reason_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.run("waive", UK, "3", "numbers", "--why", "описка")
    assert desk.run("waive", UK, "3", "numbers", "--why", "так в источнике").exit_code == 0
    assert desk.read(PO).count("waive numbers") == 1 and "так в источнике" in desk.read(PO)


def test_a_text_of_the_front_matter_is_waived(desk: Desk) -> None:
    desk.write(RU, f"---\ndescription: Погибло 14 человек.\n---\n{SOURCE}")
    desk.write(UK, f"---\ndescription: Загинули 13 осіб.\n---\n{TRANSLATION}")
    assert desk.run("waive", UK, "meta:description", "numbers", "--why", "описка").exit_code == 0
    assert 'msgctxt "meta:description"' in desk.read(PO)
    assert desk.run("waive", "a.md", "6", "numbers", "--why", "описка", "--language", "uk").exit_code == 0
    assert codes(desk) == {"unconfirmed-blocks"}


def test_a_finding_in_the_source_is_waived_by_its_line_there(desk: Desk) -> None:
    desk.edit(RU, "море", "мо\u00adре")
    assert "invisible-characters" in codes(desk, RU)
    assert desk.run("waive", RU, "5", "invisible-characters", "--why", "на память").exit_code == 0
    assert codes(desk, RU) == set()


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ((UK, "3", "numbers", "--why", "  "), 2, "Say after --why"),
        ((UK, "3", "nubmers", "--why", "x"), 2, "Did you mean numbers?"),
        ((UK, "3", "broken-link", "--why", "x"), 2, "is no rule that can be waived"),
        ((UK, "5", "numbers", "--why", "x"), 1, f"{UK}:5: error: nothing-to-waive"),
        ((UK, "3", "dashes", "--why", "x"), 1, "what is found there: numbers"),
        ((UK, "99", "numbers", "--why", "x"), 1, "The nearest is"),
        ((RU, "3", "numbers", "--why", "x"), 1, f"{RU}:3: error: nothing-to-waive"),
        (("docs/uk/b.md", "3", "numbers", "--why", "x"), 2, "unknown-page"),
        ((EN, "3", "numbers", "--why", "x"), 1, "nothing to waive"),
    ],
)
def test_what_cannot_be_waived_is_said_and_nothing_written(
    desk: Desk, arguments: tuple[str, ...], status: int, said: str
) -> None:
    before = desk.files()
    result = desk.run("waive", *arguments)
    assert result.exit_code == status and said in result.output
    assert {name: content for name, content in desk.files().items() if not name.startswith(".cache")} == before


def test_a_record_that_cannot_be_read_is_not_written_over(desk: Desk) -> None:
    desk.write(PO, 'msgid ""\nmsgstr ""\n\nmsgctxt "a"\nmsgid "b\nmsgstr "c"\n')
    before = desk.read(PO)
    result = desk.run("waive", UK, "3", "numbers", "--why", "описка")
    assert result.exit_code == 1 and "record-syntax" in result.output and desk.read(PO) == before
