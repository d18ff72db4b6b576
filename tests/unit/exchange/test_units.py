"""What is exported of a page."""

from tests.unit.exchange.pages import SETTINGS, confirmed, library, tracked

from tlumach.exchange.units import UnitStatus, context_of, in_xml, not_in_xml, parse_context, tracked_or_new, units
from tlumach.tracking import Tracker

SOURCE = "# А\n\nРаз.\n\nДва.\n"
TRANSLATION = "# А\n\nРаз-раз.\n\nДва-два.\n"


def test_what_nobody_has_confirmed_needs_review() -> None:
    found = units(tracked(SOURCE, TRANSLATION))
    assert [unit.status for unit in found] == [UnitStatus.NEEDS_REVIEW] * 3
    assert [(unit.source, unit.target) for unit in found][1] == ("Раз.", "Раз-раз.")
    assert [unit.line for unit in found] == [1, 3, 5]
    assert found[0].file == "docs/ru/a.md"
    assert found[0].note.split("\n")[0] == "Nobody has confirmed this translation."


def test_what_is_confirmed_is_translated() -> None:
    record = confirmed(tracked(SOURCE, TRANSLATION))
    assert {unit.status for unit in units(tracked(SOURCE, TRANSLATION, record))} == {UnitStatus.TRANSLATED}


def test_a_changed_source_needs_review_and_tells_what_it_was() -> None:
    record = confirmed(tracked(SOURCE, TRANSLATION), then={1: "Один раз."})
    changed = units(tracked(SOURCE, TRANSLATION, record))[1]
    assert (changed.status, changed.previous, changed.source) == (UnitStatus.NEEDS_REVIEW, "Один раз.", "Раз.")
    assert "changed" in changed.note


def test_only_stale_leaves_what_is_current_and_what_waits_for_a_word() -> None:
    record = confirmed(tracked(SOURCE, TRANSLATION), then={1: "Один раз."})
    longer = SOURCE + "\nТри.\n"
    found = units(tracked(longer, TRANSLATION, record), only_stale=True)
    assert [(unit.source, unit.status) for unit in found] == [
        ("Раз.", UnitStatus.NEEDS_REVIEW),
        ("Три.", UnitStatus.UNTRANSLATED),
    ]
    assert units(tracked(SOURCE, TRANSLATION), only_stale=True) == []


def test_an_orphan_is_not_exported() -> None:
    assert len(units(tracked(SOURCE, TRANSLATION + "\nЗайве.\n"))) == 3


def test_what_says_the_same_everywhere_is_not_exported() -> None:
    page = "Раз.\n\n---\n\n    x = 1\n\n1 000\n"
    assert [unit.source for unit in units(tracked(page, page))] == ["Раз."]
    assert [unit.source for unit in units(tracked(page, "Раз.\n"))] == ["Раз.", "---", "    x = 1", "1 000"]


def test_a_page_without_translation_is_exported_whole() -> None:
    found = units(tracked(SOURCE, None))
    assert [(unit.target, unit.status) for unit in found] == [("", UnitStatus.UNTRANSLATED)] * 3


def test_nothing_is_tracked_for_the_source_or_a_page_that_is_not_there() -> None:
    tracker = Tracker(library(SOURCE, TRANSLATION))
    assert tracked_or_new(tracker, SETTINGS.source, "a.md") is None
    assert tracked_or_new(tracker, "uk", "b.md") is None


def test_line_ends_are_those_of_unix() -> None:
    found = units(tracked("- Раз\r\n- Два\r\n", "- Раз\r\n- Два\r\n"))
    assert (found[0].source, found[0].target) == ("- Раз\n- Два",) * 2


def test_a_context_is_read_as_it_was_written() -> None:
    page = tracked(SOURCE, TRANSLATION)
    assert parse_context(context_of(page, page.segments[0])) == ("a.md", page.source_ids[0])
    assert parse_context("c#.md#p-1") == ("c#.md", "p-1")
    assert parse_context("a.md") is parse_context("") is parse_context("a.md#b c") is None


def test_what_xml_cannot_carry_is_a_problem() -> None:
    good, bad = units(tracked("Раз.\n\nДва\x0c.\n", "Раз.\n\nДва.\n"))
    assert in_xml(good)
    assert not in_xml(bad)
    assert str(not_in_xml(bad)).startswith("docs/ru/a.md:3: exchange-character")
