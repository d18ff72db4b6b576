import posixpath
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from tlumach.library import Library
from tlumach.library.urls import absolute, alternates, between, built_address, hreflang, relative, site_path
from tlumach.settings import Settings

MakeLibrary = Callable[..., Library]
SITE = "https://tlumach.example/"


@pytest.mark.parametrize(
    ("path", "language", "file", "address"),
    [
        ("index.md", "ru", "index.html", ""),
        ("index.md", "uk", "uk/index.html", "uk/"),
        ("about.md", "ru", "about.html", "about.html"),
        ("about.md", "en", "en/about.html", "en/about.html"),
        ("glossary/index.md", "ru", "glossary/index.html", "glossary/"),
        ("glossary/price-index.md", "uk", "uk/glossary/price-index.html", "uk/glossary/price-index.html"),
        ("another one/index.md", "uk", "uk/another one/index.html", "uk/another%20one/"),
        ("новина.md", "ru", "новина.html", "%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B0.html"),
        ("a (2),+b.md", "ru", "a (2),+b.html", "a%20(2),+b.html"),
    ],
)
def test_where_a_page_stands(site_settings: Settings, path: str, language: str, file: str, address: str) -> None:
    assert site_path(path, language, site_settings) == file
    assert absolute(path, language, site_settings) == SITE + address


def test_the_way_from_a_folder_to_a_file_is_that_of_paths() -> None:
    paths = ["a", "a/b", "a/b/c", "a/c.html", "b/a", "uk/a/index.html", "uk"]
    for path, folder in product(paths, ["", *paths]):
        assert relative(path, folder) == posixpath.relpath(path, folder or "."), (path, folder)


def test_a_page_in_all_its_languages(make_library: MakeLibrary) -> None:
    library = make_library({"en/a.md": "# A", "ru/a.md": "# А", "uk/b.md": "# Б"})
    found = alternates("a.md", library)
    assert [(each.language, each.name, each.url) for each in found] == [
        ("ru", "Русский", "a.html"),
        ("en", "English", "en/a.html"),
    ]


def test_hreflang_names_every_language_and_the_default_by_absolute_addresses(make_library: MakeLibrary) -> None:
    library = make_library({f"{language}/a.md": "# A" for language in ("en", "uk", "ru")})
    assert hreflang(alternates("a.md", library), "ru") == [
        ("ru", SITE + "a.html"),
        ("uk", SITE + "uk/a.html"),
        ("en", SITE + "en/a.html"),
        ("x-default", SITE + "a.html"),
    ]


def test_a_language_in_preparation_is_no_alternate(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# А", "uk/a.md": "# А", "en/a.md": "# A"})
    library = replace(library, in_preparation={"uk": 40})
    assert [each.language for each in alternates("a.md", library)] == ["ru", "en"] == library.offered


def test_without_the_source_language_there_is_no_default(make_library: MakeLibrary) -> None:
    library = make_library({"uk/a.md": "# A"})
    assert hreflang(alternates("a.md", library), "ru") == [("uk", SITE + "uk/a.html")]


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("../glossary/csto.md", "../glossary/csto.html"),
        ("../glossary/csto.md#uses", "../glossary/csto.html#uses"),
        ("notes.md?x=1#a", "notes.html?x=1#a"),
        ("../../ru/about.md", "../../about.html"),
        ("../../en/story/index.md", "../../en/story/index.html"),
        ("map.png", "map.png"),
        ("only-ru.png", "../../story/only-ru.png"),
        ("%D1%84.png", "../../story/%D1%84.png"),
        ("nowhere.png", "nowhere.png"),
        ("another one.md#а", "another%20one.html#а"),
        ("another%20one.md", "another%20one.html"),
        ("../новина/index.md", "../%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B0/index.html"),
        ("ф.png", "../../story/%D1%84.png"),
        ("../../glossary/csto.html", "../../glossary/csto.html"),
        ("#a", "#a"),
        ("", ""),
        ("https://example.org/a.md", "https://example.org/a.md"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("/a.md", "/a.md"),
        ("../../../a.md", "../../../a.md"),
    ],
)
def test_where_a_link_of_a_page_leads_in_the_built_page(make_library: MakeLibrary, target: str, address: str) -> None:
    library = make_library({"ru/story/index.md": "# А"})
    files = frozenset({"ru/story/map.png", "uk/story/map.png", "ru/story/only-ru.png", "ru/story/ф.png"})
    assert built_address(target, "story/index.md", "uk", replace(library, other_files=files)) == address


def test_addresses_between_languages_are_encoded(make_library: MakeLibrary) -> None:
    library = make_library({f"{language}/моя стаття.md": "# A" for language in ("ru", "uk")})
    encoded_name = "%D0%BC%D0%BE%D1%8F%20%D1%81%D1%82%D0%B0%D1%82%D1%82%D1%8F.html"
    assert between("моя стаття.md", "ru", "uk", library.settings) == f"uk/{encoded_name}"
    assert [each.url for each in alternates("моя стаття.md", library)] == [encoded_name, f"uk/{encoded_name}"]
