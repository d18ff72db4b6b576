from collections.abc import Callable
from dataclasses import replace

import pytest

from tlumach.library import Library
from tlumach.library.dates import revised
from tlumach.records import Entry, Record

MakeLibrary = Callable[..., Library]


def confirmed(*days: str) -> Record:
    return Record(tuple(Entry(f"p-{at}", "А", "Б", since=day) for at, day in enumerate(days)))


@pytest.mark.parametrize(("language", "day"), [("ru", "2026-11-22"), ("uk", "2026-11-22"), ("en", "2026-01-05")])
def test_a_page_is_of_its_newest_confirmation_the_source_of_that_of_any_translation(
    make_library: MakeLibrary, language: str, day: str
) -> None:
    library = make_library({"ru/a.md": "---\ndate: '2022-08-28'\n---\n# А\n"})
    records = {("uk", "a.md"): confirmed("2026-11-22", "2025-01-01", ""), ("en", "a.md"): confirmed("2026-01-05")}
    assert revised(replace(library, records=records), ["a.md"], language) == day


def test_what_nobody_confirmed_has_the_date_of_the_text(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "---\ndate: '2022-08'\n---\n# А\n", "ru/b.md": "---\ndate: soon\n---\n# А\n"})
    assert (revised(library, ["a.md"], "uk"), revised(library, ["b.md"], "uk"), revised(library, ["c.md"], "ru")) == (
        "2022-08", "", "",
    )  # fmt: skip
