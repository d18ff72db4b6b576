from typing import Any

import pytest

from tlumach.blocks import split
from tlumach.checks.pairs.pair import Knowledge, Side
from tlumach.checks.pairs.spelling.rule import check_spelling, misspelt
from tlumach.languages.spelling import Knows, Speller
from tlumach.problems import Level

KNOWN = ("the", "plant", "makes", "honey", "war", "sappers", "work", "heavy")


@pytest.mark.parametrize(
    ("target", "word"), [("The plant makes honney.", "honney"), ("Sapers work the plant.", "Sapers")]
)
def test_an_unknown_word_is_found_with_the_nearest(findings: Any, target: str, word: str) -> None:
    (found,) = findings(check_spelling, "Мёд.", target, "en", known=KNOWN)
    assert f"“{word}”" in found.message and "nearest: " in found.message


@pytest.mark.parametrize(
    "target",
    [
        "The plant makes Prybii.",
        "The anti-war plant, antiplant.",
        "The *troitsa* makes NATO, 5G, F16s.",
        "Maiak makes honey.",
        "The ok plant.",
        "The тенге.",
    ],
)
def test_names_prefixes_titles_and_romanised_words_are_let_be(findings: Any, target: str) -> None:
    assert findings(check_spelling, "Маяк делает мёд.", target, "en", known=KNOWN) == []


def test_what_pymorphy_knows_is_known(findings: Any) -> None:
    assert findings(check_spelling, "Симфония.", "Це симфонії та тенге.", known=("це",)) == []
    assert findings(check_spelling, "Симфония.", "Це симфоінію.", known=("це",))


def test_a_slip_is_a_warning_and_a_new_word_is_info(findings: Any) -> None:
    (slip,) = findings(check_spelling, "Симфония.", "Це симфоінію.", known=("це", "симфонію"))
    (new,) = findings(check_spelling, "Токен.", "Це фронтендик.", known=("це",))
    assert (slip.level, new.level) == (None, Level.INFO)


def test_without_a_dictionary_nothing_is_said(findings: Any) -> None:
    assert findings(check_spelling, "Мёд.", "Honney.", "en") == []


def test_a_page_in_the_source_language_is_looked_at_by_itself() -> None:
    class Listed(Knows):
        def spell(self, word: str) -> bool:
            return word in {"завод", "варит"}  # «биткоинный» is no slip

    side = Side("ru", split("Завод вариит *ввариит* и биткоинный мёд.")[0][0])
    (found,) = misspelt(side, Knowledge(None, frozenset({"и"}), {"ru": Speller([Listed()])}))
    assert "“вариит” (nearest: варит)" in found.message


def test_a_short_quotation_with_a_capital_is_a_name(findings: Any) -> None:
    known = ("центр", "бега", "закрили", "сказали", "вони", "сьогодні")
    assert findings(check_spelling, "Центр «Вега».", "Центр «Мега» закрили.", known=known) == []
    assert findings(
        check_spelling, "Сказали: «Центр».", "«Ценнтр закрили сьогодні, сказали», сказали вони.", known=known
    )
