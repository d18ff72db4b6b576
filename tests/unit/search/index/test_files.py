from hypothesis import given
from hypothesis import strategies as st

from tlumach.search.index.files import ENOUGH, groups, pages_of, texts_of
from tlumach.search.index.parts import IndexPart


def site(*pages: list[tuple[int, int]]) -> IndexPart:
    """Pages, each with its pieces: their rows and their characters."""
    pieces = [piece for page in pages for piece in page]
    return IndexPart(
        0,
        0,
        tuple(sum(rows for rows, _ in page) for page in pages),
        tuple(rows for rows, _ in pieces),
        tuple(size for _, size in pieces),
        {},
        tuple(f"page {at}" for at in range(len(pages))),
        {},
        {},
        {},
    )


def test_short_pages_share_a_file_and_long_ones_have_several() -> None:
    found = groups(site([(2, 100)], [(3, 100)], [(4, ENOUGH), (1, ENOUGH)], [(1, 10)]))
    assert [(group.row, group.pieces.stop, group.pages.stop) for group in found] == [(4, 3, 3), (13, 4, 3), (14, 5, 4)]


def test_a_file_of_pages_says_which_is_its_first() -> None:
    pages = site([(1, ENOUGH)], [(1, ENOUGH)], [(1, 5)])
    assert [pages_of(group, pages.pages) for group in groups(pages)] == ["0\npage 0", "1\npage 1", "2\npage 2"]


def test_a_file_of_texts_has_the_lines_of_its_pieces() -> None:
    (group,) = groups(site([(2, 5)], [(1, 5)]))
    assert texts_of(group, ["a\nb", "c"]) == "a\nb\nc"


@given(st.lists(st.lists(st.tuples(st.integers(1, 4), st.integers(0, ENOUGH + 9)), max_size=3), max_size=9))
def test_every_page_and_piece_is_in_one_file(pages: list[list[tuple[int, int]]]) -> None:
    whole = site(*pages)
    found = groups(whole)
    assert [at for group in found for at in range(len(whole.pieces))[group.pieces]] == [*range(len(whole.pieces))]
    assert [at for group in found for at in range(len(pages))[group.pages]] == [*range(len(pages))]
