from typing import Any

from tlumach.checks.pairs.spelling.rule import check_spelling


def test_both_parts_of_an_english_compound_are_looked_for(findings: Any) -> None:
    known = ("birch", "bark", "honey", "they", "have")
    assert findings(check_spelling, "Мёд.", "Birch theyhave honey.", "en", known=known)
    assert findings(check_spelling, "Мёд.", "Birch birchbark honey.", "en", known=known) == []
    assert findings(check_spelling, "Мёд.", "Birch birchbakr honey.", "en", known=known)


def test_a_common_beginning_is_left_off(findings: Any) -> None:
    assert findings(check_spelling, "Мёд.", "Honey antihoney anti-honey.", "en", known=("honey",)) == []
    assert findings(check_spelling, "Мёд.", "Honey antihonney.", "en", known=("honey",))
