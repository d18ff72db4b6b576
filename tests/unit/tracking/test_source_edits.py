"""What an edit did to a source: typography, or something that a translation has to follow."""

import pytest
from tests.unit.exchange.pages import tracked

from tlumach.problems import Code
from tlumach.tracking.confirming import Said, confirm, refusals, two_sided
from tlumach.tracking.source_edits import is_typographic

THEN = "В 2021 году «Заря» из Киева не продала 1 200 станков, и рынок это заметил."
HARMLESS = [
    THEN.replace("«Заря»", '"Заря"'),
    THEN.replace(", и", " и"),
    THEN.replace("1 200", "1\u00a0200"),
    THEN.replace("Киева", "**Киева**"),
    THEN.replace("В 2021", "В\u00a02021"),
    THEN + " ",
    THEN.replace("заметил.", "заметил…"),
]
MEANING = [
    THEN.replace("2021", "2022"),
    THEN.replace("Киева", "Львова"),
    THEN.replace("не продала", "продала"),
    THEN.replace("Заря", "Зоря"),
    THEN.replace("1 200", "1 300"),
    THEN.replace("станков", "танков"),
    THEN.replace("заметил.", "заметил?"),
    THEN.replace("1 200", "−1 200"),
    THEN.replace("станков", "[станков](../glossary/machine.md)"),
    THEN.replace("рынок", "рынок[^a]"),
    THEN + " Это всё.",
]


@pytest.mark.parametrize(
    ("then", "now"),
    [("Слово `love123`.", "Слово `love12`."), ("Слово `a()` тут.", "Слово `a(` тут."), ("Слово ``a`b`` тут.", "Слово ``a`c`` тут."),
     ("Python3 и Argon2.", "Python3 и Argon1."), ("Код `**а**`.", "Код `**а*`."), ("Слово `аббат`.", "Слово `аббата`.")],
)  # fmt: skip
def test_code_and_figures_in_names_are_what_they_are_to_the_letter(then: str, now: str) -> None:
    assert not is_typographic(then, now, "ru")


@pytest.mark.parametrize("now", HARMLESS)
def test_typography_needs_no_new_translation(now: str) -> None:
    assert is_typographic(THEN, now, "ru")


@pytest.mark.parametrize("now", MEANING)
def test_what_says_something_else_does(now: str) -> None:
    assert not is_typographic(THEN, now, "ru")


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ("The comittee met.", "The committee met.", True),
        ("The committee meet.", "The committee met.", False),
        ("Smitth met them.", "Smith met them.", False),
        ("It is now allowed.", "It is not allowed.", False),
    ],
)
def test_a_slip_that_was_mended_is_told_by_the_dictionary(then: str, now: str, expected: bool) -> None:
    assert is_typographic(then, now, "en") is expected


def codes(source: str, translation: str, unchanged: bool = False) -> list[Code]:
    first = tracked(THEN, "Переклад.")
    page = tracked(source, translation, confirm(first, two_sided(first), Said("2026-01-02")))
    return [problem.code for problem in refusals(page, two_sided(page), unchanged)]


def test_an_old_translation_of_a_new_source_is_confirmed_with_a_reason_alone() -> None:
    assert codes(MEANING[0], "Переклад.") == [Code.UNCHANGED_TRANSLATION]
    assert codes(MEANING[0], "Переклад.", unchanged=True) == []
    assert codes(MEANING[0], "Новий переклад.") == []
    assert codes(HARMLESS[0], "Переклад.") == []
