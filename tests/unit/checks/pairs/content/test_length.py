from typing import Any

import pytest

from tlumach.checks.pairs.content.length import check_length
from tlumach.problems import Level

SOURCE = "Вечер назвали строкой поэта. Читали до полуночи; зрители сидели на полу и не хотели расходиться, хотя трамвай ушёл."


@pytest.mark.parametrize("language", ["uk", "en", "kk"])
def test_much_shorter_and_much_longer_are_found(findings: Any, language: str) -> None:
    (found,) = findings(check_length, SOURCE, "Слово.", language)
    assert f"6 characters, where the source has {len(SOURCE)}: expected are" in found.message
    assert findings(check_length, SOURCE, SOURCE * 3, language)


@pytest.mark.parametrize("share", [0.85, 1, 1.3])
def test_about_as_long_is_right(findings: Any, share: float) -> None:
    assert findings(check_length, SOURCE, "а" * round(len(SOURCE) * share)) == []


def test_short_texts_may_vary(findings: Any) -> None:
    assert findings(check_length, "Слово", "Дуже довге пояснення цього слова") == []


@pytest.mark.parametrize(
    ("original", "language", "share"), [("en", "ru", 1.6), ("uk", "en", 0.7), ("en", "uk", 0.7), ("kk", "ru", 2.3)]
)
def test_bounds_are_those_of_the_two_languages(findings: Any, original: str, language: str, share: float) -> None:
    target = "а" * round(len(SOURCE) * share)
    assert findings(check_length, SOURCE, target, language, source_language=original) == []
    assert findings(check_length, SOURCE, "а" * (3 * len(SOURCE)), language, source_language=original)


@pytest.mark.parametrize(
    ("source", "target", "count"), [("en", "zh", 60), ("zh", "en", 60), ("en", "ja", 70), ("en", "th", 90)]
)
def test_a_script_without_spaces_says_the_same_in_fewer_signs(
    make_pair: Any, source: str, target: str, count: int
) -> None:
    long, short = "word " * 40, "字" * count
    texts = (long, short) if source == "en" else (short, long)
    assert list(check_length(make_pair(*texts, target, source_language=source))) == []
    cut = (long, short[:8]) if source == "en" else (short, long[:30])
    assert len(list(check_length(make_pair(*cut, target, source_language=source)))) == 1


FOUR = (
    "Поезда стоят с утра. Дорогу чистят трое рабочих. Снег шёл всю ночь и весь день. До города сорок километров пути."
)


@pytest.mark.parametrize(
    ("target", "level"),
    [
        ("Потяги стоять з ранку. Дорогу чистять.", Level.WARNING),
        ("Потяги стоять. Дорогу чистять. Сніг ішов.", None),
        ("Потяги стоять з ранку, дорогу чистять. " * 8, None),
    ],
)
def test_half_of_the_sentences_lost_is_a_warning(findings: Any, target: str, level: Level | None) -> None:
    assert [each.level for each in findings(check_length, FOUR, target)] == [level]


@pytest.mark.parametrize(
    ("target", "is_found"),
    [
        ("Мост закрыли рано утром. Его будут чинить до самой весны.", True),
        (
            "Мост закрыли рано утром: его будут чинить до самой весны. Автобусы ездят в объезд мимо станции, а почта закрыта до вечера.",
            False,
        ),
        ("Мост закрыли рано утром. Его будут чинить до самой весны. Автобусы ездят.", False),
    ],
)
def test_half_of_four_sentences_are_missed_though_the_rest_is_long(findings: Any, target: str, is_found: bool) -> None:
    source = "The bridge was closed at dawn. It is mended\nuntil spring. Buses go round. Post is shut."
    assert [each.level for each in findings(check_length, source, target, "ru", source_language="en")] == [
        Level.WARNING
    ] * is_found
