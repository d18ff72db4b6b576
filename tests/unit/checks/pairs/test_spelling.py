from typing import Any

import pytest

from tlumach.checks.pairs.spelling import check_spelling

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


def test_without_a_dictionary_nothing_is_said(findings: Any) -> None:
    assert findings(check_spelling, "Мёд.", "Honney.", "en") == []
