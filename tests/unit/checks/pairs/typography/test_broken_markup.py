from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.blocks import split
from tlumach.checks.pairs.pair import Side
from tlumach.checks.pairs.typography.broken_markup import check_broken_markup, visible_marks


@pytest.mark.parametrize(
    "target",
    [
        "Це ** важливе ** слово.",
        "Це **x* слово.",
        "Це 5*важливе слово.",
        "Це (важливе)*слово.",
        "Це **5*3 слово.",
        "Це **важливе слово.",
        "Це важливе** слово.",
        "Це *важливе слово.",
        "Це _важливе слово.",
        "Це __важливе_ слово.",
        "Це ＊＊важливе＊＊ слово.",
        "Це **важливе ** слово.",
        "Це ***важливе** слово.",
        "- Це **важливе\n- слово**.",
        "| Це **важливе | слово** |\n|---|---|\n| а | б |",
        "Це \\*\\*важливе\\*\\* слово.",
        "Це `важливе слово.",
        "Це& nbsp;важливе слово.",
        "Це &mdash важливе слово.",
        "Це &nbsp важливе слово.",
        "Це &mdash ; важливе слово.",
        "Це &NBSP; важливе слово.",
        "Це [важливе ](https://x.example)слово.",
        "Це слово[ важливе](https://x.example).",
        "Це [важливе] (https://x.example) слово.",
        "Це (важливе)[https://x.example] слово.",
        "Це [важливе}(https://x.example) слово.",
        "Це [важливе](https://x.example слово.",
        "Це < https://x.example > слово.",
        "Це <https://x.example > слово.",
        "Це ［важливе］(https://x.example) слово.",
    ],
)
def test_marks_that_readers_see_are_found(findings: Any, target: str) -> None:
    assert findings(check_broken_markup, "Это **важное** слово [тут](https://x.example).", target)


@pytest.mark.parametrize(
    "target",
    [
        "Це **важливе**, *слово* і ***обидва***.",
        "Це **«важливе»**слово, __так__ і _ні_.",
        "**Важливе:** слово*ми*.",
        "4 * 5 * 6, snake_case і __init__.",
        "1/20*100% = 5%, 2*3, (2+3)*4, (2+3)*(4+5), a*b, 2*x, 30%*5, 2*π*r, 2**10, 5* 3, 5 *3.",
        "Площа **5*3** і **5*3 м².**",
        "`**x*` і ``a ` b``",
        "\\*зірочка, \\_риска, 5\\*",
        "[**важливе**](https://x.example/_a_b) і <https://x.example/*>",
        "**[важливе](https://x.example)** і [^a_b]",
        "* пункт\n* **два**\n* _три_",
        "&mdash; &nbsp; &amp; &#160; AT&T, Q&A, R & D;",
        "[а](b.md) (див. далі), [sic] (так), [1]: x",
        "## Заголовок { .a_b }\n",
        ":material_icon: і $a_1*b_2$",
        "***\n",
        "комп`ютер",
        "*Він сказав: «так».* І пішов.",
        "**a *b* c** і *a **b** c*",
        "*[HTML]: мова",
        "| **а** | *б* |\n|---|---|\n| \\* | 4 * 5 |",
        "> **Важливе**\n> *слово*",
        "спитайте: _«Що далі?»_, і *(так)*, і **„ні“**.",
        'Символ "*" і «_» та (*)',
        "f(x) [a](b) < 5 та x > 3",
    ],
)
def test_marks_that_are_read_or_stand_for_themselves_are_let_be(findings: Any, target: str) -> None:
    assert findings(check_broken_markup, "Слово.", target) == []


def test_what_the_source_has_too_is_let_be(findings: Any) -> None:
    assert findings(check_broken_markup, "Цена 5** рублей.", "Ціна 5** рублів.") == []


def test_the_line_and_the_mark_are_named(findings: Any) -> None:
    (found,) = findings(check_broken_markup, "Раз\nдва", "Один\n** два **")
    assert found.line == 1 and "`**`" in found.message and "emphasis" in found.message


@given(st.text(alphabet="аx *_`[]()<>&;\n|-", max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    for block in split(text)[0]:
        side = Side("uk", block)
        assert all(side.text.startswith(each.mark, each.place) for each in visible_marks(side))
