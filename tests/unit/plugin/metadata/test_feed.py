from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import fromstring

from tests.project import closed, fresh_runner, told_by_digests

from tlumach.library import Library
from tlumach.plugin.metadata.feed import ATOM, MOST, feed, feed_path

MakeLibrary = Callable[[Mapping[str, str]], Library]
IN = {"a": ATOM}
PAGES = {
    "ru/a/index.md": "---\ndate: '2022-08-28'\nchecked: '2026-11-29'\ndescription: О «том» & <этом>.\n---\n# А & Б\n",
    "uk/a/index.md": "# А українською\n",
    "ru/b/index.md": "# Без даты\n",
    "ru/about.md": "# О сайте\n",
}


def test_a_feed_has_the_explainers_the_newest_first_in_the_language_that_there_is(make_library: MakeLibrary) -> None:
    root = fromstring(feed(make_library(PAGES), "uk"))
    entries = root.findall("a:entry", IN)
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [(each.get(lang), each.findtext("a:title", "", IN)) for each in entries] == [
        ("uk", "А українською"),
        ("ru", "Без даты"),
    ]
    assert entries[0].findtext("a:id", "", IN) == "https://tlumach.example/uk/a/"
    assert root.findtext("a:updated", "", IN) == "2026-11-29T00:00:00Z"
    assert entries[0].findtext("a:published", "", IN) == "2022-08-28T00:00:00Z"
    assert entries[1].findtext("a:updated", "", IN) == "1970-01-01T00:00:00Z"


def test_of_a_month_no_day_is_printed(make_library: MakeLibrary) -> None:
    month = {"ru/a/index.md": "---\ndate: '2022-08'\n---\n# А\n"}
    assert fromstring(feed(make_library(month), "ru")).find("a:entry/a:published", IN) is None


def test_words_that_are_markup_elsewhere_are_words(make_library: MakeLibrary) -> None:
    entry = fromstring(feed(make_library(PAGES), "ru")).find("a:entry", IN)
    assert entry is not None
    assert entry.findtext("a:title", "", IN) == "А & Б"
    assert (entry.findtext("a:summary", "", IN)).startswith(
        "О «том» & <этом>.\nТекст редакции. Текст от 28 августа 2022\u00a0г. П"
    )


def test_it_is_bounded_and_there_where_nothing_is(make_library: MakeLibrary) -> None:
    many = {f"ru/n{at}/index.md": f"# Новость {at}\n" for at in range(MOST + 5)}
    assert len(fromstring(feed(make_library(many), "ru")).findall("a:entry", IN)) == MOST
    none = make_library({"ru/about.md": "# О сайте\n"})
    assert fromstring(feed(none, "ru")).findall("a:entry", IN) == []
    assert feed_path("uk", none.settings) == "uk/feed.xml"


def test_with_what_is_kept_a_feed_is_the_same_and_reads_what_has_changed_alone(
    make_library: MakeLibrary, tmp_path: Path
) -> None:
    runner = fresh_runner(tmp_path)
    library = told_by_digests(make_library(PAGES))
    made = feed(library, "uk", runner)
    assert made == feed(library, "uk") == feed(closed(library), "uk", runner)
    edited = told_by_digests(make_library({**PAGES, "uk/a/index.md": "# Інакше\n"}))
    known = {place: page for place, page in closed(edited).pages.items() if place != ("uk", "a/index.md")}
    found = feed(replace(edited, pages={**edited.pages, **known}), "uk", runner)
    assert found == feed(edited, "uk") != made
    assert feed(library, "ru", runner) == feed(library, "ru") != made


def test_a_text_that_is_given_is_said_although_its_page_is_the_same(make_library: MakeLibrary, tmp_path: Path) -> None:
    runner = fresh_runner(tmp_path)
    library = make_library({"ru/a/index.md": "---\nsource_text: a.txt\n---\n# А\n"})
    given = replace(library, given_texts={"a.txt": "А"})
    assert feed(library, "ru", runner) == feed(library, "ru") != feed(given, "ru") == feed(given, "ru", runner)
