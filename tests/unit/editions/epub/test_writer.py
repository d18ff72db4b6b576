import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from tests.conftest import MakeLibrary
from tests.project import fresh_runner
from tests.tools import epubcheck
from tests.unit.editions.conftest import FILES, ROOT

from tlumach.editions.books import EPUB, BookMaker, no_files, write_books
from tlumach.editions.epub.drafts import Drafts, ReadFile
from tlumach.editions.epub.elements import ident
from tlumach.editions.epub.writer import epub
from tlumach.editions.shared.page_elements import Renderer
from tlumach.editions.shared.pictures import Fitter
from tlumach.library import Library
from tlumach.tracking import Tracker

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
DC = "{http://purl.org/dc/elements/1.1/}"
XML = "{http://www.w3.org/XML/1998/namespace}"
LAND = "land/index.md"
PNG = (ROOT / "src/tlumach/theme/assets/images/favicon.png").read_bytes()


def contents(book: bytes) -> Mapping[str, str]:
    with zipfile.ZipFile(BytesIO(book)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if not name.endswith(".png")}


def chapter(book: bytes, name: str) -> Element:
    return ElementTree.fromstring(contents(book)[f"EPUB/{name}.xhtml"])


def said(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def of_type(root: Element, kind: str) -> list[Element]:
    return [element for element in root.iter() if element.get(TYPE) == kind]


def drafts(tracker: Tracker, read: ReadFile = no_files) -> Drafts:
    return Drafts(Renderer(tracker), read, Fitter())


def small_book(small: Library, *languages: str) -> bytes:
    return epub(LAND, languages, drafts(Tracker(small)))


@pytest.fixture(scope="module")
def written(real: Tracker, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_books(BookMaker(real), (made := tmp_path_factory.mktemp("books")), [EPUB], fresh_runner(made.parent))


@pytest.fixture(scope="module")
def check() -> Iterator[Callable[[Path], str]]:
    with epubcheck() as check:
        yield check


@pytest.mark.slow
def test_the_books_of_this_site_are_valid(written: list[Path], check: Callable[[Path], str]) -> None:
    assert [file.name for file in written] == [
        f"kazakhstan-arms-export.{part}epub" for part in ("ru.", "uk.", "en.", "")
    ]
    assert [check(file) for file in written] == [""] * 4


@pytest.mark.slow
def test_a_broken_book_is_told(written: list[Path], tmp_path: Path, check: Callable[[Path], str]) -> None:
    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(written[0]) as good, zipfile.ZipFile(broken, "w") as bad:
        for name in good.namelist():
            bad.writestr(name, good.read(name).replace(b'<aside epub:type="footnote"', b"<aside><aside", 1))
    found = check(broken)
    assert "FATAL" in found or "ERROR" in found


def test_two_builds_are_the_same(real: Tracker, written: list[Path], tmp_path: Path) -> None:
    again = write_books(BookMaker(Tracker(real.library)), tmp_path, [EPUB], fresh_runner(tmp_path.parent))
    assert [file.read_bytes() for file in again] == [file.read_bytes() for file in written]


def test_the_media_type_comes_first_and_is_not_compressed(small: Library) -> None:
    with zipfile.ZipFile(BytesIO(small_book(small, "ru"))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, archive.read(first)) == (
            "mimetype", zipfile.ZIP_STORED, b"application/epub+zip",
        )  # fmt: skip
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2022, 8, 28)}


def test_a_book_says_what_it_is(small: Library) -> None:
    package = ElementTree.fromstring(contents(small_book(small, "uk"))["EPUB/package.opf"])
    facts = {
        name: [each.text for each in package.iter(DC + name)]
        for name in ("title", "language", "creator", "publisher", "date", "source")
    }
    assert facts == {
        "title": ["Гори й ріки"], "language": ["uk"], "creator": ["Тлумач"], "publisher": ["Тлумач"], "date": ["2022-08-28"],
        "source": ["https://tlumach.example/uk/land/"],
    }  # fmt: skip


def test_a_book_of_a_given_text_names_its_publisher_and_its_page(written: list[Path]) -> None:
    package = ElementTree.fromstring(contents(written[2].read_bytes())["EPUB/package.opf"])
    assert [each.text for each in package.iter(DC + "creator")] == ["Rubryka"]
    assert [each.text for each in package.iter(DC + "source")] == [
        "https://tlumach.example/en/kazakhstan-arms-export/",
        "https://rubryka.com/ru/?p=441166",
    ]


