"""Proper names by CLDR."""

import pytest

from tlumach.languages.proper_names import is_country, is_proper_name


@pytest.mark.parametrize(
    ("word", "language", "is_name", "of_country"),
    [
        ("China", "en", True, True),
        ("Turkey", "en", True, True),
        ("March", "en", True, False),
        ("Polish", "en", True, False),
        ("china", "en", False, False),
        ("Март", "ru", False, False),
        ("Турция", "ru", True, True),
        ("Türkei", "de", True, True),
        ("China", "tlh", False, False),
    ],
)
def test_names_of_countries_months_and_languages(word: str, language: str, is_name: bool, of_country: bool) -> None:
    assert (is_proper_name(word, language), is_country(word, language)) == (is_name, of_country)
