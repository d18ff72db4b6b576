"""Pages at former addresses."""

from pathlib import Path

from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.plugin.metadata.redirects import mkdocs_place, redirect_files, write_redirects
from tlumach.settings import Settings
from tlumach.tasks.placed import Placed

SETTINGS = Settings(("ru", "uk"), "https://tlumach.example/", {}, {})
TEXTS = {("ru", "b/c d.md"): "---\nredirect_from: [a/index.md]\n---\n# А & Б\n", ("uk", "b/c d.md"): "# А\n"}


def library() -> Library:
    return Library(SETTINGS, {place: parse_page(text, *place)[0] for place, text in TEXTS.items()})


def test_each_language_has_a_page_that_leads_on_without_scripts_and_from_a_folder(tmp_path: Path) -> None:
    write_redirects(library(), tmp_path, Placed())
    source = (tmp_path / "a/index.html").read_text()
    assert (
        '<meta http-equiv="refresh" content="1; url=../b/c%20d.html">' in source
        and "<title>А &amp; Б</title>" in source
    )
    assert '<link rel="canonical" href="https://tlumach.example/b/c%20d.html">' in source
    assert '<a href="../b/c%20d.html">А</a>' in (tmp_path / "uk/a/index.html").read_text()
    (script,) = (tmp_path / "assets/javascripts").iterdir()
    assert f'src="../assets/javascripts/{script.name}"' in source
    assert f'src="../../assets/javascripts/{script.name}"' in (tmp_path / "uk/a/index.html").read_text()


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("mine")
    write_redirects(library(), tmp_path, Placed())
    assert (tmp_path / "a/index.html").read_text() == "mine"


def test_addresses_are_those_of_mkdocs_where_it_makes_the_pages() -> None:
    files = dict(redirect_files(library(), "uk", mkdocs_place(True, SETTINGS.prefix)))
    assert "../b/c%20d/index.html" in files["uk/a/index.html"].decode()
    place = mkdocs_place(False, SETTINGS.prefix)
    assert [place(path, "ru") for path in ("index.md", "a/README.md", "a/b.md")] == [
        "index.html",
        "a/index.html",
        "a/b.html",
    ]
    assert mkdocs_place(True, SETTINGS.prefix)("a/b.md", "uk") == "uk/a/b/index.html"


def test_without_a_former_path_nothing_is_made() -> None:
    pages = {("ru", "a.md"): parse_page("# А\n", "ru", "a.md")[0]}
    assert list(redirect_files(Library(SETTINGS, pages), "ru", mkdocs_place(True, SETTINGS.prefix))) == []
