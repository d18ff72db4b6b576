import pytest

from tlumach.checks.pairs.numbers.scores import scores


@pytest.mark.parametrize(
    ("text", "found"), [("2:1", [102]), ("1–2", [102]), ("18:30", []), ("v2:1a", []), ("1:2:3", [])]
)
def test_a_result_is_one_thing_whichever_side_is_first(text: str, found: list[int]) -> None:
    assert [int(key.value) for each in scores(text) for key in each.keys] == found
