"""A stale passage shows the same in every edition as on the site's page: `stale` of mkdocs.yml is read in one place."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from lxml import html as lxml_html

from tlumach.alignment.passages import read_passages
from tlumach.editions.books import EPUB, TEXT, BookMaker
from tlumach.editions.reader import reader_html
from tlumach.library import Library
from tlumach.plugin.views import TermCards
from tlumach.records import Entry, Record
from tlumach.tracking import Tracker

MakeLibrary = Callable[..., Library]
PATH, TERM = "a/index.md", "glossary/csto.md"
FILES = {
    f"ru/{PATH}": "# Один\n\nБыло 15[^a].\n\nСтены [союза](../glossary/csto.md).\n\n## Новый { #who }\n\nДобавлено.\n\n[^a]: Нота 2.\n",
    f"uk/{PATH}": "# Один\n\nБуло 14[^a].\n\nМури [союзу](../glossary/csto.md).\n\n## Старий { #who }\n\n- Зайве.\n\n[^a]: Нота.\n",
    f"ru/{TERM}": "---\nterm: Союз\n---\n# Союз\n\nСоюз 6 стран.\n\nЕщё.\n",
    f"uk/{TERM}": "---\nterm: Спілка\n---\n# Спілка\n\nСпілка 7 країн.\n\nІще.\n",
}
RECORDS = {
    ("uk", PATH): Record(
        (
            Entry("p-1", "Было 14[^a].", "Було 14[^a]."),
            Entry("p-2", "Стены, [союза](../glossary/csto.md).", "Мури [союзу](../glossary/csto.md)."),
            Entry("who", "## Старый { #who }", "## Старий { #who }"),
            Entry("p-3", "- Лишнее.", "- Зайве."),
            Entry("n", "[^a]: Нота 1.", "[^a]: Нота."),
        )
    ),
    ("uk", TERM): Record(
        (Entry("h", "# Союз", "# Спілка"), Entry("d", "Союз 7 стран.", "Спілка 7 країн."), Entry("e", "Ещё.", "Іще."))
    ),
}
OLD = {"number": "Було 14", "typography": "Мури", "heading": "Старий", "removed": "Зайве", "definition": "Спілка 7"}
NEW = {"number": "Было 15", "heading": "Новый", "added": "Добавлено", "definition": "Союз 6 стран"}


def tracker(make_library: MakeLibrary, value: object) -> Tracker:
    library = make_library(FILES)
    passages, wrong = read_passages(value)
    assert not wrong
    return Tracker(replace(library, settings=replace(library.settings, passages=passages), records=RECORDS))


def reader(known: Tracker) -> str:
    """The Ukrainian cells of the reader."""
    page = lxml_html.document_fromstring(reader_html(known, PATH))
    return " ".join(" ".join(cell.text_content() for cell in page.xpath('//*[@lang="uk"]')).split())


def text(known: Tracker) -> str:
    return " ".join(BookMaker(known).books(PATH, [TEXT])["a.uk.txt"].decode().split())


def epub(known: Tracker) -> str:
    book = zipfile.ZipFile(io.BytesIO(BookMaker(known).books(PATH, [EPUB])["a.uk.epub"]))
    chapters = [book.read(name).decode() for name in book.namelist() if re.search(r"uk-(a|gloss)[^/]*\.xhtml$", name)]
    assert len(chapters) == 2
    return " ".join(re.sub(r"<[^>]+>", " ", "".join(chapters)).split())


def said(text: str, words: Mapping[str, str]) -> set[str]:
    return {name for name, each in words.items() if each in text}


@pytest.mark.parametrize("made", [reader, text, epub])
def test_the_translation_stays_where_nothing_is_set(make_library: MakeLibrary, made: Callable[[Tracker], str]) -> None:
    shown = made(tracker(make_library, None))
    assert said(shown, OLD) == set(OLD)
    assert said(shown, NEW) >= {"number", "heading", "added"}
    assert shown.index("Було 14") < shown.index("Было 15")
    assert "ці місця позначено" in shown.lower()


@pytest.mark.parametrize("made", [reader, text, epub])
def test_the_original_alone(make_library: MakeLibrary, made: Callable[[Tracker], str]) -> None:
    shown = made(tracker(make_library, "original"))
    assert said(shown, OLD) == set()
    assert said(shown, NEW) == set(NEW)
    assert "переклад не показано" in shown and "Оригінал уже не має" not in shown
    assert "нинішній оригінал стоїть першим або сам" in shown


@pytest.mark.parametrize("made", [reader, text, epub])
def test_the_original_first_by_kind_and_path(make_library: MakeLibrary, made: Callable[[Tracker], str]) -> None:
    shown = made(tracker(make_library, {"a/**": {"number": "original-first", "removed": "original"}}))
    assert shown.index("Было 15") < shown.index("Переклад попереднього тексту") < shown.index("Було 14")
    assert said(shown, OLD) == set(OLD) - {"removed"}  # the term's page is none of a/**


def test_a_footnote_of_the_reader_stays_and_is_marked(make_library: MakeLibrary) -> None:
    page = lxml_html.document_fromstring(reader_html(tracker(make_library, "original"), PATH))
    (note,) = page.xpath('//ol//div[@lang="uk"][starts-with(@id, "n1-")]')
    assert note.text_content().split() and note.text_content().startswith("Нота.") and "Нота 2." in note.text_content()


def test_other_pages_are_as_they_were(make_library: MakeLibrary) -> None:
    plain = reader_html(tracker(make_library, None), PATH)
    assert reader_html(tracker(make_library, {"security/**": "original"}), PATH) == plain


def test_a_heading_of_the_reader_stays_one_and_is_in_the_contents(make_library: MakeLibrary) -> None:
    page = lxml_html.document_fromstring(reader_html(tracker(make_library, "original"), PATH))
    (heading,) = page.xpath('//h2[@id="who"]/*[@lang="uk"]')
    assert heading.xpath("./span[@lang='ru']/text()") == ["Новый"]
    assert [each.text_content() for each in page.xpath("//nav//*[contains(@class, 'i2')]/*[@lang='uk']")] == ["Новый"]
    ids = page.xpath("//@id")
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize(
    ("value", "language"),
    [(None, "uk"), ("original", "ru"), ({"number": "original-first"}, "ru"), ({"name": "original"}, "uk")],
)
def test_what_opens_at_a_term_is_the_definition_that_holds(
    make_library: MakeLibrary, value: object, language: str
) -> None:
    card = TermCards(tracker(make_library, value)).of(TERM, "uk")
    assert card and card.language == language
    assert (card.definition == "Союз 6 стран.") is (language == "ru")


def test_books_and_readers_are_made_anew_where_the_glossary_weighs_a_change(make_library: MakeLibrary) -> None:
    known = tracker(make_library, {"term": "original"})
    more = {**FILES, "ru/glossary/x.md": "---\nterm: Стены\n---\n# Стены\n\nТо.\n"}
    library = replace(make_library(more), settings=known.library.settings, records=RECORDS)
    assert BookMaker(known).inputs(PATH) != BookMaker(Tracker(library)).inputs(PATH)
    plain = tracker(make_library, "original")
    library = replace(library, settings=plain.library.settings)
    assert BookMaker(plain).inputs(PATH) == BookMaker(Tracker(library)).inputs(PATH)
