"""What is known of languages as data."""

from importlib import resources

import pytest

from tlumach.languages.lemmas import Lemmatizer, stem_of
from tlumach.languages.profiles import Profile, direction, profile, script

LANGUAGES = sorted(file.name.removesuffix(".yml") for file in (resources.files("tlumach.languages") / "data").iterdir())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_understood_and_its_stemmer_is_there(language: str) -> None:
    found = profile(language)
    assert found.hunspell or found.stemmer
    assert bool(stem_of("слово", language)) == bool(found.stemmer)
    assert script(language)


@pytest.mark.parametrize("language", ["tlh", "x-mine", "zh", "", "de-CH"])
def test_no_language_is_an_error(language: str) -> None:
    assert isinstance(profile(language), Profile)
    assert Lemmatizer().readings("слово", language)


def test_a_region_has_what_its_language_has() -> None:
    assert profile("de-CH") == profile("de")
    assert (script("kk"), script("pl"), script("sr-Latn"), script("fa"), script("tlh")) == (
        "Cyrl",
        "Latn",
        "Latn",
        "Arab",
        "",
    )


@pytest.mark.parametrize(
    ("language", "way"),
    [("ar", "rtl"), ("fa", "rtl"), ("he", "rtl"), ("ur", "rtl"), ("uk", "ltr"), ("az-Arab", "rtl"), ("tlh", "ltr")],
)
def test_the_direction_is_that_of_the_script(language: str, way: str) -> None:
    assert direction(language) == way
