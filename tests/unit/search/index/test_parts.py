from tlumach.search.index.parts import Filed, IndexPart, join_parts
from tlumach.search.index.runs import Runs


def part(rows: int, titles: Runs, words: Runs, capitals: str = "") -> IndexPart:
    filed = Filed(titles, words, capitals=frozenset(capitals.split()))
    return IndexPart(
        1, 0, (rows,), (rows,), (9,), {"ru": filed}, ("page",), {"ru": ("text",)}, {}, {"term": (0, 0, "")}
    )


FIRST = part(3, {"а": (0, 0, "")}, {"а": (0, 2, "B"), "в": (1, 1, "")}, "в")
SECOND = part(2, {"б": (0, 0, "")}, {"а": (1, 1, "")}, "б")


def test_what_follows_is_numbered_on() -> None:
    both = join_parts([FIRST, SECOND])
    assert both.words["ru"].titles == {"а": (0, 0, ""), "б": (1, 1, "")}
    assert both.words["ru"].rows == {"а": (0, 4, "BB"), "в": (1, 1, "")}
    assert both.about_rows == {"term": (0, 3, "C")}
    assert (both.terms, both.rows, both.pages) == (2, (3, 2), ("page", "page"))


def test_capitals_are_those_of_every_part() -> None:
    small = part(1, {}, {"в": (0, 0, "")})
    assert join_parts([FIRST, SECOND]).words["ru"].capitals == {"б", "в"}
    assert join_parts([FIRST, small]).words["ru"].capitals == set()


def test_grouping_makes_no_difference() -> None:
    assert join_parts([join_parts([FIRST, SECOND]), FIRST]) == join_parts([FIRST, join_parts([SECOND, FIRST])])
