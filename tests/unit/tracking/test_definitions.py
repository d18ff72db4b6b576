"""Which entry of the glossary defines a term, where its definition is stale."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tlumach.alignment.passages import Shown, read_passages
from tlumach.library import Library
from tlumach.records import Entry, Record
from tlumach.tracking import Tracker
from tlumach.tracking.definitions import defining, definition_shown

MakeLibrary = Callable[..., Library]
PATH = "glossary/a.md"


def tracker(make_library: MakeLibrary, value: object, now: str = "Их 6.") -> Tracker:
    library = make_library({f"ru/{PATH}": f"# А\n\n{now}\n\nЕщё 5.\n", f"uk/{PATH}": "# А\n\nЇх 7.\n\nЩе 4.\n"})
    library = replace(library, settings=replace(library.settings, passages=read_passages(value)[0]))
    entries = (Entry("h", "# А", "# А"), Entry("d", "Их 7.", "Їх 7."), Entry("e", "Ещё 4.", "Ще 4."))
    return Tracker(replace(library, records={("uk", PATH): Record(entries)}))


@pytest.mark.parametrize(
    ("value", "shown", "language"),
    [
        (None, Shown.MARK, "uk"),
        ("original", Shown.ORIGINAL, "ru"),
        ({"number": "original-first"}, Shown.ORIGINAL_FIRST, "ru"),
        ({"negation": "original"}, Shown.MARK, "uk"),
    ],
)
def test_a_stale_definition_is_the_sources_where_the_project_says_so(
    make_library: MakeLibrary, value: object, shown: Shown, language: str
) -> None:
    known = tracker(make_library, value)
    entry = known.library.pages["uk", PATH]
    assert definition_shown(known, entry) is shown
    assert defining(known, entry).language == language


def test_another_paragraph_of_the_entry_does_not_matter(make_library: MakeLibrary) -> None:
    known = tracker(make_library, "original", now="Их 7.")
    assert defining(known, known.library.pages["uk", PATH]).language == "uk"
    source = known.library.pages["ru", PATH]
    assert defining(known, source) is source
