import pytest

from tlumach.editions.catalogue import EDITIONS, chosen


@pytest.mark.parametrize(
    ("names", "made"),
    [
        (["epub"], ["epub"]),
        (["text"], ["text"]),
        (["text", "epub"], ["epub and text"]),
        (["reader", "epub", "text", "offline"], ["reader", "epub and text", "offline"]),
    ],
)
def test_books_and_texts_are_made_in_one_pass_where_both_are_wanted(names: list[str], made: list[str]) -> None:
    editions, left_out, problems = chosen(names)
    assert [edition.name for edition in editions] == made
    assert left_out == []
    assert problems == []


def test_without_names_all_that_this_machine_can_make_is_made() -> None:
    names = " and ".join(edition.name for edition in chosen([])[0])
    assert all(edition.name in names for edition in EDITIONS if not edition.missing())


def test_an_unknown_name_is_told_with_the_known_ones() -> None:
    _, _, (problem,) = chosen(["pdf"])
    assert problem.code == "edition-unknown"
    assert "reader, epub, text, zim, sbom, offline" in problem.message
