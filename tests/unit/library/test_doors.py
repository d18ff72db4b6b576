"""Two questions that "the source" answered: which page stands in for a missing one, and what a translation was made from."""

from tests.conftest import MakeLibrary


def test_a_fallback_stands_in_and_an_origin_is_what_a_page_was_made_from(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# А\n", "uk/a.md": "# А\n", "en/b.md": "# B\n"})
    assert library.settings.fallback == library.settings.source == "ru"
    shown = library.shown_page("en", "a.md")
    assert shown is library.pages["ru", "a.md"]
    assert library.shown_page("uk", "a.md") is library.pages["uk", "a.md"]
    assert library.origin("a.md") is library.source_of(library.pages["uk", "a.md"]) is library.pages["ru", "a.md"]
    assert library.origin("b.md") is None and library.shown_page("uk", "b.md") is None


def test_the_origins_are_the_pages_of_the_source_language_their_files_readable_or_not(
    make_library: MakeLibrary,
) -> None:
    library = make_library({"ru/a.md": "# А\n", "ru/c.md": b"\xff", "uk/a.md": "# А\n", "en/b.md": "# B\n"})
    assert [page.file for page in library.origins()] == ["docs/ru/a.md"]
    assert [library.has_origin(path) for path in ("a.md", "b.md", "c.md")] == [True, False, True]
    assert library.origin_file("b.md") == "docs/ru/b.md"
    assert [library.is_origin(page) for page in library.pages.values()] == [True, False, False]