def test_each_language_says_how_the_book_can_be_read(written: list[Path]) -> None:
    package = contents(written[3].read_bytes())["EPUB/package.opf"]
    said = re.findall(r'<meta property="schema:accessibilitySummary" xml:lang="(..)">.+</meta>', package)
    assert said == ["ru", "uk", "en"]


def test_the_cover_has_the_title_in_each_language(written: list[Path]) -> None:
    cover = ElementTree.fromstring(contents(written[3].read_bytes())["EPUB/cover.svg"])
    lines = list(cover.iter("{http://www.w3.org/2000/svg}text"))
    titles = [
        " ".join(str(line.text) for line in lines if line.get(f"{XML}lang") == code) for code in ("ru", "uk", "en")
    ]
    pages = (ROOT / f"docs/{code}/kazakhstan-arms-export/index.md" for code in ("ru", "uk", "en"))
    assert titles == [re.findall(r"(?m)^# (.*)$", page.read_text(encoding="utf-8"))[0] for page in pages]
    places = [int(line.get("y", 0)) for line in lines]
    assert places == sorted(places) and len({*places}) == len(places)


@pytest.mark.parametrize("license", ["CC BY 4.0", ""])
def test_a_book_names_the_licence_of_the_settings_alone(small: Library, license: str) -> None:
    book = contents(small_book(replace(small, settings=replace(small.settings, license=license)), "uk"))
    package = ElementTree.fromstring(book["EPUB/package.opf"])
    assert [license in str(each.text) for each in package.iter(DC + "rights")] == ([True] if license else [])
    assert ("Ліцензія" in book["EPUB/title.xhtml"]) is bool(license)


def test_the_identifier_stays_the_same_and_is_that_of_one_book(small: Library) -> None:
    def identifier(book: bytes) -> str:
        return re.findall(r"urn:uuid:[0-9a-f-]{36}", contents(book)["EPUB/package.opf"])[0]

    books = [small_book(small, "ru"), small_book(small, "uk"), small_book(small, "ru", "uk")]
    assert len({identifier(book) for book in books}) == 3
    assert identifier(epub(LAND, ("ru",), drafts(Tracker(small)))) == identifier(books[0])


def test_notes_are_footnotes_that_lead_back(small: Library) -> None:
    root = chapter(small_book(small, "ru"), "ru-land-index")
    notes = {note.get("id"): said(note) for note in of_type(root, "footnote")}
    assert notes["fn-note"] == "1. Агентство, 2022 г."
    assert notes["fn-t-word"] == "2. Слово старое (Словарь)."
    marks = {mark.get("href"): said(mark) for mark in of_type(root, "noteref")}
    assert marks["#fn-note"] == "1" and marks["#fn-t-word"] == "2"
    ids = {each.get("id") for each in root.iter()}
    backs = [each.get("href", "")[1:] for each in root.iter() if each.get("role") == "doc-backlink"]
    assert len(backs) == 2 and set(backs) <= ids


def test_terms_are_plain_links_to_their_entries_and_keep_their_words(small: Library) -> None:
    for languages, name in ((("uk",), "uk-land-index"), (("ru", "uk"), "land-index")):
        root = chapter(small_book(small, *languages), name)
        uses = [link for link in root.iter(f"{XHTML}a") if said(link) == "високе місце"]
        assert [use.get("href") for use in uses] == ["uk-glossary-mountain.xhtml"]
        assert not any(use.get("role") or use.get(TYPE) for use in uses)


def test_footnotes_alone_are_noterefs(small: Library) -> None:
    root = chapter(small_book(small, "ru", "uk"), "land-index")
    assert of_type(root, "noteref")
    assert all(said(mark).isdigit() for mark in of_type(root, "noteref"))
    assert all(note.get("id", "").rpartition("fn-")[1] for note in of_type(root, "footnote"))


def test_a_book_of_one_page_in_several_languages_has_no_empty_list_in_its_contents(small: Library) -> None:
    alone = Library(small.settings, {key: page for key, page in small.pages.items() if key[1] == LAND})
    with zipfile.ZipFile(BytesIO(small_book(alone, "ru", "uk"))) as book:
        nav = ElementTree.fromstring(book.read("EPUB/nav.xhtml"))
    assert not [
        item
        for item in nav.iter(f"{XHTML}li")
        if item.find(f"{XHTML}span") is not None and item.find(f"{XHTML}ol") is None
    ]


def test_links_stay_in_the_book_or_lead_to_the_site(small: Library) -> None:
    without_about = Library(small.settings, {key: page for key, page in small.pages.items() if key[1] != "about.md"})
    for library, expected in ((small, "ru-about.xhtml"), (without_about, "https://tlumach.example/about.html")):
        links = {said(a): a.get("href") for a in chapter(small_book(library, "ru"), "ru-land-index").iter(f"{XHTML}a")}
        assert links["о горах"] == "ru-land-more.xhtml#up"
        assert links["на сайте"] == expected


