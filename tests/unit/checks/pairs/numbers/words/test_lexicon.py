"""Number words by language: tables, numbers written as one word, and how well pairs in German, Polish, Kazakh and Belarusian are told."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from tlumach.blocks import split
from tlumach.checks.pairs.content.same_numbers import check_numbers
from tlumach.checks.pairs.numbers.words.lexicon import Sense, is_deep, sense, unit_names, unit_pattern
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, Side
from tlumach.languages.messages import known_languages

CASES = Path(__file__).parents[5] / "cases" / "deep_numbers"
LEAST_FOUND, MOST_FLAGGED = 0.9, 0.02


def found(data: Any, source: str, target: str) -> list[str]:
    sides = [Side(data[name], split(text)[0][0]) for name, text in (("source", source), ("target", target))]
    return [each.message for each in check_numbers(AlignedPair(sides[0], sides[1], Knowledge()))]


@pytest.mark.parametrize("file", sorted(CASES.glob("*.yml")), ids=lambda file: file.stem)
def test_faulty_pairs_are_found_and_correct_ones_let_be(file: Path) -> None:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    flagged = [each for source, target in data["correct"] for each in found(data, source, target)]
    assert len(data["correct"]) >= 60 and len(data["faulty"]) >= 40
    assert len(flagged) <= MOST_FLAGGED * len(data["correct"]), flagged
    missed = []
    for number, right, wrong in data["faulty"]:
        source, target = data["correct"][number - 1]
        assert str(right) in target
        if not found(data, source, target.replace(str(right), str(wrong), 1)):
            missed.append((number, right, wrong))
    assert len(missed) <= (1 - LEAST_FOUND) * len(data["faulty"]), missed


@pytest.mark.parametrize(
    ("language", "word", "kind", "value"),
    [
        ("de", "zweihundertfünfzig", "card", 250), ("de", "tausendzweihundertelf", "card", 1211),
        ("de", "Dreieinhalb", "half", Fraction(7, 2)), ("de", "anderthalb", "half", Fraction(3, 2)),
        ("de", "fünfundzwanzigsten", "ord", 25), ("de", "hunderteins", "card", 101), ("de", "neunzigerjahren", "decade", 90),
        ("pl", "siedmiorga", "card", 7), ("pl", "trzecia", "ordpart", 3), ("pl", "miliardów", "mag", 10**9),
        ("be", "шасцёра", "card", 6), ("be", "мільёнаў", "mag", 10**6), ("be", "дзевяностыя", "ord", 90),
        ("kk", "үштен", "card", 3), ("kk", "сегізіншісі", "ord", 8), ("kk", "жетпіс", "card", 70),
        ("tr", "milyonluk", "mag", 10**6), ("tr", "Ağustos'ta", "month", 8), ("fr", "milliards", "mag", 10**9),
        ("de-AT", "Jänner", "month", 1),
    ],
)  # fmt: skip
def test_words_say_their_numbers(language: str, word: str, kind: str, value: Any) -> None:
    said = sense(word, language)
    assert said and (said.kind, said.values[0]) == (kind, value)


@pytest.mark.parametrize(
    ("language", "word"),
    [("kk", "үшін"), ("kk", "оны"), ("kk", "алтын"), ("kk", "жүзінде"), ("de", "Hund"), ("de", "Achtung"), ("de", "Einheit"),
     ("de", "Freund"), ("de", "wandern"), ("pl", "stolica"), ("pl", "piątka"), ("be", "стала"), ("tr", "bina"), ("tlh", "wa")],
)  # fmt: skip
def test_words_that_look_like_numbers_are_none(language: str, word: str) -> None:
    assert sense(word, language) is None


def test_which_languages_are_read_deeply() -> None:
    assert all(map(is_deep, ("ru", "uk", "en", "de", "pl", "kk", "be", "de-AT")))
    assert not is_deep("tr") and not is_deep("tlh")


@pytest.mark.parametrize("language", [*known_languages(), "ja", "ar", "hi", "tlh"])
def test_every_table_can_be_read(language: str) -> None:
    assert unit_pattern(language).match("%") and "%" in unit_names(language)
    assert sense("1", language) is None and isinstance(sense("x", language), Sense | None)
