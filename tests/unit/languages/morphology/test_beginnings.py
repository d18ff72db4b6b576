"""What is said to be in no dictionary, hunspell does not have: for made-up dictionaries and for those of the system."""

import tempfile
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tlumach.languages import dictionaries
from tlumach.languages.dictionaries import Dictionary, find_dictionaries, names_of
from tlumach.languages.morphology.beginnings import Beginnings, beginnings

LETTERS = "абвіь'AByz"
WORD = st.text(LETTERS, min_size=1, max_size=9)
ENDING = st.tuples(st.sampled_from(["0", "а", "ba", "ь"]), st.text("абвyz", min_size=1, max_size=4))
HEAD = "SET UTF-8\nWORDCHARS '\n"


def may_be(found: Beginnings, word: str) -> bool:
    return [*found.possible([word])] == [word]


@st.composite
def made_up(draw: st.DrawFn) -> tuple[str, str]:
    """Return the rules and the words of a dictionary."""
    endings = draw(st.lists(ENDING, min_size=1, max_size=4))
    lines = [f"SFX S Y {len(endings)}", *(f"SFX S {stripped} {added} ." for stripped, added in endings)]
    words = [f"{word}{flag}" for word in draw(st.lists(WORD, min_size=1, max_size=6)) for flag in ("/S",)]
    return "\n".join([HEAD, *lines, ""]), "\n".join([str(len(words)), *words, ""])


def loaded(rules: str, words: str) -> Any:
    library: Any = import_module("hunspell")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "xx.aff").write_text(rules, encoding="utf-8")
        (Path(folder) / "xx.dic").write_text(words, encoding="utf-8")
        return library.Hunspell("xx", hunspell_data_dir=folder)


@settings(max_examples=150, deadline=None)
@given(made_up(), st.data())
def test_no_word_of_a_dictionary_is_said_to_be_in_none(made: tuple[str, str], data: st.DataObject) -> None:
    found, has = beginnings(made[0], made[1].encode()), loaded(*made)
    assert found is not None
    stems = [line.partition("/")[0] for line in made[1].split("\n")[1:] if line]
    ends = [line.split()[3] for line in made[0].split("\n") if line.startswith("SFX S") and "Y" not in line.split()]
    for stem in stems:
        for cut in range(4):
            for end in ["", *ends]:
                word = stem[: max(len(stem) - cut, 0)] + end
                for each in {word, word.lower(), word.capitalize(), word.upper()} - {""}:
                    assert may_be(found, each) or not has.spell(each), each
    guess = data.draw(WORD)
    assert may_be(found, guess) or not has.spell(guess)


@cache
def of_system(language: str) -> tuple[Beginnings | None, Dictionary] | None:
    for each in find_dictionaries(names_of(language)):
        return vars(Dictionary)["_beginnings"].func(each), each
    return None


WORDS: Mapping[str, str] = {
    "ru": "слово подписывавшийся наилучший эндпоинтами поглубже ёлка в",
    "uk": "слово підписувавши найкращий ендпоінтами п'ять ґрунт у",
    "en": "word endpoints signed o'clock better a",
}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([*WORDS]), st.data())
def test_what_the_systems_dictionaries_have_is_never_said_to_be_in_none(language: str, data: st.DataObject) -> None:
    if not (both := of_system(language)) or both[0] is None:
        return
    word = data.draw(st.sampled_from(WORDS[language].split()))
    at = data.draw(st.integers(0, len(word)))
    guess = (
        word[:at] + data.draw(st.text("абвеиіїй'оунтсabeé-", max_size=2)) + word[at + data.draw(st.integers(0, 2)) :]
    )
    for each in {guess, guess.capitalize()} - {""}:
        assert may_be(both[0], each) or not both[1].spell(each)


@pytest.mark.parametrize(
    "rule",
    ["COMPOUNDFLAG C", "COMPOUNDRULE 1\nCOMPOUNDRULE S*", "BREAK 1\nBREAK n", "PFX P Y 1\nPFX P 0 не .", "SFX T Y 1\nSFX T 0 ся/S ."],
)  # fmt: skip
def test_a_dictionary_that_makes_words_otherwise_is_left_to_hunspell(rule: str) -> None:
    assert beginnings(f"{HEAD}SFX S Y 1\nSFX S 0 s .\n", b"1\nword/S\n") is not None
    assert beginnings(f"{HEAD}SFX S Y 1\nSFX S 0 s .\n{rule}\n", b"1\nword/S\n") is None


def test_letters_that_hunspell_reads_as_others_and_odd_spellings_are_left_to_it() -> None:
    found = beginnings(f"{HEAD}ICONV 1\nICONV a 0\n", "1\nслово\n".encode())
    assert found is not None and not may_be(found, "річ")
    assert list(found.possible(["aріч", "річ-річ", "річ", "2026"])) == ["aріч", "річ-річ", "2026"]


def test_guesses_are_told_by_their_beginnings_when_there_are_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionaries, "FEW_GUESSES", 1)
    (tmp_path / "xx_XX.aff").write_text("SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n", encoding="utf-8")
    (tmp_path / "xx_XX.dic").write_text("2\nbee/S\nhoney\n", encoding="utf-8")
    dictionary = Dictionary("xx_XX", tmp_path, [("wasp", "bee")])
    assert list(dictionary.possible(["ant"])) == ["ant"]
    assert list(dictionary.possible(["ant", "bees", "Wasps"])) == ["bees", "Wasps"]
