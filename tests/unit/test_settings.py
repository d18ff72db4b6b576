from typing import Any

import pytest
import yaml

from tlumach.languages.own_language import OwnData
from tlumach.settings import Settings, read_settings

GOOD = """
site_name: Тлумач
site_url: !ENV [SITE_URL_OF_THE_TEST, 'https://tlumach.example/']
plugins:
  - search
  - i18n:
      languages:
        - {locale: uk, name: Українська}
        - {locale: ru, name: Русский, default: true}
        - {locale: en, name: English, site_name: Tlumach}
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
validation:
  relative: !relative $docs_dir
"""


def settings_of(text: str) -> Settings:
    found, problems = read_settings(text)
    assert found and not problems
    return found


def test_the_source_language_comes_first_and_the_others_keep_their_order() -> None:
    found = settings_of(GOOD)
    assert found.languages == ("ru", "uk", "en")
    assert found.source == "ru"
    assert found.translations == ("uk", "en")


def test_names_are_those_of_each_language() -> None:
    found = settings_of(GOOD)
    assert found.language_names == {"ru": "Русский", "uk": "Українська", "en": "English"}
    assert found.site_names == {"ru": "Тлумач", "uk": "Тлумач", "en": "Tlumach"}


def test_the_source_language_stands_at_the_root_of_the_site_and_the_others_in_folders() -> None:
    found = settings_of(GOOD)
    assert [found.prefix(language) for language in found.languages] == ["", "uk/", "en/"]


def test_the_address_is_the_default_of_the_file_until_the_environment_sets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL_OF_THE_TEST", raising=False)
    assert settings_of(GOOD).site_url == "https://tlumach.example/"
    monkeypatch.setenv("SITE_URL_OF_THE_TEST", "https://news.example/reader")
    assert settings_of(GOOD).site_url == "https://news.example/reader/"


def test_tags_that_only_mkdocs_knows_pass_and_run_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert settings_of(GOOD + "extra: !!python/object/apply:builtins.print [run]\n").source == "ru"
    assert capsys.readouterr().out == ""


@pytest.mark.cases("settings/invalid")
def test_a_file_that_cannot_be_used_is_one_problem_with_its_line(case: dict[str, Any]) -> None:
    found, problems = read_settings(case["text"])
    assert found is None
    (problem,) = problems
    assert (problem.path, problem.line, problem.code) == ("mkdocs.yml", case["line"], "settings")
    assert all(word in problem.message for word in case["says"]), problem.message


@pytest.mark.parametrize(
    ("extra", "expected"), [("extra: {license: CC BY 4.0}", "CC BY 4.0"), ("extra: {}", ""), ("", "")]
)
def test_a_licence_is_named_only_where_the_publisher_names_one(extra: str, expected: str) -> None:
    languages = "plugins: [{i18n: {languages: [{locale: ru, name: Русский, default: true}]}}]"
    settings, _ = read_settings(f"{languages}\n{extra}\n")
    assert settings and settings.license == expected


def test_the_navigation_says_what_it_names_and_where() -> None:
    nav = """nav:
  - index.md  # the front page
  - About: about.md
  - Part one:
    - "First: of two": 'first/index.md'
    - Inner:
      - first/notes.md
  - https://example.org/about.md
"""
    found = settings_of(GOOD + nav).navigation
    begin = GOOD.count("\n") + 1
    assert found == (
        ("index.md", begin + 1),
        ("about.md", begin + 2),
        ("first/index.md", begin + 4),
        ("first/notes.md", begin + 6),
        ("https://example.org/about.md", begin + 7),
    )


@pytest.mark.parametrize("nav", ["nav:", "nav: [3, {A: 4}]", "nav: about.md"])
def test_a_navigation_of_another_form_names_what_it_can(nav: str) -> None:
    assert [name for name, _ in settings_of(f"{GOOD}{nav}\n").navigation] in ([], ["about.md"])


def with_share(written: str) -> str:
    return GOOD.replace("markdown_extensions:", f"  - tlumach:\n      in_preparation: {written}\nmarkdown_extensions:")


@pytest.mark.parametrize(("written", "share"), [("60%", 60), ("60", 60), ("'60 %'", 60), ("100%", 100), ("0", 0)])
def test_the_share_below_which_a_language_is_in_preparation(written: str, share: int) -> None:
    assert settings_of(with_share(written)).in_preparation == share


@pytest.mark.parametrize("written", ["most", "101%", "-1", "0.5", "[60]", "true"])
def test_a_share_that_is_none_is_said(written: str) -> None:
    found, [problem] = read_settings(with_share(written))
    assert found and found.in_preparation == 0
    assert problem.line == 12 and f"in_preparation: {yaml.safe_load(written)}" in problem.message


def test_the_link_that_i18n_takes_for_a_language_is_none() -> None:
    text = GUEST_WITH_A_LINK
    settings, problems = read_settings(text)
    assert settings is not None and settings.languages == ("en", "uk") and not problems


GUEST_WITH_A_LINK = """site_name: A
theme: material
plugins:
  - i18n:
      languages:
        - {locale: en, name: English, default: true}
        - {locale: uk, name: Українська}
        - {locale: "null", name: Help to translate, fixed_link: "https://example.org/"}
  - tlumach
"""


def test_a_code_that_the_plugin_refuses_is_told_with_its_line() -> None:
    text = (
        "site_name: A\nplugins:\n  - i18n:\n      languages:\n        - {locale: ru, name: R, default: true}\n"
        "        - {locale: crh, name: C}\n        - {locale: pt_BR, name: P}\n  - tlumach\n"
    )
    settings, problems = read_settings(text)
    assert settings is not None
    assert [(each.line, "`crh` is a code that the plugin" in each.message) for each in problems] == [(6, True)]


def test_the_words_of_a_language_are_put_together_once_for_the_same_settings() -> None:
    settings = settings_of(GOOD)
    assert settings.say("ru") is settings.say("ru") and settings.say("ru") is not settings_of(GOOD).say("ru")
    own = settings.with_languages({"ru": OwnData({"messages": {"notes.heading": "Сноски сайта"}})})
    assert own.say("ru")("notes.heading") == "Сноски сайта" != settings.say("ru")("notes.heading")
