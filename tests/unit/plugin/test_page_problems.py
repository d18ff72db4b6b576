from collections.abc import Callable

import pytest

from tlumach.library import Library
from tlumach.plugin.page_problems import Preview, ShownProblem, cannot_be_shown
from tlumach.problems import Code, Level, Problem
from tlumach.tracking import Tracker

MakeLibrary = Callable[..., Library]


@pytest.fixture
def tracker(make_library: MakeLibrary) -> Tracker:
    return Tracker(make_library({"ru/a.md": "# Раз\n\nДва.\n", "uk/a.md": "# Один\n\nДва.\n", "ru/b.md": "# Б\n"}))


def test_a_page_shows_the_problems_of_its_file_with_the_block_they_are_in(tracker: Tracker) -> None:
    problem = Problem("docs/uk/a.md", 3, Code.NUMBERS, "wrong")
    preview = Preview({"docs/uk/a.md": [problem], "docs/ru/a.md": [Problem("docs/ru/a.md", 1, Code.NO_TITLE, "y")]})
    (shown,) = preview.of("a.md", tracker, "uk")
    page = tracker.library.pages["uk", "a.md"]
    assert shown == ShownProblem("docs/uk/a.md:3", "numbers", "wrong", True, tracker.ids(page)[1])


def test_what_is_wrong_with_its_record_and_with_a_file_that_is_not_there_is_shown_too(tracker: Tracker) -> None:
    record = Problem("translations/uk/a.po", 4, Code.RECORD_DATE, "no date", Level.WARNING)
    missing = Problem("docs/uk/b.md", 1, Code.MISSING_TRANSLATION, "translate it", Level.WARNING)
    preview = Preview({record.path: [record], missing.path: [missing]})
    assert [(each.code, each.is_error, each.anchor) for each in preview.of("a.md", tracker, "uk")] == [
        ("record-date", False, "")
    ]
    assert [each.code for each in preview.of("b.md", tracker, "uk")] == ["missing-translation"]
    assert preview.of("a.md", tracker, "en") == []


def test_outside_the_preview_nothing_is_shown(tracker: Tracker) -> None:
    assert Preview().of("a.md", tracker, "uk") == []


def test_only_what_leaves_no_page_stops_the_preview() -> None:
    assert cannot_be_shown(Problem("docs/uk/a.md", 1, Code.ENCODING, ""))
    assert not cannot_be_shown(Problem("docs/uk/a.md", 1, Code.BROKEN_LINK, ""))
    assert not cannot_be_shown(Problem("mkdocs.yml", 1, Code.SETTINGS, "", Level.WARNING))
