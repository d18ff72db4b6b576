"""What is there for a language, and what is missing."""

from dataclasses import replace

import pytest

from tlumach.checks import coverage
from tlumach.checks.coverage import Part, check_site_words
from tlumach.languages.messages import known_languages, load_messages
from tlumach.library import Library
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
    assert all(there for name, there in found.items() if name != "spelling")  # that is the system's
    assert gaps(language) in ("", "spelling")


@pytest.mark.parametrize(
    ("language", "forms"), [("de", True), ("pl", True), ("tr", True), ("kk", True), ("be", True), ("tlh", False)]
)
def test_what_is_not_there_is_said(language: str, forms: bool) -> None:
    found = {part.name: part for part in parts(language)}
    assert found["forms of words"].is_there is forms
    assert ("numbers in words" in gaps(language)) is (language in ("tr", "tlh"))
    assert found["numbers in words"].is_there is (language not in ("tr", "tlh"))
    assert found["words of the site"].is_there is (language in known_languages())


def test_where_to_write_the_words_of_the_site_is_said() -> None:
    assert "write languages/tlh.yml" in next(part.how for part in parts("tlh") if part.name == "words of the site")


SETTINGS = Settings(("en", "de", "ja"), "", {}, {})


def said(settings: Settings) -> list[tuple[str, str]]:
    return [(problem.path, problem.message) for problem in check_site_words(Library(settings, {}))]


def test_a_language_without_words_is_told_once_with_the_file_to_write() -> None:
    (path, message), *others = said(SETTINGS)
    assert not others
    assert path == "languages/ja.yml"
    assert "on pages in Japanese" in message and "Write languages/ja.yml" in message


def test_a_project_that_has_them_is_not_told() -> None:
    words = dict(load_messages("en").texts)
    assert said(replace(SETTINGS, own_languages={"ja": {"messages": words}})) == []


def test_on_pages_of_mkdocs_only_the_words_of_notices_are_ours() -> None:
    words = {key: "x" for key in load_messages("en").texts if key.startswith("fresh.")}
    guest = replace(SETTINGS, pages="mkdocs")
    assert len(said(guest)) == 1
    assert said(replace(guest, own_languages={"ja": {"messages": words}})) == []


def test_what_the_cldr_knows_is_said() -> None:
    found = {part.name: part for part in parts("pl")}
    assert found["quotation marks"].how.startswith("„…”, within them «…»")
    assert found["plurals and dates"].how == "few, many, one, other"
    assert not {part.name: part for part in parts("tlh")}["plurals and dates"].is_there
