"""A paragraph is followed through the versions of its page, where today's words alone do not tell which it is."""

import pytest
from tests.conftest import MakeLibrary

from tlumach.editions.reports.following import Follower
from tlumach.editions.reports.known import Known

FIRST = "The harbour was closed for repairs last autumn."
SECOND = "Two ministers met quietly in the capital on Friday."
HALVES = (
    "Two ministers met quietly in the capital on Friday,",
    "and nobody was told why the third stayed away from them.",
)
LONG = " ".join(HALVES)


def page(*paragraphs: str) -> str:
    return "\n\n".join(["# T", *paragraphs]) + "\n"


@pytest.mark.parametrize(
    ("versions", "now"),
    [
        ([page(FIRST, SECOND)], 2),
        ([page(FIRST, SECOND), page(SECOND, FIRST)], 1),
        (
            [
                page(FIRST, SECOND), page(FIRST, "Three ministers met quietly in the capital on Friday."),
                page(FIRST, "Three envoys met openly in the capital on Friday."),
                page("New.", "Three envoys met openly in town on Friday.", FIRST),
            ],
            2,
        ),
        ([page(FIRST, SECOND), page(f"{FIRST} {SECOND}"), page("New.", f"{FIRST} It was said. {SECOND}")], 2),
        ([page(FIRST, LONG), page(FIRST, HALVES[0], HALVES[1]), page(FIRST, HALVES[1]), page(HALVES[1], FIRST)], 1),
        ([page(FIRST, LONG), page(FIRST, HALVES[0], HALVES[1]), page(FIRST, HALVES[0])], 2),
        ([page(FIRST, SECOND), page(FIRST), page(FIRST, "Two ministers resigned.")], None),
        ([page(FIRST, SECOND), page(FIRST, "A new law forbids the export of grain.")], None),
    ],
)  # fmt: skip
def test_step_by_step(make_library: MakeLibrary, versions: list[str], now: int | None) -> None:
    pages = [make_library({"ru/a.md": text}).pages["ru", "a.md"] for text in versions]
    follower = Follower()
    for _ in range(2):
        assert follower.today(Known(pages[0].shown[2], pages[0], 2, tuple(pages[1:]))) == now
    assert follower.today(Known(SECOND)) is None
