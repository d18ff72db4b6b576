from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tlumach.languages.slips import is_likely_slip, letter_away
from tlumach.languages.spelling import NEAREST, Knows, Speller, is_slip, speller


class Listed(Knows):
    def __init__(self, *words: str) -> None:
        self.words = frozenset(words)

    def spell(self, word: str) -> bool:
        return word in self.words


def test_a_word_is_known_in_any_dictionary_and_at_the_start_of_a_sentence() -> None:
    both = Speller([Listed("honey"), Listed("honor")], {"tenge"})
    assert both.knows("honey") and both.knows("Honor") and both.knows("tenge")
    assert not both.knows("honney")


def test_the_nearest_are_a_letter_away_and_few() -> None:
    known = Speller([Listed("honey", "money", "hone", "hones", "honed", "stone")])
    assert "honey" in known.nearest("honye") and "stone" not in known.nearest("hone")
    assert len(known.nearest("hone")) <= NEAREST
    assert Speller([Listed("симфонію")]).nearest("симфоінію") == ["симфонію"]


def test_a_slip_begins_like_the_word_that_is_meant() -> None:
    known = {"kaiak", "plant"}
    assert is_slip("Plnat", known.__contains__) and not is_slip("Maiak", known.__contains__)


def test_a_language_without_dictionaries_has_no_speller(tmp_path: Path) -> None:
    assert speller("uk", [tmp_path]) is None
    assert speller("kk", [tmp_path]) is None


@given(st.text(alphabet="abcдеж", min_size=1, max_size=8))
def test_any_word_has_neighbours(word: str) -> None:
    assert Speller([Listed(word)]).knows(word)
    Speller([Listed()]).nearest(word)


def test_a_project_may_name_the_dictionaries_of_a_language(tmp_path: Path) -> None:
    (tmp_path / "hut_IN.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (tmp_path / "hut_IN.dic").write_text("1\nмуул\n", encoding="utf-8")
    assert speller("kk", [tmp_path]) is None
    known = speller("kk", [tmp_path], named=["hut_IN"])
    assert known is None or (known.knows("муул") and not known.knows("муль"))


@given(st.text("abcd", min_size=2, max_size=5), st.frozensets(st.text("abcd", min_size=1, max_size=6), max_size=40))
def test_the_nearest_and_the_meant_are_the_first_of_those_that_a_dictionary_has(
    word: str, words: frozenset[str]
) -> None:
    near = [each for each in dict.fromkeys(letter_away(word)) if each in words or each.lower() in words]
    known = Speller([Listed(*words), Listed()])
    assert known.nearest(word) == near[:NEAREST]
    assert known.meant(word) == [each for each in near if is_likely_slip(word, each)][:NEAREST]
