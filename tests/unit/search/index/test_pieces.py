from hypothesis import given
from hypothesis import strategies as st

from tlumach.search.index.files import LARGEST, pieces
from tlumach.search.index.filing import FiledForm, Filing
from tlumach.search.index.runs import number_list


def filing(forms: dict[str, list[int]], keys: dict[str, tuple[str, ...]] | None = None, titles: int = 0) -> Filing:
    families: dict[tuple[str, ...], list[FiledForm]] = {}
    for form, rows in forms.items():
        of_titles = number_list([row for row in rows if row < titles])
        families.setdefault((keys or {}).get(form, (form,)), []).append(FiledForm(form, number_list(rows), of_titles))
    return Filing(families, {}, [])


def test_a_word_stands_in_the_piece_of_each_of_its_keys() -> None:
    found = pieces(filing({"киев": [3], "киева": [5]}, dict.fromkeys(("киев", "киева"), ("киев", "лев"))))
    assert found["к"] == found["л"] == "киев,лев\t~ D\t~а F"


def test_an_abbreviation_is_marked_as_one() -> None:
    family = [FiledForm("нато", "B", "", is_capital=True), FiledForm("ната", "C", "")]
    assert pieces(Filing({("нат",): family}, {}, []))["н"] == "нат\t^~о B\t~а C"
    names = {(frozenset({"нат", "^нато"}),): "BC"}
    assert pieces(Filing({}, names, [])) == {"н": "!^нато,нат\tBC"}


def test_a_name_stands_in_the_piece_of_its_first_word() -> None:
    names = {(frozenset({"войск"}), frozenset({"одкб"})): "BC"}
    assert pieces(Filing({}, names, []))["в"] == "!войск одкб\tBC"


def test_a_large_piece_is_parted_and_keeps_the_titles_for_who_has_typed_little() -> None:
    many = {f"каз{number:05}": [number, 9000 + number] for number in range(3000)}
    found = pieces(filing({**many, "ка": [2]}, titles=1))
    assert all(len(piece.encode()) <= LARGEST for piece in found.values())
    assert len(found) >= 5
    assert "ка\t~ C" in found["ка"]
    assert "каз00000\t~ A" in found["ка"]
    assert "каз00001\t" not in found["ка"]


@given(st.dictionaries(st.text(alphabet="абв", min_size=1, max_size=5), st.sets(st.integers(0, 40), min_size=1)))
def test_every_form_is_in_the_piece_that_its_key_leads_to(forms: dict[str, set[int]]) -> None:
    found = pieces(filing({form: sorted(rows) for form, rows in forms.items()}))
    for form, rows in forms.items():
        beginning = next(form[:length] for length in range(len(form), 0, -1) if form[:length] in found)
        assert f"{form}\t~ {number_list(sorted(rows))}" in found[beginning].split("\n")
