import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.blocks import BlockKind
from tlumach.blocks.syntax import OWN, syntax_of
from tlumach.checks.pairs.opaque import OBJECT
from tlumach.checks.pairs.prose import prose

WITH_MARKS = syntax_of(
    [
        *OWN.extensions,
        "pymdownx.mark",
        "pymdownx.caret",
        "pymdownx.tilde",
        "pymdownx.keys",
        "pymdownx.blocks.admonition",
    ],
    {},
)


@pytest.mark.parametrize(
    ("markdown", "kind", "text"),
    [
        ("Раз [два](x.md \"y\"), ![три](z.png).", BlockKind.PARAGRAPH, "Раз два, три."),
        ("## Заголовок { #id }", BlockKind.HEADING, "Заголовок"),
        ("Слово[^a], [^b] и **жирно**, *косо*.", BlockKind.PARAGRAPH, "Слово,  и жирно, косо."),
        ("`код` и <https://x.example>", BlockKind.PARAGRAPH, f"{OBJECT} и {OBJECT}"),
        ("- один\n- два\n    1. три", BlockKind.LIST, "один\nдва\nтри"),
        ("| А | Б |\n| - | - |\n| в | г |", BlockKind.TABLE, "А\nБ\nв\nг"),
        ('!!! note "Коротко"\n\n    Текст.', BlockKind.BOX, "Коротко\nТекст."),
        ("[^a]: Сноска.", BlockKind.FOOTNOTE, "Сноска."),
        ("> Цитата", BlockKind.QUOTATION, "Цитата"),
        ("snake_case и 4 * 5 \\* 6", BlockKind.PARAGRAPH, "snake_case и 4 * 5 * 6"),
        ("```\nкод\n```", BlockKind.CODE, ""),
        ("{* ../../src/a.py hl[1,6:12] *}", BlockKind.PARAGRAPH, ""),
        ("{% include 'a.html' %}", BlockKind.PARAGRAPH, ""),
        ("{! a.md !}", BlockKind.PARAGRAPH, ""),
        ("--8<-- \"a.md\"", BlockKind.PARAGRAPH, ""),
        ("::: package.module", BlockKind.PARAGRAPH, ""),
        ("[TOC]", BlockKind.PARAGRAPH, ""),
        ('[iframe src="https://x.example" width=5]', BlockKind.PARAGRAPH, ""),
        ("Раз {{ version }} два", BlockKind.PARAGRAPH, f"Раз {OBJECT} два"),
        ("Раз [sic] и [два][b]", BlockKind.PARAGRAPH, "Раз [sic] и два"),
        ("[раз](  https://x.example  ) два", BlockKind.PARAGRAPH, "раз два"),
        ("Тире &mdash; и&nbsp;AT&amp;T &raquo", BlockKind.PARAGRAPH, "Тире — и\u00a0AT&T &raquo"),
        ("Нажмите ++ctrl+c++ :smile: 10:30", BlockKind.PARAGRAPH, f"Нажмите {OBJECT} {OBJECT} 10:30"),
        ("~~раз~~ ==два== ^^три^^ a == b", BlockKind.PARAGRAPH, "раз два три a == b"),
        ("/// note | Заголовок\nРаз.\n///", BlockKind.BOX, "Заголовок\nРаз."),
        ('=== "Вкладка"\n\n    Раз.', BlockKind.TABS, "Вкладка\nРаз."),
        ("- раз\n\n    ```python\n    x = 1\n    ```\n\n- два", BlockKind.LIST, f"раз\n{OBJECT}\nдва"),
        ("- раз\n\n        x = 1\n\n- два", BlockKind.LIST, f"раз\n{OBJECT}\nдва"),
        ('!!! note "А"\n\n    ~~~\n    x\n    ~~~', BlockKind.BOX, f"А\n{OBJECT}"),
        ("> раз\n>\n>     x = 1", BlockKind.QUOTATION, f"раз\n{OBJECT}"),
        ("[^a]: раз\n\n        x = 1", BlockKind.FOOTNOTE, f"раз\n{OBJECT}"),
    ],
)  # fmt: skip
def test_prose_is_what_a_reader_sees(markdown: str, kind: BlockKind, text: str) -> None:
    assert "\n".join(line for _, line in prose(markdown, kind, WITH_MARKS).lines) == text


def test_marks_that_the_project_has_not_on_are_text() -> None:
    assert prose("==два== и ~~три~~").text == "==два== и ~~три~~"


def test_a_place_in_the_prose_has_its_line_in_the_block() -> None:
    found = prose('!!! note "Коротко"\n\n    - [Раз](x.md).\n    - Два.', BlockKind.BOX)
    assert [found.line_at(found.text.index(word)) for word in ("Коротко", "Раз", "Два")] == [0, 2, 3]


def test_sentences_end_with_a_mark_and_begin_with_a_capital() -> None:
    found = prose("Раз, 2 тыс. человек. «Два!» — сказал он. Три")
    assert [each.text for each in found.sentences] == ["Раз, 2 тыс. человек.", "«Два!» — сказал он.", "Три"]
    assert all(found.text.startswith(each.text, each.start) for each in found.sentences)
    assert [each.key for each in found.sentences] == ["раз 2 тыс человек", "два сказал он", "три"]


def test_line_ends_part_sentences_and_marks_within_do_not() -> None:
    found = prose("Это т. е. раз?!» Два…\n\n.\nи три. четыре")
    assert [each.text for each in found.sentences] == ["Это т. е. раз?!", "Два…", ".", "и три. четыре"]


@given(st.text(alphabet="аб []()*_`|\n#>-!^:{}\\<1.", max_size=80), st.sampled_from(list(BlockKind)))
def test_any_text_has_prose_and_lines_of_its_own(text: str, kind: BlockKind) -> None:
    found = prose(text, kind)
    lines = [found.line_at(place) for place in range(len(found.text))]
    assert lines == sorted(lines)
    assert all(0 <= line <= text.count("\n") for line in lines)
