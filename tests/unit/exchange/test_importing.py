"""Units that come back, taken into a page."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.exchange.pages import (
    BLOCK,
    FRONT_MATTER,
    LINE_END,
    WORDS,
    all_back,
    came_back,
    confirmed,
    tracked,
)

from tlumach.alignment.freshness import State
from tlumach.exchange.importing import take_in
from tlumach.exchange.units import UnitStatus, tracked_or_new, units
from tlumach.library.files import read_library
from tlumach.problems import Level
from tlumach.records import Entry, Record
from tlumach.tracking import Tracker
from tlumach.tracking.confirming import Said

ROOT = Path(__file__).resolve().parents[3]
SOURCE = "# А\n\nРаз.\n\nДва.\n"
TRANSLATION = "# А\n\nРаз-раз.\n\nДва-два.\n"


@pytest.mark.cases("exchange/refusals")
def test_what_fits_goes_in_and_what_does_not_leaves_the_page_as_it_was(case: dict[str, Any]) -> None:
    page = tracked(case["source"], case.get("translation"))
    if "then" in case:
        page = tracked(case["source"], case["translation"], confirmed(page, {0: case["then"]}))
    imported = take_in(page, [came_back(units(page)[0], case["target"], finished=True)])
    assert [problem.code for problem in imported.problems] == ([case["code"]] if "code" in case else [])
    assert (imported.refused, imported.written) == ((1, 0) if "code" in case else (0, 1))
    assert imported.text == (
        page.page.text if "code" in case else case["target"] + "\n" * (case.get("translation") is None)
    )


def test_the_edited_block_is_written_and_nothing_else() -> None:
    page = tracked(SOURCE, "---\r\na: b\r\n---\r\n# А\r\n\r\nРаз-раз.\r\n\r\n\r\nДва-два.")
    found = units(page)
    imported = take_in(page, [came_back(found[1], "Один раз.")])
    assert imported.text == "---\r\na: b\r\n---\r\n# А\r\n\r\nОдин раз.\r\n\r\n\r\nДва-два."
    assert (imported.written, imported.refused, imported.record) == (1, 0, None)


def test_what_was_missing_is_inserted_between_its_neighbours() -> None:
    page = tracked("# А\n\nРаз.\n\n## Б\n\nДва.\n", "# А\n\n## Б\n\nДва-два.\n")
    found = units(page)
    missing = [unit for unit in found if unit.status is UnitStatus.UNTRANSLATED]
    imported = take_in(page, [came_back(unit, "Раз-раз.") for unit in missing])
    assert imported.text == "# А\n\nРаз-раз.\n\n## Б\n\nДва-два.\n"


def test_a_page_that_was_not_there_is_made_of_what_came_back() -> None:
    page = tracked(SOURCE, None)
    heading, _, second = units(page)
    imported = take_in(page, [came_back(second, "Два-два."), came_back(heading, "# Б")])
    assert imported.text == "# Б\n\nДва-два.\n"


def test_units_may_come_in_any_order_and_may_be_missing() -> None:
    page = tracked(SOURCE, TRANSLATION)
    found = units(page)
    imported = take_in(page, [came_back(found[2], "Два."), came_back(found[1], "Раз.")])
    assert imported.text == "# А\n\nРаз.\n\nДва.\n"


def test_what_is_not_finished_is_left_with_one_line_about_it() -> None:
    page = tracked(SOURCE, TRANSLATION)
    found = units(page)
    imported = take_in(page, [came_back(found[1], "Раз?", finished=False), came_back(found[2])])
    assert imported.text == TRANSLATION
    assert (imported.unfinished, imported.unchanged, imported.refused) == (1, 1, 0)
    problem = imported.problems[0]
    assert (str(problem.path), problem.line, problem.code, problem.level) == (
        "back.po",
        7,
        "exchange-unfinished",
        Level.WARNING,
    )
    assert "docs/uk/a.md:3" in problem.message


@pytest.mark.parametrize("target", ["", " \n "])
def test_an_empty_target_takes_no_block_out(target: str) -> None:
    page = tracked(SOURCE, TRANSLATION)
    imported = take_in(page, [came_back(units(page)[1], target, finished=True)])
    assert (imported.text, [problem.code for problem in imported.problems]) == (TRANSLATION, ["exchange-empty"])


def test_an_untranslated_unit_says_nothing() -> None:
    page = tracked(SOURCE, "# А\n")
    imported = take_in(page, [came_back(unit, finished=True) for unit in units(page)])
    assert (imported.text, imported.problems, imported.unchanged) == ("# А\n", (), 3)


def test_a_source_that_moved_on_is_refused() -> None:
    page = tracked(SOURCE, TRANSLATION)
    unit = replace(came_back(units(page)[1], "Один раз."), source="Один.")
    imported = take_in(page, [unit])
    assert (imported.text, [problem.code for problem in imported.problems]) == (TRANSLATION, ["exchange-source"])
    assert "docs/ru/a.md:3" in imported.problems[0].message


def test_an_unknown_block_is_refused_and_the_rest_goes_in() -> None:
    page = tracked(SOURCE, TRANSLATION)
    found = units(page)
    lost = replace(came_back(found[1], "Один раз."), context="a.md#p-000000")
    unfinished = replace(lost, finished=False, line=9)
    imported = take_in(page, [lost, unfinished, came_back(found[2], "Два.")])
    assert [(problem.code, problem.level) for problem in imported.problems] == [
        ("exchange-block", Level.ERROR),
        ("exchange-block", Level.WARNING),
    ]
    assert imported.text == "# А\n\nРаз-раз.\n\nДва.\n"


def test_a_block_that_comes_back_twice_is_taken_once() -> None:
    page = tracked(SOURCE, TRANSLATION)
    unit = units(page)[1]
    imported = take_in(page, [came_back(unit, "Один."), came_back(unit, "Один."), came_back(unit, "Перший.")])
    assert [problem.code for problem in imported.problems] == ["exchange-twice"]
    assert imported.text == "# А\n\nОдин.\n\nДва-два.\n"


def test_what_would_run_together_is_refused_and_the_rest_goes_in() -> None:
    page = tracked("- Раз\n\nДва.\n\n- Три\n\n# Г\n", "- Раз\n\n# Г\n")
    targets = {"Два.": "", "- Три": "- Троє", "- Раз": "- Один", "# Г": "# Ґ"}
    imported = take_in(page, [came_back(unit, targets[unit.source]) for unit in units(page)])
    assert [problem.code for problem in imported.problems] == ["exchange-apart"]
    assert imported.text == "- Один\n\n# Ґ\n"


def test_other_spaces_at_the_end_and_other_line_ends_are_no_edit() -> None:
    page = tracked("- Раз\n- Два\n", "- Один\r\n- Два  \r\n")
    imported = take_in(page, [came_back(units(page)[0], "\n- Один\r\n- Два\n", finished=True)])
    assert (imported.text, imported.unchanged) == (page.page.text, 1)


def test_importing_confirms_nothing_by_itself() -> None:
    page = tracked(SOURCE, TRANSLATION)
    imported = take_in(page, all_back(units(page), **{page.source_ids[1]: "Один раз."}))
    assert (imported.written, imported.confirmed, imported.record) == (1, 0, None)


def test_with_a_date_what_comes_back_finished_is_confirmed() -> None:
    page = tracked("# А\n\n- Ноль\n\nРаз.\n\nДва.\n", TRANSLATION)
    heading, zero, first, second = units(page)
    returned = [came_back(zero, "- Нуль"), came_back(first, finished=True), came_back(second, "Два?", finished=False)]
    imported = take_in(page, [*returned, came_back(heading)], said=Said("2026-02-03"))
    assert imported.text == "# А\n\n- Нуль\n\nРаз-раз.\n\nДва-два.\n"
    assert imported.record == Record(
        (
            Entry(page.source_ids[1], "- Ноль", "- Нуль", 3, since="2026-02-03", is_sealed=True),
            Entry(page.source_ids[2], "Раз.", "Раз-раз.", 5, since="2026-02-03", is_sealed=True),
        )
    )
    after = tracked(page.source.text, imported.text, imported.record)
    states = [pair.state for pair in after.alignment.pairs]
    assert states == [State.UNCONFIRMED, State.CURRENT, State.CURRENT, State.UNCONFIRMED]


def test_what_was_confirmed_before_keeps_its_date() -> None:
    record = confirmed(tracked(SOURCE, TRANSLATION), then={1: "Раз,"})
    page = tracked(SOURCE, TRANSLATION, record)
    imported = take_in(page, [came_back(unit, finished=True) for unit in units(page)], said=Said("2026-02-03"))
    assert imported.confirmed == 1
    assert imported.record
    assert [entry.since for entry in imported.record.entries] == ["2026-01-02", "2026-02-03", "2026-01-02"]
    assert imported.record.entries[1].source == "Раз."


def test_what_was_current_and_is_put_in_other_words_is_confirmed_anew() -> None:
    page = tracked(SOURCE, TRANSLATION, confirmed(tracked(SOURCE, TRANSLATION)))
    imported = take_in(page, [came_back(units(page)[1], "Один раз.")], said=Said("2026-02-03"))
    assert imported.record
    assert [(each.since, each.translation) for each in imported.record.entries][1] == ("2026-02-03", "Один раз.")


def test_the_indentation_of_code_is_kept() -> None:
    page = tracked("    x = 1  # раз\n", None)
    assert take_in(page, [came_back(units(page)[0], "\n    x = 1  # один\n\n")]).text == "    x = 1  # один\n"


def test_a_finished_unit_with_an_old_source_confirms_nothing() -> None:
    record = confirmed(tracked(SOURCE, TRANSLATION), then={1: "Один раз."})
    page = tracked(SOURCE, TRANSLATION, record)
    old = replace(came_back(units(page)[1], finished=True), source="Один раз.")
    assert take_in(page, [old]).problems == ()
    imported = take_in(page, [old], said=Said("2026-02-03"))
    assert [problem.code for problem in imported.problems] == ["exchange-source"]
    assert imported.record is None


def test_the_real_pages_come_back_as_they_were() -> None:
    library, _ = read_library(ROOT)
    assert library
    tracker = Tracker(library)
    for language in library.settings.translations:
        for path in library.paths:
            page = tracked_or_new(tracker, language, path)
            assert page
            returned = [replace(came_back(unit, finished=True), language=language) for unit in units(page)]
            imported = take_in(page, returned)
            assert (imported.text, imported.problems) == (page.page.text, ())


PAGE = st.tuples(FRONT_MATTER, st.lists(BLOCK, min_size=1, max_size=6), LINE_END, st.booleans())


def written(page: tuple[str, list[str], str, bool]) -> str:
    front_matter, blocks, line_end, ends = page
    return front_matter + "\n\n".join(blocks).replace("\n", line_end) + line_end * ends


@given(PAGE.map(written), PAGE.map(written), st.booleans())
def test_any_page_comes_back_as_it_was(source: str, translation: str, finished: bool) -> None:
    page = tracked(source, translation)
    imported = take_in(page, [came_back(unit, finished=finished) for unit in units(page)])
    assert (imported.text, imported.problems, imported.written) == (translation, (), 0)


@given(PAGE.map(written), PAGE.map(written), st.data())
def test_what_is_taken_over_stands_on_the_page_and_the_rest_as_before(
    source: str, translation: str, data: st.DataObject
) -> None:
    page = tracked(source, translation)
    found = units(page)
    edited = {unit.id: data.draw(WORDS) for unit in found if data.draw(st.booleans())}
    imported = take_in(page, [came_back(unit, edited.get(unit.id)) for unit in found], said=Said("2026-02-03"))
    refused = {problem.code for problem in imported.problems}
    assert refused <= {"exchange-markup", "exchange-heading", "exchange-box", "exchange-apart"}
    after = tracked(source, imported.text, imported.record)
    assert len(after.page.blocks) - len(page.page.blocks) <= imported.written
    if not any("#meta:" in context for context in edited):
        assert after.page.front_matter.text == page.page.front_matter.text
    assert imported.confirmed <= sum(segment.state is State.CURRENT for segment in after.segments)
    again = take_in(after, [came_back(unit) for unit in units(after)])
    assert (again.text, again.problems) == (imported.text, ())


PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        "# ",
        "- ",
        "1. ",
        "> ",
        "```",
        "    ",
        "!!! note",
        "[",
        "](a.md)",
        "[^1]",
        ":",
        "{ #a }",
        "<div>",
        "---",
        "слово",
        "\r",
    ]
)
MARKDOWN = st.lists(PIECES, max_size=12).map("".join) | st.text()


@given(MARKDOWN, MARKDOWN, MARKDOWN)
def test_whatever_comes_back_the_page_is_whole(source: str, translation: str, target: str) -> None:
    page = tracked(source, translation)
    for unit in units(page):
        imported = take_in(page, [came_back(unit, target, finished=True)], said=Said("2026-02-03"))
        assert imported.written + imported.unchanged + imported.refused + imported.unfinished == 1
        if not imported.written:
            assert imported.text == translation


def test_a_stale_unit_that_came_back_untouched_is_not_confirmed() -> None:
    page = tracked(SOURCE, TRANSLATION, confirmed(tracked(SOURCE, TRANSLATION), then={1: "Не раз."}))
    imported = take_in(page, [came_back(unit, finished=True) for unit in units(page)], said=Said("2026-02-03"))
    assert (imported.confirmed, [(each.code, each.level) for each in imported.problems]) == (
        0,
        [("unchanged-translation", Level.WARNING)],
    )
