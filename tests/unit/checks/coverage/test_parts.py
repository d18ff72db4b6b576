"""What is there for a language, and what is missing."""

import pytest

from tlumach.checks.coverage import parts as coverage
from tlumach.checks.coverage.parts import Part
from tlumach.languages.messages import known_languages
from tlumach.settings import Settings


def parts(language: str) -> list[Part]:
    return list(coverage.parts(language, settings(language)))


def gaps(language: str) -> str:
    return coverage.gaps(language, settings(language))


def settings(language: str) -> Settings:
    return Settings((language,), "", {}, {})


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_what_the_package_was_made_for_is_there(language: str) -> None:
    found = {part.name: part.is_there for part in parts(language)}
    lacking = {name for name, there in found.items() if not there} - {"spelling"}  # that is the system's
    assert lacking == ({"single words left"} if language == "en" else set())
    assert all(name in gaps(language) for name in lacking)


@pytest.mark.parametrize(
    ("language", "forms"), [("de", True), ("pl", True), ("tr", True), ("kk", True), ("be", True), ("tlh", False)]
)
def test_what_is_not_there_is_said(language: str, forms: bool) -> None:
    found = {part.name: part for part in parts(language)}
    assert found["forms of words"].is_there is forms
    assert ("numbers in words" in gaps(language)) is (language == "tlh")
    assert found["numbers in words"].is_there is (language != "tlh")
    assert found["words of the site"].is_there is (language in known_languages())


def test_where_to_write_the_words_of_the_site_is_said() -> None:
    assert "write languages/tlh.yml" in next(part.how for part in parts("tlh") if part.name == "words of the site")


def test_what_the_cldr_knows_is_said() -> None:
    found = {part.name: part for part in parts("pl")}
    assert found["quotation marks"].how.startswith("„…”, within them «…»")
    assert found["plurals and dates"].how == "few, many, one, other"
    assert not {part.name: part for part in parts("tlh")}["plurals and dates"].is_there
