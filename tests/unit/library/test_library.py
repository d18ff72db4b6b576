from collections.abc import Callable

from tlumach.library import Library

MakeLibrary = Callable[..., Library]


def test_a_page_is_found_by_language_and_path(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# А", "uk/a.md": "# Ж", "uk/b.md": "# Б"})
    found = library.page("uk", "a.md")
    assert found and found.title == "Ж"
    assert library.page("en", "a.md") is None
    assert library.paths == ["a.md", "b.md"]


def test_languages_of_a_page_come_in_the_order_of_the_site(make_library: MakeLibrary) -> None:
    library = make_library({"en/a.md": "# A", "uk/a.md": "# Ж", "ru/a.md": "# А", "en/b.md": ""})
    assert library.languages_of("a.md") == ["ru", "uk", "en"]
    assert library.languages_of("b.md") == ["en"]
    assert library.languages_of("c.md") == []


def test_pages_of_a_language_come_by_path_whatever_the_order_of_reading(make_library: MakeLibrary) -> None:
    files = {"ru/b.md": "", "ru/a/index.md": "", "uk/c.md": "", "ru/a.md": ""}
    forwards, backwards = make_library(files), make_library(dict(reversed(files.items())))
    assert [page.path for page in forwards.in_language("ru")] == ["a.md", "a/index.md", "b.md"]
    assert [page.path for page in backwards.in_language("ru")] == ["a.md", "a/index.md", "b.md"]


def test_the_source_of_a_page(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# А", "uk/a.md": "# Ж", "uk/b.md": "# Б"})
    ru, uk, alone = library.pages["ru", "a.md"], library.pages["uk", "a.md"], library.pages["uk", "b.md"]
    assert library.source_of(uk) is ru
    assert library.source_of(ru) is ru
    assert library.source_of(alone) is None


def test_folders_list_the_pages_in_them(make_library: MakeLibrary) -> None:
    library = make_library({"ru/x/b.md": "", "uk/x/a.md": "", "ru/index.md": ""})
    assert library.folders == {".": ["index.md"], "x": ["x/a.md", "x/b.md"]}


def test_an_unreadable_page_is_there_but_is_no_page(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# А", "uk/a.md": b"\xff"})
    assert library.exists("uk", "a.md") and library.page("uk", "a.md") is None
    assert not library.exists("en", "a.md")
