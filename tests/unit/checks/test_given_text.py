"""The text of the source beside the text that was given."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from tests.translator import RU, Desk

from tlumach.checks.given_text import check_given_text
from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.problems import Level, Problem
from tlumach.settings import Settings

GIVEN = [f"Абзац {word} о том, что случилось {word} в городе." for word in ("один", "два", "три", "четыре", "пять")]
HEAD = "---\nsource_text: sources/a.txt\n---\n"


def found(*blocks: str, given: list[str] | None = None) -> list[Problem]:
    text = HEAD + "\n\n".join(["# Заголовок", *blocks, "## Наше", "Своими словами."]) + "\n"
    library = Library(
        Settings(("ru", "uk"), "https://tlumach.example/", {}, {}),
        {("ru", "a.md"): parse_page(text, "ru", "a.md")[0]},
        given_texts={"sources/a.txt": "\n\n".join(["Заголовок", *(GIVEN if given is None else given)])},
    )
    return list(check_given_text(library))


def test_the_given_text_is_no_problem_however_its_lines_end() -> None:
    linked = GIVEN[0].replace("городе", "[городе](a.md)[^1]")
    wrapped = GIVEN[1].replace("что ", "что\n")
    assert found(linked, "!!! note\n\n    Наше.", wrapped, *GIVEN[2:]) == []
    assert found(*GIVEN, given=[f"{line} \t" for line in GIVEN]) == []
    assert found(" ".join(GIVEN[:2]), *GIVEN[2:]) == []


@pytest.mark.parametrize("added", ["![Карта](map.png)", "| а | б |\n| - | - |\n| в | г |", "Вставка редактора.", "---"])
@pytest.mark.parametrize("at", range(6))
def test_one_block_put_in_is_one_problem(added: str, at: int) -> None:
    (only,) = found(*GIVEN[:at], added, *GIVEN[at:])
    assert "it has no such text" in only.message and only.line == 6 + 2 * at


@pytest.mark.parametrize("at", range(5))
def test_one_block_that_is_missing_is_one_problem_where_it_should_stand(at: int) -> None:
    (only,) = found(*GIVEN[:at], *GIVEN[at + 1 :])
    assert f"line {at + 2} of it is missing: “{GIVEN[at]}”" in only.message and only.line == 4 + 2 * at


def test_other_words_are_named_where_they_part_and_the_rest_is_in_step() -> None:
    (only,) = found(GIVEN[0], GIVEN[1].replace("случилось", "стряслось"), *GIVEN[2:])
    assert (only.line, only.level) == (8, Level.ERROR)
    assert "line 3 of it differs at character" in only.message and "стряслось" in only.message


def test_several_changes_are_each_named_once() -> None:
    given = ["Утром шёл дождь.", "Мэр ушёл в отставку.", "Школы закрыты до марта.", "Мост починят летом."]
    problems = found(given[0], "Вставка редактора.", given[2].replace("марта", "мая"), given=given)
    assert [problem.message.split(": ", 1)[1][:22] for problem in problems] == [
        "it has no such text: “", "line 3 of it is missin", "line 4 of it differs a", "line 5 of it is missin",
    ]  # fmt: skip


def test_what_looks_the_same_is_said_by_code_points() -> None:
    (space,) = found(GIVEN[0].replace("Абзац ", "Абзац\u00a0"), *GIVEN[1:])
    assert space.level is Level.WARNING and "U+00A0 NO-BREAK SPACE here, U+0020 SPACE there" in space.message
    (latin,) = found(GIVEN[0].replace("городе", "гoроде"), *GIVEN[1:])
    assert (
        latin.level is Level.ERROR
        and "U+006F LATIN SMALL LETTER O here, U+043E CYRILLIC SMALL LETTER O there" in latin.message
    )
    decomposed = [unicodedata.normalize("NFD", f"{line} Ой.") for line in GIVEN]
    problems = found(*(f"{line} Ой." for line in GIVEN), given=decomposed)
    assert {problem.level for problem in problems} == {Level.WARNING} and len(problems) == 5
    assert (
        "U+0439 CYRILLIC SMALL LETTER SHORT I here, U+0438 CYRILLIC SMALL LETTER I and U+0306 COMBINING BREVE there"
        in (problems[0].message)
    )


def test_characters_that_nobody_sees_do_not_count() -> None:
    assert found(*GIVEN, given=[f"{line[:5]}\u00ad{line[5:]}\ufe01\U000e0100" for line in GIVEN]) == []


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_file_is_read_with_or_without_a_mark(tmp_path: Path, mark: bytes) -> None:
    desk = Desk(tmp_path)
    desk.write(RU, HEAD + "# Заголовок\n\nТекст о горах и реках.\n")
    desk.write("sources/a.txt", mark + "Заголовок\r\nТекст о горах и реках.\r\n".encode())
    assert "source-text" not in desk.run("check", RU).stdout


def test_a_page_without_a_given_text_is_not_compared() -> None:
    page = parse_page("# А\n", "ru", "a.md")[0]
    library = Library(Settings(("ru",), "https://tlumach.example/", {}, {}), {("ru", "a.md"): replace(page)})
    assert list(check_given_text(library)) == []
