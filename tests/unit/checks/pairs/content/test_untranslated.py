from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tlumach.checks import check_library
from tlumach.checks.pairs.content.untranslated import check_untranslated
from tlumach.library import Library
from tlumach.problems import Level

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


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        (
            "You get “the headers of this page were already sent by the server” there.",
            "Будет «the headers of this page were already sent by the server», вот так.",
            Level.INFO,
        ),
        (
            "Types such as bit, varbit, char, varchar, nchar here.",
            "Типы bit, varbit, char, varchar, nchar тут.",
            Level.INFO,
        ),
        (
            "See [how to limit resources of all the pods](https://a.example/x) there.",
            "См. [how to limit resources of all the pods](https://a.example/x) там.",
            Level.INFO,
        ),
        (
            "It is known. We then run the tests of this crate.",
            "Это известно. We then run the tests of this crate.",
            None,
        ),
        ("We then run “the tests of this crate” again.", "We then run “the tests of this crate” again.", None),
    ],
)
def test_what_is_set_off_or_a_list_of_values_is_info(
    findings: Any, source: str, target: str, level: Level | None
) -> None:
    found = findings(check_untranslated, source, target, "ru", source_language="en")
    assert found and found[0].level is level


def test_one_word_of_a_kindred_language_is_a_warning_and_a_sentence_an_error(findings: Any) -> None:
    (one,) = findings(check_untranslated, "Нам нужна помощь.", "Нам потрібна помощь.", "uk")
    (whole,) = findings(check_untranslated, SENTENCE, SENTENCE, "uk")
    assert (one.level, whole.level) == (Level.WARNING, None)


def test_a_long_word_in_brackets_is_read_in_no_time(findings: Any) -> None:
    """Each letter of it could once be a word of its own, so that reading took twice as long with each."""
    word = "a" * 40
    assert findings(check_untranslated, f"One ({word}!) two.", f"Раз ({word}!) два.", "ru", source_language="en") == []


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        ("## 429: Too Many Requests: retry after it", "## 429: Too Many Requests: retry after it", Level.INFO),
        ("# Local images must be imported.", "# Local images must be imported.", Level.INFO),
        ("## How to use the tray of your system", "## How to use the tray of your system", None),
        ("## Example: blocking the event loop", "## Example: blocking the event loop", None),
        ("Local images must be imported there.", "Local images must be imported there.", None),
    ],
)
def test_a_heading_that_is_a_message_is_info(findings: Any, source: str, target: str, level: Level | None) -> None:
    found = findings(check_untranslated, source, target, "ru", source_language="en")
    assert found and found[0].level is level


def test_an_index_of_names_of_code_is_not_translated(findings: Any) -> None:
    names = ["abort", "abort_if", "after", "basename", "beforeLast", "find", "is"]
    listed = "\n".join(f"- [{each}](#method-{each.replace('_', '-').lower()})" for each in names)
    assert findings(check_untranslated, listed, listed, "ru", source_language="en") == []
    contents = "- [Installation of it](#installation)\n- [How to use it](#usage)\n- [What to read](#more)"
    assert findings(check_untranslated, contents, contents, "ru", source_language="en")
