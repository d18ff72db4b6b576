"""The site's own words, in each of its languages."""

from dataclasses import replace

from tlumach.checks.coverage.site_words import check_site_words
from tlumach.languages.messages import load_messages
from tlumach.languages.own_language import OwnData
from tlumach.library import Library
from tlumach.settings import Settings

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
    assert said(SETTINGS.with_languages({"ja": OwnData({"messages": words})})) == []


def test_on_pages_of_mkdocs_only_the_words_of_notices_are_ours() -> None:
    words = {key: "x" for key in load_messages("en").texts if key.startswith("fresh.")}
    guest = replace(SETTINGS, pages="mkdocs")
    assert len(said(guest)) == 1
    assert said(guest.with_languages({"ja": OwnData({"messages": words})})) == []
