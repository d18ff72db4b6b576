from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tlumach.checks import check_library
from tlumach.checks.pairs.content.untranslated import check_untranslated
from tlumach.library import Library

MakeLibrary = Callable[..., Library]

SENTENCE = "Деревня будет готова к декабрю, потом там будут жить молодые семьи."


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        (SENTENCE, SENTENCE, "uk"),
        (SENTENCE, SENTENCE, "en"),
        ("Нам нужна помощь.", "Нам потрібна помощь.", "uk"),
        ("Чего нам не хватает? Всего.", "Чего нам не хватает? Усього.", "uk"),
        ("- раз\n- два слова", "- один\n- ", "uk"),
        ("![Карта боёв](x.png)", "![Карта боёв](x.png)", "en"),
        ("«Я считаю каждый», — говорит она.", "«Я считаю каждый», — каже вона.", "uk"),
    ],
)
def test_what_is_left_or_empty_is_found(findings: Any, source: str, target: str, language: str) -> None:
    assert findings(check_untranslated, source, target, language)


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("## Спорт", "## Спорт", "uk"),
        ("Фото: AFP", "Фото: AFP", "uk"),
        ("Президент Токаев и парламент.", "Президент Токаєв і парламент.", "uk"),
        ("Газета «Новая газета» закрыта.", "Газету «Новая газета» закрито.", "uk"),
        ("Слово «своих» — о войсках.", "Слово «своих» — про війська.", "uk"),
        ("Москва, 5 мая.", "Moscow, 5 May.", "en"),
        ("Слово *мир* важно.", "The word *мир* matters.", "en"),
        ("и т. д.", "і т. д.", "uk"),
        ("```\nа б в г д е\n```", "```\nа б в г д е\n```", "uk"),
    ],
)
def test_what_is_alike_in_both_languages_is_let_be(findings: Any, source: str, target: str, language: str) -> None:
    assert findings(check_untranslated, source, target, language) == []


def test_without_dictionaries_only_long_runs_are_found(findings: Any) -> None:
    assert findings(check_untranslated, SENTENCE, SENTENCE, words=False)
    assert findings(check_untranslated, "Нам нужна помощь.", "Нам потрібна помощь.", words=False) == []


def test_other_languages_have_the_rule_on_runs(findings: Any) -> None:
    assert findings(check_untranslated, SENTENCE, SENTENCE, "kk")
    assert findings(check_untranslated, "на основе закона", "на основе заңға", "kk") == []


def test_names_one_after_the_other_are_let_be(findings: Any) -> None:
    assert findings(check_untranslated, "Шольц, Макрон и Туск приехали.", "Шольц, Макрон і Туск приїхали.") == []


def test_what_the_source_has_in_another_script_already_is_no_leftover(findings: Any) -> None:
    text = "I love the Cloud, and this is the guide to it."
    assert findings(check_untranslated, text, text, "en") == []
    mixed = "Пример: I love the Cloud, and this is the guide to it."
    assert findings(check_untranslated, mixed, mixed.replace("Пример", "Приклад"), "uk") == []
    assert findings(check_untranslated, "Пример такой подписи к снимку.", "Пример такой подписи к снимку.", "en")


@pytest.mark.parametrize(
    ("own", "left"),
    [("", ["docs/uk/a.md", "docs/uk/a.md"]), ("туаз\nтуазах\n", [])],
)
def test_a_rare_word_of_both_languages_is_one_of_the_projects_own(
    make_library: MakeLibrary, own: str, left: list[str]
) -> None:
    library = make_library({"ru/a.md": "# Туаз\n\nМеряли в туазах.\n", "uk/a.md": "# Туаз\n\nМіряли в туазах.\n"})
    found = check_library(replace(library, word_lists={"uk": own}), words=True)
    said = [problem for problem in found if problem.code == "untranslated"]
    assert [problem.path for problem in said] == left
    assert all("words/uk.txt" in problem.message for problem in said)


def test_a_word_of_the_glossary_is_no_word_left(make_library: MakeLibrary) -> None:
    term = "---\nterm: туаз\nforms: [туазах]\nkind: notion\n---\n# Туаз\n\nМера.\n"
    pages = {"ru/a.md": "# А\n\nМеряли в туазах.\n", "uk/a.md": "# А\n\nМіряли в туазах.\n"}
    terms = {"ru/glossary/t.md": term, "uk/glossary/t.md": term.replace("Мера", "Міра")}
    found = check_library(make_library({**pages, **terms}), words=True)
    assert not [problem for problem in found if problem.code == "untranslated" and problem.path == "docs/uk/a.md"]


@pytest.mark.parametrize(
    ("language", "target"),
    [
        (
            "ru",
            "В статье «Closure of schools during an influenza pandemic» (Закрытие школ в период пандемии) это одобрили.",
        ),
        (
            "uk",
            "У статті “Closure of schools during an influenza pandemic” («Закриття шкіл під час пандемії») це схвалили.",
        ),
        ("de", "Der Artikel „Closure of schools during an influenza pandemic“ („Schulschließungen“) hieß es gut."),
    ],
)
def test_a_quotation_with_its_translation_in_brackets_is_let_be(findings: Any, language: str, target: str) -> None:
    source = "In an article titled “Closure of schools during an influenza pandemic” they endorsed it."
    assert findings(check_untranslated, source, target, language, source_language="en") == []
    without = target[: target.index(" (")] + target[target.index(")") + 1 :]
    assert findings(check_untranslated, source, without, language, source_language="en")


def test_two_names_of_the_source_in_one_pair_of_brackets_are_let_be(findings: Any) -> None:
    source = "It is called “free and open source software” (FOSS) or “free, libre, and open source software” (FLOSS)."
    given = "Это «свободное ПО» (free and open source software FOSS или free, libre, and open source software FLOSS)."
    assert findings(check_untranslated, source, given, "ru", source_language="en") == []
    assert findings(check_untranslated, source, given.replace("(", "— ").replace(")", ""), "ru", source_language="en")
