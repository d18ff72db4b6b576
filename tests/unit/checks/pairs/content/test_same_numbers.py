import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from tlumach.checks.pairs.content.same_numbers import check_numbers

CASES = yaml.safe_load((Path(__file__).parents[4] / "cases" / "numbers" / "pairs.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("language", "source", "target"), [tuple(case) for case in CASES["same"]])
def test_the_same_numbers_written_otherwise_are_let_be(findings: Any, language: str, source: str, target: str) -> None:
    assert [found.message for found in findings(check_numbers, source, target, language)] == []


@pytest.mark.parametrize(("language", "source", "target"), [tuple(case) for case in CASES["different"]])
def test_different_numbers_are_found(findings: Any, language: str, source: str, target: str) -> None:
    assert findings(check_numbers, source, target, language)


@pytest.mark.parametrize(("original", "language", "source", "target"), [tuple(case) for case in CASES["same_between"]])
def test_the_same_numbers_are_let_be_whatever_the_source(
    findings: Any, original: str, language: str, source: str, target: str
) -> None:
    found = findings(check_numbers, source, target, language, source_language=original)
    assert [each.message for each in found] == []


@pytest.mark.parametrize(
    ("original", "language", "source", "target"), [tuple(case) for case in CASES["different_between"]]
)
def test_different_numbers_are_found_whatever_the_source(
    findings: Any, original: str, language: str, source: str, target: str
) -> None:
    assert findings(check_numbers, source, target, language, source_language=original)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Третья попытка.", unicodedata.normalize("NFD", "Третій раз, її спроба.")),
        ("Сто\u0301ит дорого.", "Коштує дорого."),
        ("Три\u00adдцать человек.", "Три\u200bдцять осіб."),
        ("Два\u0301дцать человек.", "Двадцять осіб."),
        ("Пять.", "П\u2019я\u0301ть."),
    ],
)
def test_a_word_is_one_word_whatever_its_marks_and_cuts(findings: Any, source: str, target: str) -> None:
    assert findings(check_numbers, source, target) == []


def test_a_message_has_both_numbers_and_both_texts_and_the_line(findings: Any) -> None:
    (found,) = findings(check_numbers, "- раз\n- 441 млрд тенге", "- один\n- 414 млрд тенге")
    assert (
        found.message
        == "441 млрд тенге in the source is 414 млрд тенге here: “раз 441 млрд тенге”, “один 414 млрд тенге”."
    )
    assert found.line == 1


def test_a_language_without_number_words_is_let_be(findings: Any) -> None:
    assert findings(check_numbers, "441", "414", "kk") == []