def test_in_several_languages_the_text_comes_paragraph_by_paragraph(small: Library) -> None:
    root = chapter(small_book(small, "ru", "uk"), "land-index")
    groups = [each for each in root.iter(f"{XHTML}div") if each.get("class") == "together"]
    heads = [(part.get("lang"), said(part)) for part in groups[0]]
    assert heads == [("ru", "Горы и реки"), ("uk", "Гори й ріки")]
    assert [[part.get("lang") for part in group] for group in groups] == [["ru", "uk"]] * len(groups)
    ids = [id for each in root.iter() if (id := each.get("id"))]
    assert len(ids) == len(set(ids))


def test_the_contents_list_every_chapter(small: Library) -> None:
    files = contents(small_book(small, "ru", "uk"))
    nav = ElementTree.fromstring(files["EPUB/nav.xhtml"])
    listed = [link.get("href") for link in nav.find(f".//{XHTML}nav").iter(f"{XHTML}a")]  # type: ignore[union-attr]
    chapters = {name.removeprefix("EPUB/") for name in files if name.endswith(".xhtml")} - {"EPUB/nav.xhtml"}
    assert set(listed) == chapters - {"nav.xhtml", "title.xhtml"}
    assert listed[0] == "land-index.xhtml"


def test_what_is_not_translated_stands_in_its_own_language_and_says_so(small: Library) -> None:
    root = chapter(small_book(small, "uk"), "uk-land-more")
    assert "ще не перекладено" in said(root)
    heading = next(root.iter(f"{XHTML}h1"))
    assert heading.get("lang") == "ru"


@pytest.mark.slow
def test_code_html_and_places_that_are_not_translated_make_a_valid_book(
    make_library: MakeLibrary, tmp_path: Path, check: Callable[[Path], str]
) -> None:
    more = "\n```python\na < b & c\n```\n\nА&nbsp;<b>б</b><br>в, H~2~O.\n\n1. раз\n    - два\n\nГде? {#place}\n"
    uk = FILES["uk/land/index.md"].replace("> Сказано давно.\n", "")
    library = make_library({**FILES, "ru/land/index.md": FILES["ru/land/index.md"] + more, "uk/land/index.md": uk})
    book = epub(LAND, ("ru", "uk"), drafts(Tracker(library)))
    (tmp_path / "book.epub").write_bytes(book)
    assert check(tmp_path / "book.epub") == ""
    assert '<details class="original"' in contents(book)["EPUB/land-index.xhtml"]


@pytest.mark.slow
@pytest.mark.parametrize(("content", "is_taken"), [(PNG, True), (b"no picture", False)])
def test_a_picture_is_taken_along_or_becomes_a_link(
    make_library: MakeLibrary, tmp_path: Path, check: Callable[[Path], str], content: bytes, is_taken: bool
) -> None:
    page = FILES["ru/land/index.md"] + "\n![Вид на горы](view.png)\n"
    library = make_library({**FILES, "ru/land/index.md": page, "ru/land/view.png": b""})
    book = epub(LAND, ("ru",), drafts(Tracker(library), {"ru/land/view.png": content}.get))
    text = contents(book)["EPUB/ru-land-index.xhtml"]
    assert ('src="picture-' in text) is is_taken
    assert (' width="48" height="48"' in text) is is_taken
    assert ("https://tlumach.example/land/view.png" in text) is not is_taken
    assert "Вид на горы" in text
    assert (">visual<" in contents(book)["EPUB/package.opf"]) is is_taken
    (tmp_path / "book.epub").write_bytes(book)
    assert check(tmp_path / "book.epub") == ""


@pytest.mark.parametrize(
    ("text", "expected"), [("fn:a-1", "fn-a-1"), ("2022", "i-2022"), ("дата", "дата"), ("a b", "a-b")]
)
def test_ids_are_names_of_xml(text: str, expected: str) -> None:
    assert ident(text) == expected


def test_books_share_rendered_pages_and_change_nothing_in_them(real: Tracker) -> None:
    shared, explainer = drafts(real), "kazakhstan-arms-export/index.md"
    first = epub(explainer, ["uk"], shared)
    together = epub(explainer, ["ru", "uk", "en"], shared)
    assert epub(explainer, ["uk"], shared) == first
    assert epub(explainer, ["ru", "uk", "en"], drafts(real)) == together
