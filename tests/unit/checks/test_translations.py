from collections.abc import Callable

from tlumach.checks.translations import check_translations
from tlumach.library import Library

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
