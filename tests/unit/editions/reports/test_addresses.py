"""Which pages are reported on, where what is ready lies, and which page an address is of, on whatever host or stick."""

import pytest
from tests.conftest import MakeLibrary

from tlumach.editions.reports.addresses import is_ready_text, pages_with_reports, path_of, report_address, report_path
from tlumach.library import Library

FILES = {
    "ru/index.md": "# С\n",
    "ru/about.md": "# О\n",
    "ru/a/index.md": "---\nredirect_from: [old/index.md]\n---\n# А\n",
    "uk/a/index.md": "# А\n",
    "ru/a/notes.md": "# З\n",
    "ru/glossary/index.md": "# Г\n",
    "ru/glossary/t-x.md": "# Т\n",
}


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    return make_library(FILES)


def test_explainers_and_terms_are_reported_on_in_each_language(library: Library) -> None:
    for language in ("ru", "uk"):
        assert [page.path for page in pages_with_reports(library, language)] == [
            "a/index.md",
            "a/notes.md",
            "glossary/t-x.md",
        ]


def test_what_is_ready_lies_in_a_folder_of_the_language(library: Library) -> None:
    assert report_path("a/index.md", "uk", library) == "uk/report/a/index.html"
    assert report_address(library.pages["uk", "a/index.md"], "uk", library) == "../report/a/index.html"
    assert report_address(library.pages["ru", "glossary/t-x.md"], "uk", library) == "../report/glossary/t-x.html"
    assert report_address(library.pages["ru", "about.md"], "ru", library) == ""


def test_what_is_ready_is_known_by_its_place(library: Library) -> None:
    assert all(is_ready_text(report_path("a/index.md", language, library)) for language in ("ru", "uk"))
    assert not any(
        map(is_ready_text, ("a/report.html", "story/report/index.html", "uk/a/report/x.html", "reports/a.html"))
    )


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://tlumach.example/a/", "a/index.md"),
        ("https://tlumach.example/uk/a/", "a/index.md"),
        ("https://tlumach.example/uk/a/index.html#p-1", "a/index.md"),
        ("https://mirror.example/folder/uk/a/?from=mail", "a/index.md"),
        ("tlumach.example/uk/a/notes.html", "a/notes.md"),
        ("file:///stick/site/uk/a/notes.html", "a/notes.md"),
        ("https://tlumach.example/old/", "a/index.md"),
        ("https://tlumach.example/glossary/t\u2011x.html", "glossary/t-x.md"),
        ("https://tlumach.example/glossary/t%2Dx.html", "glossary/t-x.md"),
        ("https://tlumach.example/b/", None),
        ("https://tlumach.example/about.html", None),
        ("https://tlumach.example/uk/b.html", None),
        ("", None),
        ("nothing", None),
    ],
)
def test_the_page_of_an_address(library: Library, address: str, path: str | None) -> None:
    assert path_of(address, library) == path
