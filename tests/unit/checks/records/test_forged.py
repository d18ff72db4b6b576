"""Forged and spoilt records: whatever is done to one, it is found, and readers are told of no reader who was none."""

import re
from dataclasses import replace
from typing import Any

import pytest

from tlumach.checks.records.days_to_come import check_days_of_confirmations
from tlumach.checks.translations import check_freshness
from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.library.provenance import Kind, Provenance
from tlumach.records import Entry, Record, read_record, write_record
from tlumach.settings import Settings
from tlumach.tracking import Tracker
from tlumach.tracking.provenance import provenance_of

SETTINGS = Settings(("ru", "uk"), "https://tlumach.example/", {}, {})
SOURCE, TRANSLATION = (
    "Раз.\n\nРаз два.\n\nТри.\n\nЧетыре.\n\nПять.\n",
    "Один.\n\nОдин два.\n\nТри!\n\nЧотири.\n\nП’ять.\n",
)
RECORD = Record(
    (
        Entry("p-1", "Раз.", "Один.", 1, since="2026-11-01", by="machine, x", is_sealed=True),
        Entry("p-2", "Раз два.", "Один два.", 3, since="2026-11-02", by="editor, M.", is_sealed=True),
        Entry("p-3", "Три.", "Три!", 5, since="2026-11-03", is_sealed=True),
        Entry("p-4", "Четыре.", "Чотири.", 7, since="2026-11-04", by="editor, M.", is_sealed=True),
        Entry("p-5", "Пять.", "П’ять.", 9, confirmed=False),
    )
)


def judged(text: str) -> tuple[set[str], Provenance]:
    """Return the codes of what is found in a record's text, and what readers are told."""
    record, problems = read_record(text, "translations/uk/a.po")
    assert record
    texts = {"ru": SOURCE, "uk": TRANSLATION}
    pages = {(language, "a.md"): parse_page(text, language, "a.md")[0] for language, text in texts.items()}
    library = Library(SETTINGS, pages, records={("uk", "a.md"): record})
    tracker = Tracker(library)
    problems = [*problems, *check_freshness(tracker), *check_days_of_confirmations(library)]
    return {problem.code for problem in problems}, provenance_of(tracker.track("uk", "a.md"))


AS_WRITTEN = write_record(RECORD, "docs/ru/a.md", "docs/uk/a.md", "uk")


def test_the_record_as_it_was_written_says_who_read_what() -> None:
    codes, provenance = judged(AS_WRITTEN)
    assert codes == {"unconfirmed-blocks"}
    assert [(group.kind, group.names, group.last, group.count) for group in provenance.readers] == [
        (Kind.PERSON, ("editor, M.",), "2026-11-04", 2),
        (Kind.MACHINE, ("machine, x",), "2026-11-01", 1),
        (Kind.UNRECORDED, (), "2026-11-03", 1),
    ]
    assert (len(provenance.unread), provenance.whole) == (1, 5)


@pytest.mark.cases("forged/records")
def test_it_is_found_and_nobody_becomes_a_reader(case: dict[str, Any]) -> None:
    first = f"{RECORD.entries[0].since} {RECORD.entries[0].checksum}"
    forged, count = re.subn(case["old"], case["new"].replace("{first}", first), AS_WRITTEN, count=1)
    assert count == 1 and forged != AS_WRITTEN
    codes, provenance = judged(forged)
    assert codes - {"unconfirmed-blocks"} == set(case["found"])
    before = judged(AS_WRITTEN)[1]
    assert sum(group.count for group in provenance.readers) <= sum(group.count for group in before.readers)
    people = [group for group in provenance.readers if group.kind is Kind.PERSON]
    assert all(group.names == ("editor, M.",) and group.count <= 2 for group in people)
    is_of_a_person = "M\\." in case["old"] or "2026-11-02" in case["old"] or "два" in case["old"]
    assert sum(group.count for group in people) == (1 if is_of_a_person else 2)


def test_what_is_forged_stays_found_when_a_command_writes_the_record_again() -> None:
    forged = AS_WRITTEN.replace("by: editor, M.", "by: editor, K.", 1)
    record, _ = read_record(forged, "a.po")
    assert record
    again = write_record(replace(record, entries=record.entries), "docs/ru/a.md", "docs/uk/a.md", "uk")
    assert "edited-record" in judged(again)[0]


def test_records_from_before_there_were_names_are_confirmed_by_whom_is_not_recorded() -> None:
    old = re.sub(r"#\. by: .*\n", "", re.sub(r"(confirmed: \S+) \w{8}", r"\1", AS_WRITTEN))
    codes, provenance = judged(old)
    assert codes == {"unconfirmed-blocks"}
    assert [(group.kind, group.count) for group in provenance.readers] == [(Kind.UNRECORDED, 4)]
