from typing import Any

from tlumach.checks.pairs.spelling.rule import check_spelling


def test_a_name_of_the_source_is_let_be_at_the_beginning_of_a_sentence_too(findings: Any) -> None:
    known = ("зростав", "він", "маяк")
    assert findings(check_spelling, "Маєк рос.", "Маєк зростав. Він.", known=known) == []
    assert findings(check_spelling, "Завод рос.", "Маєк зростав. Він.", known=known)


def test_a_word_of_the_source_that_begins_a_sentence_is_no_name(findings: Any) -> None:
    known = ("банку", "попередили", "суд")
    assert findings(check_spelling, "Сотрудники банка.", "Сотруднікі банку попередили.", known=known)
    assert findings(check_spelling, "Мещанский суд.", "Мещанський суд.", known=known) == []


def test_a_word_with_hyphens_is_asked_for_as_a_whole(findings: Any) -> None:
    known = ("це", "хітро-мудрик", "щось")
    assert findings(check_spelling, "Что-то.", "Це щось, хітро-мудрик.", known=known) == []
    assert findings(check_spelling, "Что-то.", "Це щось, хітро-мудрак.", known=known)
