"""Which confirmations bear no checksum, and records that have one for each."""

from dataclasses import replace

from tests.unit.exchange.pages import confirmed, library, tracked

from tlumach.records import read_record
from tlumach.tracking.sealing import sealed_files, unsealed

SOURCE, TRANSLATION = "Раз.\n\nДва.\n\nТри.\n", "Один.\n\nДвоє.\n\nТроє.\n"


def test_entries_without_a_day_and_those_that_were_edited_get_none() -> None:
    record = confirmed(tracked(SOURCE, TRANSLATION))
    first, second, third = record.entries
    entries = (first, replace(second, since=""), replace(third, confirmed=False, edited="0badcafe"))
    project = library(SOURCE, TRANSLATION, record=replace(record, entries=entries))
    assert list(unsealed(project)) == [(("uk", "a.md"), 1)]
    ((name, content),) = sealed_files(project).items()
    found, problems = read_record(content.decode(), name)
    assert found and problems == [] and name == "translations/uk/a.po"
    assert found.entries == (replace(first, is_sealed=True), *entries[1:])
    assert sealed_files(library(SOURCE, TRANSLATION, record=found)) == {}
