"""The parts of a block in order."""

import pytest

from tlumach.checks.pairs.content.parts import alignment, first_numbers, in_cells, order


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("раз\nдва", "¶"),
        ("- а\n- б\n\n    в\n\n1. г", "• • ¶ #"),
        ("а\n:   б\n\n    в\n\nг\n:   д", "¶ : ¶ ¶ :"),
        ('=== "А"\n\n    б\n\n=== "В"\n\n    г\n\n    д', "=== ¶ === ¶ ¶"),
        ("> ## а\n> б\n>\n> > в", "## >>¶"),
        ("- а\n{ .b #c }", "• { .b #c }"),
        ("", ""),
    ],
)
def test_parts_are_named_in_their_order(text: str, parts: str) -> None:
    assert order(text) == parts


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. а\n2. б", "1"),
        ("- а", ""),
        ("007. а", "7"),
        ("1. а\n\n    4. б\n    5. в\n\n2. г\n\n    9. д", "1, 4, 9"),
        ("> 3. а\n>\n> б\n>\n> 5. в", "3, 5"),
    ],
)
def test_each_list_begins_with_its_number(text: str, numbers: str) -> None:
    assert first_numbers(text) == numbers


def test_a_table_has_columns_and_what_stands_in_cells() -> None:
    text = "| а { .x } | б |\n|:--|:-:|--:|---|\n| в \\| { .y } | г { .z } |"
    assert alignment(text) == "< = > -"
    assert in_cells(text) == "{ .x } in row 1, cell 1, { .y } in row 3, cell 1, { .z } in row 3, cell 2"
    assert alignment("а | б") == in_cells("а | б") == ""
