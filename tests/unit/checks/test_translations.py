from collections.abc import Callable

import pytest

from tlumach.checks import check_library, translations
from tlumach.checks.translations import check_freshness, check_translations
from tlumach.library import Library
from tlumach.tracking import Tracker

MakeLibrary = Callable[..., Library]


def found_in(library: Library) -> list[tuple[str, int, str]]:
    return [(found.path, found.line, found.code) for found in check_translations(library)]


def test_a_page_in_every_language_is_good(make_library: MakeLibrary) -> None:
    assert found_in(make_library({f"{language}/x/a.md": "# А" for language in ("ru", "uk", "en")})) == []


def test_a_missing_translation_is_named_by_the_file_to_write(make_library: MakeLibrary) -> None:
    library = make_library({"ru/x/a.md": "# А", "uk/x/a.md": "# Ж"})
    assert found_in(library) == [("docs/en/x/a.md", 1, "missing-translation")]
    assert "docs/ru/x/a.md" in next(check_translations(library)).message


def test_every_missing_translation_is_named(make_library: MakeLibrary) -> None:
    assert found_in(make_library({"ru/b.md": "", "ru/a.md": ""})) == [
        (f"docs/{language}/{path}", 1, "missing-translation") for path in ("a.md", "b.md") for language in ("uk", "en")
    ]


def test_a_translation_without_its_source_is_named_by_its_file(make_library: MakeLibrary) -> None:
    library = make_library({"uk/a.md": "# Ж"})
    assert found_in(library) == [("docs/uk/a.md", 1, "missing-source")]
    assert "docs/ru/a.md" in next(check_translations(library)).message


def test_a_file_that_is_not_utf_8_is_there(make_library: MakeLibrary) -> None:
    """Its own problem says what is wrong with it; that it was missing would be false."""
    assert found_in(make_library({"ru/a.md": b"\xff", "uk/a.md": "# Ж", "en/a.md": b"\xff"})) == []


SOURCE = "# Мост\n\nМост закрыт до весны.\n\nПаром идёт два раза в день.\n\nПоезда не ходят.\n\nАвтобус ходит.\n"


@pytest.mark.parametrize(
    ("translation", "found"),
    [
        (
            "# Міст\n\nМіст закритий до весни.\n\nПором іде двічі на день.\n\nПотяги не ходять.\n",
            [(7, "missing-block")],
        ),
        ("# Міст\n\nАвтобус ходить.\n", [(1, "missing-block"), (1, "missing-block"), (3, "missing-block")]),
        (
            "# Міст\n\n- Міст закритий до весни.\n\nПором іде двічі на день.\n\nПотяги не ходять.\n\nАвтобус їздить.\n",
            [(3, "structure")],
        ),
        (
            "# Міст\n\nМост закрыт до весны.\n\nПором іде двічі на день.\n\nПотяги не ходять.\n\nАвтобус їздить.\n",
            [(3, "untranslated")],
        ),
    ],
)
def test_a_block_that_is_not_translated_is_one_finding(
    make_library: MakeLibrary, translation: str, found: list[tuple[int, str]]
) -> None:
    """No record says what belongs together: a page of which a part was translated, as a newcomer has it."""
    library = make_library({"ru/a.md": SOURCE, "uk/a.md": translation})
    problems = [problem for problem in check_library(library, words=True) if problem.path == "docs/uk/a.md"]
    said = [(problem.line, problem.code) for problem in problems if problem.code != "unconfirmed-blocks"]
    assert said == found


def test_what_is_missing_is_quoted(make_library: MakeLibrary) -> None:
    library = make_library(
        {"ru/a.md": SOURCE, "uk/a.md": "# Міст\n\nМіст закритий до весни.\n\nПором іде двічі на день.\n"}
    )
    missing = [problem.message for problem in check_freshness(Tracker(library)) if problem.code == "missing-block"]
    assert missing == [
        "docs/ru/a.md:7 has no translation here: “Поезда не ходят.”. Translate it.",
        "docs/ru/a.md:9 has no translation here: “Автобус ходит.”. Translate it.",
    ]


def test_a_definition_of_a_link_is_no_block_of_its_own(make_library: MakeLibrary) -> None:
    """Whether each link leads where that of the source does is told by `links`; to take a definition out would break one."""
    source = "# А\n\n[а][1] и [б][2].\n\n[1]: https://a.example/\n\n[2]: https://b.example/\n"
    for target in (
        "# А\n\n[а](https://a.example/) і [б](https://b.example/).\n",
        "# А\n\n[а][1], [в][2] і [б][3].\n\n[1]: https://a.example/\n\n[2]: https://c.example/\n\n[3]: https://b.example/\n",
    ):
        library = make_library({"ru/a.md": source, "uk/a.md": target, "en/a.md": source})
        codes = {problem.code for problem in check_freshness(Tracker(library)) if problem.path == "docs/uk/a.md"}
        assert codes == {"unconfirmed-blocks"}


def test_pages_of_which_nothing_is_missing_are_not_compared_block_by_block(
    make_library: MakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(translations, "matched")
    library = make_library({"ru/a.md": SOURCE, "uk/a.md": SOURCE})
    assert [each.code for each in check_freshness(Tracker(library))] == ["unconfirmed-blocks"]
