"""Returned files taken into the pages: three-way, and nothing of a file that must not be taken."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from tests.unit.exchange.pages import came_back, confirmed, library, tracked

from tlumach.exchange.importing import Imported
from tlumach.exchange.incoming import Returned
from tlumach.exchange.receiving import receive
from tlumach.exchange.units import Unit, units
from tlumach.problems import Problem
from tlumach.tracking import Tracker
from tlumach.tracking.confirming import Said

SOURCE = "Раз.\n\nДва.\n"
THEN = "Один.\n\nДва-два.\n"


def at_export(**changes: str) -> list[Returned]:
    """The units as the page was when it was exported, some (by their source) with other targets."""
    return [
        came_back(unit, changes.get(unit.source.rstrip(".")), finished=True) for unit in units(tracked(SOURCE, THEN))
    ]


def received(
    returned: Sequence[Returned], page: str | None, confirmed_on: str = "", is_recorded: bool = False
) -> tuple[list[Imported], list[Problem]]:
    record = confirmed(tracked(SOURCE, THEN)) if is_recorded else None
    return receive(
        Tracker(library(SOURCE, page, record=record)), returned, lambda *_: Said(confirmed_on) if confirmed_on else None
    )


def text_after(returned: Sequence[Returned], page: str | None) -> str:
    return received(returned, page)[0][0].text


def unmarked(returned: Sequence[Returned]) -> list[Returned]:
    return [replace(unit, exported=None) for unit in returned]


def test_what_nobody_touched_takes_no_edit_of_the_page_back() -> None:
    now = THEN.replace("Один", "Перший")
    imported, problems = received(at_export(), now)
    assert (imported[0].text, imported[0].written, problems) == (now, 0, [])


def test_what_nobody_touched_confirms_no_edit_of_the_page() -> None:
    imported, _ = received(at_export(), THEN.replace("Один", "Перший"), "2026-01-02")
    assert (imported[0].confirmed, [entry.translation for entry in imported[0].record.entries]) == (1, ["Два-два."])


def test_each_side_keeps_what_it_alone_changed() -> None:
    now = THEN.replace("Один", "Перший")
    assert text_after(at_export(Два="Двоє."), now) == "Перший.\n\nДвоє.\n"


def test_what_both_changed_is_refused_with_the_three_texts_and_the_file_with_it() -> None:
    now = THEN.replace("Один", "Перший")
    returned = at_export(Раз="Раз-раз.", Два="Двоє.")
    imported, problems = received(returned, now)
    assert imported == []
    assert [(problem.path, problem.line, problem.code) for problem in problems] == [("back.po", 7, "import-conflict")]
    assert all(text in problems[0].message for text in ("“Один.”", "docs/uk/a.md:1 now: “Перший.”", "here: “Раз-раз.”"))


def test_the_other_files_are_taken_beside_one_with_a_conflict() -> None:
    now = THEN.replace("Один", "Перший")
    first, second = at_export(Раз="Раз-раз.", Два="Двоє.")
    imported, problems = received([first, replace(second, file="other.po")], now)
    assert (imported[0].text, [problem.code for problem in problems]) == ("Перший.\n\nДвоє.\n", ["import-conflict"])


def test_both_sides_may_come_to_the_same_words() -> None:
    imported, problems = received(at_export(Раз="Перший."), THEN.replace("Один", "Перший"))
    assert (imported[0].written, problems) == (0, [])


def test_a_block_taken_off_the_page_meanwhile_is_not_put_back_but_is_a_conflict_where_it_was_edited() -> None:
    now = "Два-два.\n"
    assert text_after(at_export(), now) == now
    assert [problem.code for problem in received(at_export(Раз="Раз-раз."), now)[1]] == ["import-conflict"]


def test_importing_again_after_an_edit_by_hand_loses_nothing() -> None:
    returned = at_export(Раз="Раз-раз.")
    once = text_after(returned, THEN)
    assert text_after(returned, once) == once
    assert [problem.code for problem in received(returned, once.replace("Раз-раз", "Разом"))[1]] == ["import-conflict"]


@pytest.mark.parametrize(
    ("page", "codes"), [(THEN, ["exchange-marks"]), (THEN.replace("Один", "Перший"), ["import-conflict"])]
)
def test_without_marks_the_record_is_gone_by_and_that_is_said(page: str, codes: list[str]) -> None:
    assert [
        problem.code for problem in received(unmarked(at_export(Раз="Раз-раз.")), page, is_recorded=True)[1]
    ] == codes


def test_without_marks_and_record_nothing_that_stands_on_the_page_is_overwritten() -> None:
    imported, problems = received(unmarked(at_export(Раз="Раз-раз.")), THEN)
    assert (imported, {problem.code for problem in problems}) == ([], {"import-conflict"})
    assert "not known" in problems[0].message
    assert text_after(unmarked(at_export(Раз="Раз-раз.")), "") == "Раз-раз.\n\nДва-два.\n"


def in_another_language(unit: Returned) -> Returned:
    return replace(unit, exported=unit.exported and unit.exported._replace(language="en"))


@pytest.mark.parametrize(
    "change",
    [
        in_another_language,
        lambda unit: replace(unit, exported=None, target="The whole of the text is in English."),
        lambda unit: replace(unit, target=unit.target and "Вот совершенно другой язык этой страницы."),
    ],
)
def test_a_file_in_another_language_is_not_taken(change: Callable[[Returned], Returned]) -> None:
    imported, problems = received([change(unit) for unit in at_export(Раз="Раз-раз.")], THEN, is_recorded=True)
    assert (imported, [problem.code for problem in problems]) == ([], ["exchange-language"])


def test_a_stale_file_of_the_source_itself_is_not_taken() -> None:
    source = "Один два три.\n\nДва три пять.\n"
    page = tracked(source, THEN)
    copied = [came_back(Unit(**{**vars(unit), "target": unit.target}), unit.source, True) for unit in units(page)]
    _, problems = receive(Tracker(library(source, THEN)), copied, lambda *_: None)
    assert [problem.code for problem in problems] == ["exchange-language"]


def test_one_dictionary_serves_all_files_of_an_import(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading one takes longer than all else: a month of an archive, 242 files, took 27 s of CPU time, then 4."""
    asked: list[str] = []
    monkeypatch.setattr("tlumach.exchange.receiving.dictionary_of", asked.append)
    files = [
        replace(unit, file=f"{at}.po") for at, unit in enumerate(at_export(Раз="Перший із двох.", Два="І другий теж."))
    ]
    assert sum(each.written for each in received(files, THEN)[0]) == 2
    assert asked == ["uk"]
