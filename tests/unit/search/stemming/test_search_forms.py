"""Forms of words in languages whose words are cut by a table of endings: what a reader asks for meets what a text has."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tlumach.languages.endings import keys_of_query
from tlumach.languages.lemmas import Lemmatizer
from tlumach.search.stemming.keys import keys_of

CASES = Path(__file__).parents[3] / "cases" / "search_forms"
LEAST_FOUND = 0.9


def cases(language: str) -> Any:
    return yaml.load((CASES / f"{language}.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def meet(language: str, text: str, asked: str) -> bool:
    return not keys_of(text.lower(), language, Lemmatizer()).isdisjoint(keys_of_query(asked, language))


@pytest.mark.parametrize("language", sorted(file.stem for file in CASES.glob("*.yml")))
def test_forms_meet_and_other_words_do_not(language: str) -> None:
    data = cases(language)
    missed = [pair for pair in data["meet"] if not meet(language, *pair)]
    assert len(missed) <= (1 - LEAST_FOUND) * len(data["meet"]), missed
    assert [pair for pair in data["apart"] if meet(language, *pair)] == []
