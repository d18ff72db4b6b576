"""Which block belongs to which, across a whole library."""

from dataclasses import replace

from tests.conftest import MakeLibrary

from tlumach.alignment.freshness import State
from tlumach.library import Library
from tlumach.records import Entry, Record
from tlumach.tracking import NOT_CURRENT, Tracker, tracker_of_path

PAGES = {"ru/a.md": "# А\n\nРаз.\n\nДва.\n", "uk/a.md": "# А\n\nРаз-раз.\n\nДва-два.\n"}


def confirmed(library: Library) -> Library:
    """The library, with every block of the page in Ukrainian confirmed."""
    source, page, ids = library.pages["ru", "a.md"], library.pages["uk", "a.md"], Tracker(library).source_ids("a.md")
    entries = (
        Entry(id, ours.text, theirs.text, ours.line, since="2026-01-02")
        for id, ours, theirs in zip(ids, source.blocks, page.blocks, strict=True)
    )
    return replace(library, records={("uk", "a.md"): Record(tuple(entries))})


def edited(library: Library, language: str, text: str, make_library: MakeLibrary) -> Library:
    return replace(library, pages={**library.pages, **make_library({f"{language}/a.md": text}).pages})


def test_blocks_have_the_same_ids_in_every_language(make_library: MakeLibrary) -> None:
    tracker = Tracker(make_library(PAGES))
    source, translation = (tracker.ids(tracker.library.pages[language, "a.md"]) for language in ("ru", "uk"))
    assert source == translation
    assert len(set(source)) == 3


def test_an_id_stays_when_a_paragraph_is_added_elsewhere(make_library: MakeLibrary) -> None:
    library = make_library(PAGES)
    before = Tracker(library).source_ids("a.md")
    after = Tracker(edited(library, "ru", "# А\n\nНоль.\n\nРаз.\n\nДва.\n", make_library)).source_ids("a.md")
    assert [after[0], *after[2:]] == before


def test_an_id_stays_when_the_paragraph_itself_is_edited(make_library: MakeLibrary) -> None:
    library = confirmed(make_library(PAGES))
    before = Tracker(library).source_ids("a.md")
    assert Tracker(edited(library, "ru", "# А\n\nРаз, два.\n\nДва.\n", make_library)).source_ids("a.md") == before


def test_a_block_without_a_source_has_an_id_of_its_own(make_library: MakeLibrary) -> None:
    tracker = Tracker(make_library({**PAGES, "uk/a.md": "# А\n\nРаз.\n\nДва.\n\nЗайве слово.\n"}))
    assert len(set(tracker.ids(tracker.library.pages["uk", "a.md"]))) == 4


def test_the_source_and_a_lonely_translation_are_not_tracked(make_library: MakeLibrary) -> None:
    tracker = Tracker(make_library({**PAGES, "en/b.md": "# B\n"}))
    assert tracker.track("ru", "a.md") is None
    assert tracker.track("en", "b.md") is None
    assert tracker.track("en", "a.md") is None
    assert tracker.ids(tracker.library.pages["en", "b.md"]) == ["b"]


def test_what_is_not_current_says_since_when(make_library: MakeLibrary) -> None:
    library = confirmed(make_library(PAGES))
    tracked = Tracker(library).track("uk", "a.md")
    assert tracked and tracked.count(NOT_CURRENT) == 0 and tracked.known_until == ""
    tracked = Tracker(edited(library, "ru", "# А\n\nРаз и ещё.\n\nДва.\n", make_library)).track("uk", "a.md")
    assert tracked and tracked.count(NOT_CURRENT) == 1 and tracked.known_until == "2026-01-02"
    assert tracked.pair_of(1).state is State.CHANGED


def test_what_is_missing_stands_after_what_it_follows(make_library: MakeLibrary) -> None:
    library = confirmed(make_library(PAGES))
    text = "Прежде всего.\n\n# А\n\nРаз.\n\nСовсем новое слово.\n\nДва.\n"
    tracked = Tracker(edited(library, "ru", text, make_library)).track("uk", "a.md")
    assert tracked and tracked.missing_after == {None: [0], 1: [3]}


def test_a_tracker_of_a_path_says_what_that_of_all_pages_says(make_library: MakeLibrary) -> None:
    library = confirmed(make_library({**PAGES, "uk/b.md": "# Б\n"}))
    alone, of_all = (tracker.track("uk", "a.md") for tracker in (tracker_of_path(library, "a.md"), Tracker(library)))
    assert alone
    assert of_all
    assert (alone.alignment, alone.ids, alone.page) == (of_all.alignment, of_all.ids, of_all.page)
    assert alone.page is not library.pages["uk", "a.md"]  # or its blocks would be held as long as the library


def test_a_tracker_of_a_path_knows_no_other(make_library: MakeLibrary) -> None:
    tracker = tracker_of_path(make_library({**PAGES, "uk/b.md": "# Б\n"}), "a.md")
    assert tracker.library.page("uk", "b.md") is None
