"""Texts of the front matter as segments: in the record, in what is reported, in the rules on pairs."""

from dataclasses import replace

import pytest
from tests.unit.exchange.pages import all_back, library, tracked

from tlumach.alignment.freshness import State
from tlumach.checks.pairs.runner import check_pairs
from tlumach.exchange.importing import take_in
from tlumach.exchange.units import units
from tlumach.records import Entry, Record, read_record, write_record
from tlumach.tracking import Tracked, Tracker
from tlumach.tracking.confirming import Said, confirm, two_sided
from tlumach.tracking.segments import fields, keys_of

SOURCE = "---\ndescription: Что было в 2022 году.\nsources:\n  a: {title: А}\nforms: [Раз, два]\n---\nРаз.\n"
TRANSLATION = "---\ndescription: Що було 2022 року.\n---\nОдин.\n"


def with_record(source: str, translation: str, record: Record) -> Tracked:
    return tracked(source, translation, record)


def states(page: Tracked) -> dict[str, State]:
    return {segment.field: segment.state for segment in page.segments}


def all_confirmed() -> Record:
    page = tracked(SOURCE, TRANSLATION)
    return confirm(page, two_sided(page), Said("2026-01-02"))


def test_a_confirmation_has_the_front_matter_with_it_and_it_comes_back_from_the_file() -> None:
    record = all_confirmed()
    assert [(entry.id, entry.source, entry.line) for entry in record.fields] == [
        ("meta:description", "Что было в 2022 году.", 2)
    ]
    text = write_record(record, "docs/ru/a.md", "docs/uk/a.md", "uk")
    assert 'msgctxt "meta:description"' in text
    assert read_record(text, "x.po") == (record, [])
    assert states(with_record(SOURCE, TRANSLATION, record)) == {"": State.CURRENT, "description": State.CURRENT}


def test_another_year_in_the_source_s_description_makes_it_stale() -> None:
    page = with_record(SOURCE.replace("2022", "2023"), TRANSLATION, all_confirmed())
    assert states(page) == {"": State.CURRENT, "description": State.CHANGED}
    assert (page.count([State.CHANGED]), page.known_until) == (1, "2026-01-02")


def test_a_record_of_before_is_brought_up_to_date_without_a_block_becoming_stale() -> None:
    old = replace(all_confirmed(), fields=())
    page = with_record(SOURCE, TRANSLATION, old)
    assert states(page) == {"": State.CURRENT, "description": State.UNCONFIRMED}
    now = confirm(page, two_sided(page), Said("2026-02-03"))
    assert now.entries == old.entries
    assert [entry.since for entry in now.fields] == ["2026-02-03"]


@pytest.mark.parametrize(
    ("translation", "state"),
    [("Один.\n", State.MISSING), ("---\ndescription: Інше.\n---\nОдин.\n", State.UNCONFIRMED)],
)
def test_what_is_lacking_and_what_was_edited_by_hand(translation: str, state: State) -> None:
    assert states(with_record(SOURCE, translation, all_confirmed()))["description"] is state


def test_what_was_confirmed_and_has_no_source_any_more() -> None:
    page = with_record("Раз.\n", TRANSLATION, all_confirmed())
    assert states(page)["description"] is State.ORPHANED


def test_which_texts_readers_read() -> None:
    text = (
        "---\ntitle: А\nkind: event\nshort: Б\nterm: В\navoid: [{form: Г, why: Д}]\n"
        "forms: ['Раз два три чотири п’ять']\nmap: {file: a.svg, caption: Е, credit: Є}\nsources: {a: {title: Ж}}\n---\n"
    )
    found = fields(tracked(text, "").source)
    assert [*found] == ["title", "short", "term", "forms", "map.caption", "map.credit"]


def test_each_text_under_a_picture_is_one_of_its_own() -> None:
    text = (
        "---\ncaptions:\n  map.png: Карта\n  a b.png: Дві\n  c.png: https://a.example/\n"
        "pictures:\n- file: x.png\n  caption: Раз\n- file: y.png\n  caption: Два\ncredits: [А, Б]\n---\n"
    )
    found = fields(tracked(text, "").source)
    assert {key: (block.line, block.text) for key, block in found.items()} == {
        "captions.map%2Epng": (3, "Карта"),
        "captions.a%20b%2Epng": (4, "Дві"),
        "pictures.1.caption": (8, "Раз"),
        "pictures.2.caption": (10, "Два"),
        "credits": (11, "А\nБ"),
    }
    assert [keys_of(key)[-1] for key in found] == ["map.png", "a b.png", "caption", "caption", "credits"]


def test_a_caption_goes_the_whole_way_and_comes_back() -> None:
    source, translation = "---\ncaptions:\n  map.png: Карта 2022 года\n---\nРаз.\n", "Один.\n"
    page = tracked(source, translation)
    (caption,) = (unit for unit in units(page) if "captions" in unit.id)
    assert caption.id == "a.md#meta:captions.map%2Epng"
    imported = take_in(page, all_back([caption], **{"meta:captions.map%2Epng": "Мапа 2022 року"}), Said("2026-02-03"))
    assert imported.text == "---\ncaptions:\n  map.png: Мапа 2022 року\n---\nОдин.\n"
    assert imported.record
    written = write_record(imported.record, "docs/ru/a.md", "docs/uk/a.md", "uk")
    assert read_record(written, "x.po") == (imported.record, [])
    later = with_record(source.replace("2022", "2023"), imported.text, imported.record)
    assert states(later)["captions.map%2Epng"] is State.CHANGED


def test_they_are_handed_out_and_taken_back() -> None:
    page = with_record(SOURCE.replace("2022", "2023"), TRANSLATION, all_confirmed())
    found = units(page)
    assert (found[0].id, found[0].previous) == ("a.md#meta:description", "Что было в 2022 году.")
    imported = take_in(page, all_back(found, **{"meta:description": "Що було 2023 року."}), Said("2026-02-03"))
    assert imported.text == TRANSLATION.replace("2022", "2023")
    assert (imported.written, imported.confirmed) == (1, 1)
    assert imported.record
    assert [entry.translation for entry in imported.record.fields] == ["Що було 2023 року."]


def test_the_rules_on_pairs_hold_for_them() -> None:
    faulty = TRANSLATION.replace("2022", "2021")
    found = list(check_pairs(Tracker(library(SOURCE, faulty))))
    assert [(problem.path, problem.line, problem.code) for problem in found] == [("docs/uk/a.md", 2, "numbers")]


def test_a_waiver_stands_in_their_entry() -> None:
    faulty = TRANSLATION.replace("2022", "2021")
    waived = Entry("meta:description", "", "", note="waive numbers: помилка в оригіналі")
    record = replace(all_confirmed(), fields=(replace(all_confirmed().fields[0], note=waived.note),))
    assert list(check_pairs(Tracker(library(SOURCE, faulty, record=record)))) == []
