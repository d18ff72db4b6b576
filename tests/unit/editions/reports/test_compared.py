"""Whether a wording stands: whole, in parts, or with other signs."""

import pytest
from tests.conftest import MakeLibrary

from tlumach.editions.reports.compared import Compared, UnknownReportError, refuse_what_was_altered
from tlumach.editions.reports.place import Place
from tlumach.editions.reports.reading import Said

THEN = "It rained, said the minister. Nobody came."


@pytest.mark.parametrize(
    ("now", "is_exact", "stands"),
    [
        (THEN, True, True),
        (f"{THEN} It was cold.", True, True),
        (THEN.replace(". Nobody", ".\n\nNobody"), True, True),
        ("Nobody came.\n\nIt rained, said the minister.", True, True),
        (THEN.replace("rained", "snowed"), True, False),
        (THEN.replace("rained,", "rained"), True, False),
        (THEN.replace("rained,", "rained"), False, False),
        (THEN.replace("It rained", "“It rained”"), True, False),
        (THEN.replace("It rained", "“It rained”"), False, True),
    ],
)  # fmt: skip
def test_what_stands(make_library: MakeLibrary, now: str, is_exact: bool, stands: bool) -> None:
    page = make_library({"ru/a/index.md": f"# T\n\n{now}\n"}).pages["ru", "a/index.md"]
    place = Place(page, 1, "x", now.split("\n\n")[0])
    assert Compared(THEN, place, is_exact).stands is stands


def test_what_is_no_more_does_not_stand() -> None:
    assert not Compared(THEN, None, True).stands and Compared(THEN, None, True).now == ""


@pytest.mark.parametrize(("said", "why"), [("It rained, said", "cut on its way"), ("It snowed.", "altered")])
def test_a_wording_that_is_not_the_one_of_its_check_is_refused(said: str, why: str) -> None:
    refuse_what_was_altered(Said.of(""), THEN)
    refuse_what_was_altered(Said.of(THEN.replace("It", "“It”")), THEN)
    with pytest.raises(UnknownReportError, match=why):
        refuse_what_was_altered(Said.of(said), THEN)
