from hypothesis import given
from hypothesis import strategies as st

from tlumach.search.filing import Filing
from tlumach.search.names import Name
from tlumach.search.pieces import LARGEST, number_list, pieces

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def read_numbers(text: str) -> list[int]:
    """What the browser makes of a list of numbers."""
    found, last, step, scale = [], -1, 0, 1
    for character in text:
        digit = DIGITS.index(character)
        step += digit % 32 * scale
        if digit >= 32:
            scale *= 32
        else:
            last += step + 1
            found.append(last)
            step, scale = 0, 1
    return found


@given(st.sets(st.integers(0, 100_000), max_size=50))
def test_numbers_come_back(numbers: set[int]) -> None:
    assert read_numbers(number_list(sorted(numbers))) == sorted(numbers)


def filing(forms: dict[str, list[int]], keys: dict[str, set[str]] | None = None) -> Filing:
    return Filing("ru", forms, {form: frozenset((keys or {}).get(form, {form})) for form in forms})


def test_a_word_stands_in_the_piece_of_each_of_its_keys() -> None:
    found = pieces(filing({"киев": [3], "киева": [5]}, {form: {"киев", "лев"} for form in ("киев", "киева")}), [], 2)
    assert found["к"] == found["л"] == "киев,лев\t~ D\t~а F"


def test_a_name_stands_in_the_piece_of_its_first_word() -> None:
    name = Name((frozenset({"войск"}), frozenset({"одкб"})), (1, 4))
    assert pieces(filing({}), [name], 2)["в"] == "!войск одкб\tBC"


def test_a_large_piece_is_parted_and_keeps_the_titles_for_who_has_typed_little() -> None:
    many = {f"каз{number:05}": [number, 9000 + number] for number in range(3000)}
    found = pieces(filing({**many, "ка": [2]}), [], titles=1)
    assert all(len(piece.encode()) <= LARGEST for piece in found.values())
    assert len(found) >= 5
    assert "ка\t~ C" in found["ка"]
    assert "каз00000\t~ A" in found["ка"]
    assert "каз00001\t" not in found["ка"]


@given(st.dictionaries(st.text(alphabet="абв", min_size=1, max_size=5), st.sets(st.integers(0, 40), min_size=1)))
def test_every_form_is_in_the_piece_that_its_key_leads_to(forms: dict[str, set[int]]) -> None:
    found = pieces(filing({form: sorted(rows) for form, rows in forms.items()}), [], 3)
    for form, rows in forms.items():
        beginning = next(form[:length] for length in range(len(form), 0, -1) if form[:length] in found)
        assert f"{form}\t~ {number_list(sorted(rows))}" in found[beginning].split("\n")
