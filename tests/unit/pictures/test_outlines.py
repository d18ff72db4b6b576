from pathlib import Path

import pytest
from draw import DATA
from pictures.outlines import Outlines, Sheet, contains, read_outlines


@pytest.fixture(scope="module")
def outlines() -> Outlines:
    return read_outlines(Path(DATA, "outlines.json"))


def holders(outlines: Outlines, place: tuple[float, float]) -> list[str]:
    return [
        code
        for code, rings in outlines.countries.items()
        if any(contains(outlines.ring(ring), place) for ring in rings)
    ]


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ((34.1, 45.2), "ua"),  # Crimea, which the data as it comes gives to Russia
        ((33.8, 44.8), "ua"),  # Sevastopol
        ((37.8, 48.0), "ua"),  # Donetsk
        ((39.3, 48.6), "ua"),  # Luhansk
        ((35.4, 47.8), "ua"),  # Zaporizhzhia
        ((32.6, 46.9), "ua"),  # Kherson
        ((37.6, 55.7), "ru"),  # Moscow
        ((38.9, 45.4), "ru"),  # Krasnodar
        ((71.4, 51.2), "kz"),  # Astana
    ],
)
def test_a_place_lies_in_the_country_that_it_belongs_to(
    outlines: Outlines, place: tuple[float, float], country: str
) -> None:
    assert holders(outlines, place) == [country]


def test_two_countries_share_the_lines_that_both_have(outlines: Outlines) -> None:
    border = outlines.border("kz", "ru")
    assert border
    assert outlines.border("kz", "ua") == []
    assert all(49 < north < 56 or east < 52 for line in border for east, north in line)


def test_a_ring_is_cut_where_the_sheet_ends() -> None:
    sheet = Sheet(100, 100, centre=(50, 50), scale=300)
    clipped = sheet.clipped([(20, 30), (80, 30), (80, 70), (20, 70)])
    assert [(round(x), round(y)) for x, y in clipped] == [(0, 0), (0, 100), (100, 100), (100, 0)] or len(clipped) >= 4
    assert all(-0.001 <= x <= 100.001 and -0.001 <= y <= 100.001 for x, y in clipped)
    assert sheet.clipped([(-170, 10), (-169, 10), (-169, 11)]) == []


def test_the_centre_of_the_sheet_is_the_centre_of_the_map() -> None:
    assert Sheet(100, 60, centre=(50, 50)).point((50, 50)) == pytest.approx((50, 30))
