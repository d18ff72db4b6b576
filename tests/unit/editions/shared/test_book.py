"""What an edition says on top of a stale page is what it does with its passages."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tlumach.alignment.passages import read_passages
from tlumach.editions.shared.book import notices
from tlumach.languages.messages import load_messages
from tlumach.library import Library
from tlumach.records import Entry, Record
from tlumach.tracking import Tracker

MakeLibrary = Callable[..., Library]
RECORD = Record((Entry("p-1", "Их было 14.", "Їх було 14.", since="2026-11-01"),))


@pytest.mark.parametrize(
    ("stale", "key"),
    [
        (None, "fresh.marked"),
        ({"number": "original-first"}, "fresh.marked_with_originals"),
        ({"name": "original"}, "fresh.marked"),
    ],
)
def test_the_notice_says_where_originals_stand(make_library: MakeLibrary, stale: object, key: str) -> None:
    library = make_library({"ru/a.md": "Их было 15.\n", "uk/a.md": "Їх було 14.\n"})
    settings = replace(library.settings, passages=read_passages(stale)[0])
    tracker = Tracker(replace(library, settings=settings, records={("uk", "a.md"): RECORD}))
    say = load_messages("uk")
    assert [*notices(library.pages["uk", "a.md"], tracker, say)][-1] == say(key)
