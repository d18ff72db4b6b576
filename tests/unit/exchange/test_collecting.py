"""Returned units by the page that they belong to."""

from dataclasses import replace

import pytest
from tests.unit.exchange.pages import library

from tlumach.exchange.collecting import by_page, known_language
from tlumach.exchange.incoming import Returned
from tlumach.tracking import Tracker

UNIT = Returned("a.md#p-1", "uk", "Раз.", "Один.", True, "back.po", 3)


def tracker() -> Tracker:
    return Tracker(library("Раз.\n\nДва.\n\nДва.\n", None))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("uk", "uk"), ("uk_UA", "uk"), ("uk-UA", "uk"), ("UK", "uk"), ("ukr", None), ("", None), ("ru", None)],
)
def test_a_language_may_have_a_country(name: str, wanted: str | None) -> None:
    assert known_language(name, ["uk", "en"]) == wanted


def test_a_country_of_the_site_is_kept() -> None:
    assert known_language("pt_BR", ["pt", "pt-BR"]) == "pt-BR"


def test_units_go_to_their_pages() -> None:
    assert by_page(tracker(), [UNIT, UNIT]) == ({("uk", "a.md"): [UNIT, UNIT]}, [])


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        (replace(UNIT, language="de"), "exchange-language"),
        (replace(UNIT, language=""), "exchange-language"),
        (replace(UNIT, language="ru"), "exchange-language"),
        (replace(UNIT, context="b.md#p-1"), "exchange-page"),
        (replace(UNIT, context="../../etc/x.md#p-1"), "exchange-page"),
        (replace(UNIT, context="17", source="Три."), "exchange-page"),
        (replace(UNIT, context="", source="Три."), "exchange-page"),
        (replace(UNIT, context="", source="Два."), "exchange-page"),
    ],
)
def test_a_unit_of_no_page_is_a_problem_said_once(unit: Returned, code: str) -> None:
    found, problems = by_page(tracker(), [unit, replace(unit, line=9)])
    assert dict(found) == {}
    assert [(problem.path, problem.line, problem.code) for problem in problems] == [("back.po", 3, code)]


@pytest.mark.parametrize("context", ["", "17", "раз"])
def test_a_unit_named_by_its_tool_goes_where_its_source_stands(context: str) -> None:
    """The toolkit's po2xliff 3.20 numbers its units, whatever context they had."""
    found, problems = by_page(tracker(), [replace(UNIT, context=context)])
    (unit,) = found["uk", "a.md"]
    assert unit.context == f"a.md#{tracker().source_ids('a.md')[0]}"
    assert problems == []
