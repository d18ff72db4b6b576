"""Reading copies: one-file readers, books, text, and what is none of them."""

import zipfile
from pathlib import Path

import pytest
from tests.unit.editions.conftest import FILES

from tlumach.editions.books import BookMaker
from tlumach.editions.copies.reading import NoCopyError, Paragraph, read_copy
from tlumach.editions.copies.version import version_of
from tlumach.editions.reader import ReaderMaker
from tlumach.library import Library
from tlumach.tracking import Tracker

LAND = "land/index.md"
HTML = (
    "<!doctype html><html lang=ru><title>т</title><main><p lang=uk>Один <b>два</b><sup><a href=#n>1</a></sup>, x<sup>2</sup>"
    "<p lang=en>One<br>two<ul><li>a<ul><li>b</ul></ul><p>Версия 2026-12-03: {}</main>"
)
CODE = "абакус абакус"


@pytest.fixture
def copies(small: Library, tmp_path: Path) -> dict[str, Path]:
    """The reader and the books of a small explainer, by the ends of their names."""
    tracker = Tracker(small)
    made = {**BookMaker(tracker).books(LAND), "land.html": ReaderMaker(tracker, lambda _: None).html(LAND).encode()}
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    return {name.partition(".")[2]: tmp_path / name for name in made}


def test_every_kind_says_the_same_version(copies: dict[str, Path], small: Library) -> None:
    version = version_of(LAND, Tracker(small))
    assert len(copies) >= 4
    assert {read_copy(file).version for file in copies.values()} == {version}


def test_paragraphs_by_language(copies: dict[str, Path]) -> None:
    reader, text = read_copy(copies["html"]).paragraphs, read_copy(copies["uk.txt"]).paragraphs
    assert Paragraph("uk", "Гори — це високе місце.") in reader
    assert Paragraph("ru", "Горы — это высокое место.") in reader
    assert Paragraph("", "Гори — це високе місце.") in text
    assert any(each.text == "Гори — це високе місце." for each in read_copy(copies["uk.epub"]).paragraphs)


def test_marks_of_notes_are_left_out_and_other_raised_figures_stay(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML.format(CODE), encoding="utf-8")
    found = read_copy(tmp_path / "a.html")
    assert found.version is None
    assert found.paragraphs[:4] == (
        Paragraph("uk", "Один два, x2"),
        Paragraph("en", "One two"),
        Paragraph("ru", "a"),
        Paragraph("ru", "b"),
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"plain words", b"\xff\xfe\x00", b"PK\x03\x04 cut off", b"<html", FILES["ru/index.md"].encode()],
)
def test_what_is_no_copy(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(NoCopyError):
        read_copy(tmp_path / "file")


@pytest.mark.parametrize("members", [{}, {"META-INF/container.xml": "<a/>"}, {"META-INF/container.xml": "no xml"}])
def test_a_zip_that_is_no_book(tmp_path: Path, members: dict[str, str]) -> None:
    with zipfile.ZipFile(tmp_path / "file.epub", "w") as book:
        for name, content in (members or {"other": ""}).items():
            book.writestr(name, content)
    with pytest.raises(NoCopyError, match="no whole EPUB"):
        read_copy(tmp_path / "file.epub")


def test_a_folder_or_nothing(tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(NoCopyError, match="cannot be read"):
            read_copy(file)
