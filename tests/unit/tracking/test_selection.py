"""What people type for a page or a block, and what it stands for."""

from collections.abc import Callable

import pytest

from tlumach.library import Library
from tlumach.tracking import Tracked, Tracker
from tlumach.tracking.selection import chosen_blocks, chosen_pages

MakeLibrary = Callable[..., Library]
FILES = {"ru/a.md": "# А", "uk/a.md": "# A", "ru/g/b.md": "Б.", "en/g/b.md": "B.", "uk/g/own.md": "О."}


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("docs/uk/a.md", None, "uk/a.md"),
        ("docs/uk/a.md", "uk", "uk/a.md"),
        ("./docs/uk/a.md", None, "uk/a.md"),
        ("docs/ru/a.md", None, "uk/a.md en/a.md"),
        ("docs/ru/a.md", "en", "en/a.md"),
        ("a.md", None, "uk/a.md en/a.md"),
        ("a.md", "uk", "uk/a.md"),
        ("g", None, "uk/g/b.md uk/g/own.md en/g/b.md"),
        ("docs/uk/g/", None, "uk/g/b.md uk/g/own.md"),
        ("docs/en", None, "en/a.md en/g/b.md"),
        ("docs", "en", "en/a.md en/g/b.md"),
        (".", None, "uk/a.md uk/g/b.md uk/g/own.md en/a.md en/g/b.md"),
    ],
)
def test_a_name_stands_for_translations(
    make_library: MakeLibrary, name: str, language: str | None, expected: str
) -> None:
    found, problems = chosen_pages(make_library(FILES), name, language)
    assert [f"{each}/{path}" for each, path in found] == expected.split()
    assert problems == []


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("b.md", None, "g/b.md"),
        ("docs/uk/b.md", None, "docs/uk/a.md"),
        ("docs/xx/a.md", None, "ru, uk, en"),
        ("zzz", None, "a.md, g/b.md"),
        ("docs/en/g/own.md", None, "docs/uk/g/own.md"),
        ("a.md", "pl", "uk, en"),
        ("a.md", "ru", "uk, en"),
        ("docs/uk/a.md", "en", "“uk”"),
    ],
)
def test_what_is_not_there_is_a_problem_that_says_what_is(
    make_library: MakeLibrary, name: str, language: str | None, said: str
) -> None:
    found, (problem,) = chosen_pages(make_library(FILES), name, language)
    assert found == []
    assert said in problem.message
    assert problem.path in (name, "mkdocs.yml")


def test_a_folder_may_be_called_docs(make_library: MakeLibrary) -> None:
    library = make_library({"ru/docs/a.md": "А."})
    assert chosen_pages(library, "docs/a.md", "uk") == ([("uk", "docs/a.md")], [])


@pytest.fixture
def tracked(make_library: MakeLibrary) -> Tracked:
    source = "# Год { #2022 }\n\nПервый.\n\nВторой.\n"
    translation = "# Рік\n\nПерший\nі довгий.\n\n> Зайве.\n"
    found = Tracker(make_library({"ru/a.md": source, "uk/a.md": translation})).track("uk", "a.md")
    assert found
    return found


def texts(tracked: Tracked, names: list[str]) -> list[str]:
    chosen, problems = chosen_blocks(tracked, names)
    assert not problems
    pairs = [tracked.alignment.pairs[at] for at in chosen]
    return ["" if pair.translation is None else tracked.page.blocks[pair.translation].text for pair in pairs]


def test_a_block_is_named_by_its_id_or_by_any_of_its_lines(tracked: Tracked) -> None:
    name = tracked.source_ids[1]
    for names in ([name], [f"#{name}"], ["3"], ["4"], [name, "3", "4"]):
        assert texts(tracked, names) == ["Перший\nі довгий."]
    assert texts(tracked, ["6", "1"]) == ["> Зайве.", "# Рік"]


def test_digits_are_a_line_and_with_a_sharp_an_id(tracked: Tracked) -> None:
    assert texts(tracked, ["#2022"]) == ["# Рік"]
    _, (problem,) = chosen_blocks(tracked, ["2022"])
    assert problem.code == "unknown-block" and problem.line == 6


def test_every_pair_is_found_by_the_id_that_is_shown_for_it(tracked: Tracked) -> None:
    names = [f"#{tracked.id_of(pair)}" for pair in tracked.alignment.pairs]
    assert chosen_blocks(tracked, names) == (list(range(len(names))), [])
    assert len(names) == 4  # the source's three, one of them without translation, and one without source


def test_an_unknown_block_is_a_problem_that_names_the_nearest(tracked: Tracked) -> None:
    name = tracked.source_ids[1]
    _, problems = chosen_blocks(tracked, [name[:-1] + "x", "5", "99"])
    assert [(problem.path, problem.line) for problem in problems] == [("docs/uk/a.md", line) for line in (3, 3, 6)]
    assert name in problems[0].message
    assert f"{name}, on lines 3 to 4" in problems[1].message
    assert "on line 6." in problems[2].message


def test_a_page_without_blocks_has_none_near(make_library: MakeLibrary) -> None:
    empty = Tracker(make_library({"ru/a.md": "", "uk/a.md": ""})).track("uk", "a.md")
    assert empty
    _, problems = chosen_blocks(empty, ["p-123456", "7"])
    assert [problem.code for problem in problems] == ["unknown-block"] * 2
