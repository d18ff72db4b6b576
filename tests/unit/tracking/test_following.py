"""Records that follow what a program has written into pages."""

from tlumach.alignment.freshness import State
from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.records import Entry, Record, read_record
from tlumach.settings import Settings
from tlumach.tracking import Tracker
from tlumach.tracking.following import records_after

SETTINGS = Settings(("ru", "uk"), "https://tlumach.example/", {}, {})
SOURCE = "Первый абзац.\n\nВторой абзац.\n"
TARGET = "Перший абзац.\n\nДругий абзац.\n"


def tracker(source: str, target: str, record: Record | None) -> Tracker:
    pages = {(each, "a.md"): parse_page(text, each, "a.md")[0] for each, text in (("ru", source), ("uk", target))}
    return Tracker(Library(SETTINGS, pages, records={("uk", "a.md"): record} if record else {}))


def after(record: Record | None, source: str = SOURCE, target: str = TARGET, **texts: str) -> Record | None:
    """Return the record after the pages got other texts."""
    found = dict(records_after(tracker(source, target, record), {(each, "a.md"): text for each, text in texts.items()}))
    return read_record(next(iter(found.values())).decode(), "a.po")[0] if found else None


FIRST = Entry("one", "Первый абзац.", "Перший абзац.", 1, since="2026-11-22", note="waive dashes: так")
SECOND = Entry("two", "Второй абзац.", "Другий абзац.", 3, since="2026-11-22")
RECORD = Record((FIRST, SECOND))


def test_what_was_confirmed_stays_confirmed_with_its_day_and_note() -> None:
    record = after(RECORD, uk=TARGET.replace("Перший абзац", "Перший [абзац](b.md)"))
    assert record
    first, second = record.entries
    assert (first.translation, first.source, first.since, first.note) == (
        "Перший [абзац](b.md).", FIRST.source, FIRST.since, FIRST.note,
    )  # fmt: skip
    assert second == SECOND
    tracked = tracker(SOURCE, TARGET.replace("Перший абзац", "Перший [абзац](b.md)"), record).track("uk", "a.md")
    assert tracked and tracked.count([State.CURRENT]) == 2


def test_both_sides_are_followed() -> None:
    record = after(RECORD, ru=SOURCE.replace("Первый", "[Первый](b.md)"), uk=TARGET.replace("Перший", "[Перший](b.md)"))
    assert record and record.entries[0].source == "[Первый](b.md) абзац."
    assert record.entries[0].translation == "[Перший](b.md) абзац."


def test_what_was_stale_stays_stale_against_the_old_source() -> None:
    source = SOURCE.replace("Первый", "Первый большой")
    record = after(
        RECORD, source, ru=source.replace("Первый", "[Первый](b.md)"), uk=TARGET.replace("Перший", "[Перший](b.md)")
    )
    assert record and record.entries[0].source == "[Первый](b.md) абзац."
    assert record.entries[0].translation == "[Перший](b.md) абзац."


def test_what_no_longer_stands_in_the_old_text_is_not_put_there() -> None:
    source = SOURCE.replace("Первый", "Новый")
    record = after(RECORD, source, ru=source.replace("Новый", "[Новый](b.md)"), uk=TARGET.replace("Перший", "П’ятий"))
    assert record and record.entries[0].source == FIRST.source and record.entries[0].translation == "П’ятий абзац."


def test_where_there_is_no_record_or_nothing_of_it_changes_none_is_written() -> None:
    assert after(None, uk=TARGET.replace("Перший", "П’ятий")) is None
    assert after(Record((FIRST,)), uk=TARGET.replace("Другий", "П’ятий")) is None
    assert after(RECORD, uk=TARGET) is None


def test_a_page_with_other_blocks_is_not_followed() -> None:
    assert after(RECORD, uk=TARGET + "\nТретій.\n") is None


def test_texts_of_the_front_matter_are_followed() -> None:
    record = Record((), (Entry("meta:description", "Слово", "Сло'во", since="2026-11-22"),))
    head, theirs = "---\ndescription: Слово\n---\nА.\n", "---\ndescription: Сло'во\n---\nА.\n"
    fresh = after(record, head, theirs, uk=theirs.replace("'", "’"))
    assert fresh and fresh.fields[0].translation == "Сло’во"
