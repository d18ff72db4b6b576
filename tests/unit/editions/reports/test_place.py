"""Where a paragraph stands today, whatever was done to it."""

import pytest
from tests.conftest import MakeLibrary

from tlumach.editions.reports.following import Follower
from tlumach.editions.reports.known import Known
from tlumach.editions.reports.place import is_id, place_of
from tlumach.tracking import Tracker

FRIDAY, REASON = (
    "Two ministers met in the capital on Friday.",
    "Nobody knows the reason. It was never published anywhere.",
)
THEN = f"# T\n\nThe harbour was closed for repairs last autumn.\n\n{FRIDAY}\n\n{REASON}\n"


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (THEN, "Two ministers met in the capital on Friday."),
        ("# T\n\nTwo ministers met in the capital on Friday.\n\nThe harbour.\n", "Two ministers met in the capital on Friday."),
        (THEN.replace("Two ministers met", "Three ministers met again"), "Three ministers met again in the capital on Friday."),
        (THEN.replace("capital on Friday.\n\nNobody", "capital on Friday. Nobody"), f"{FRIDAY} {REASON}"),
        (THEN.replace("met in", "met.\n\nIt was in"), "It was in the capital on Friday."),
        (THEN.replace("Two ministers met in the capital on Friday.\n\n", ""), None),
        (THEN.replace("Two ministers met in the capital on Friday.", "A new law forbids the export of grain."), None),
    ],
)  # fmt: skip
def test_a_paragraph_after_an_edit(make_library: MakeLibrary, now: str, found: str | None) -> None:
    then = make_library({"ru/a/index.md": THEN}).pages["ru", "a/index.md"]
    library = make_library({"ru/a/index.md": now})
    page = library.pages["ru", "a/index.md"]
    place = place_of([Known(then.shown[2], then, 2, (page,))], "p-000000", [page], Tracker(library), Follower())
    assert (place.text if place else None) == found


def test_of_two_that_say_the_same_the_one_with_its_id_is_meant(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a/index.md": "# T\n\nYes.\n\nNo.\n\nYes.\n{ #last }\n"})
    page = library.pages["ru", "a/index.md"]
    place = place_of([Known("Yes.")], "last", [page], Tracker(library), Follower())
    assert place is not None and place.at == 3


def test_an_id_with_other_dashes_is_that_id() -> None:
    assert is_id("p-4dfe94", "p\u20114dfe94") and not is_id("p-4dfe94", "p-4dfe95") and not is_id("", "")
