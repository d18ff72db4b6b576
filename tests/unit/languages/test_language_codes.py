"""Codes of languages, their names, and what was meant by those that there are not."""

import pytest

from tlumach.languages.language_codes import english_name, own_name, refusal_of_code


@pytest.mark.parametrize("code", ["uk", "de", "kk", "pt-BR", "sr-Latn", "zh-Hant-TW", "rue", "ba", "cv"])
def test_what_is_a_code_is_taken(code: str) -> None:
    assert refusal_of_code(code) == ""


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("ua", "`uk`"),  # a country
        ("kz", "`kk`"),
        ("cz", "`cs`"),
        ("jp", "`ja`"),
        ("EN", "`en`"),
        ("pt_br", "`pt-BR`"),
        ("sr-latn", "`sr-Latn`"),
        ("Ukrainian", "`uk`"),
        ("german", "`de`"),
        ("xx", "such as"),
        ("de-XX", "such as"),
        ("русский", "such as"),
        ("", "such as"),
        ("../x", "such as"),
    ],
)
def test_what_is_none_is_told_what_was_perhaps_meant(code: str, meant: str) -> None:
    assert meant in refusal_of_code(code)


def test_languages_have_names() -> None:
    assert [own_name(code) for code in ("uk", "de", "kk", "pt-BR", "rue")] == [
        "Українська",
        "Deutsch",
        "Қазақ тілі",
        "Português (Brasil)",
        "Rusyn",
    ]
    assert [english_name(code) for code in ("uk", "sr-Latn", "rue")] == ["Ukrainian", "Serbian (Latin)", "Rusyn"]


def test_the_script_of_georgia_has_no_capitals_at_the_beginning_of_words() -> None:
    assert own_name("ka") == "ქართული" and own_name("de") == "Deutsch"
