from typing import Any

import pytest
from tests.unit.checks.pairs.conftest import Findings

from tlumach.blocks import Block, BlockKind
from tlumach.checks.pairs.content.structure import check_structure
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, Side
from tlumach.problems import Level


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("## Итоги", "### Підсумки", "level of the heading: the source has 2, this has 3"),
        ("Итоги", "- Підсумки", "is a list, where the source has a paragraph"),
        ("- раз\n- два", "- раз", "list items (level and kind): the source has 2 (1• 1•), this has 1 (1•)"),
        ("1. раз", "- раз", "1#"),
        ("- а\n    - б", "- а\n- б", "2•"),
        (
            "| А | Б |\n|---|---|\n| в | г |",
            "| А | Б |\n|---|---|",
            "cells of each row: the source has 2, 2, 2, this has 2, 2",
        ),
        ('!!! note "А"\n\n    Б.', '!!! tip "А"\n\n    Б.', "kind of box: the source has !!! note, this has !!! tip"),
        ('!!! note "А"\n\n    Б.\n\n    В.', '!!! note "А"\n\n    Б. В.', "paragraphs: the source has 3, this has 2"),
        ("![а](x.png) б", "б", "images: the source has 1, this has none"),
        ("`sha256sum -c`", "`sha256sum -C`", "code: the source has “sha256sum -c”"),
        ("```\na\n```", "```\nb\n```", "code: the source has"),
    ],
)
def test_what_differs_is_named(findings: Any, source: str, target: str, said: str) -> None:
    found = findings(check_structure, source, target)
    assert said in found[0].message


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("# А { #a }", "# Б { #a }"),
        ("- а\n- б", "* а\n* б"),
        ("1. а\n2. б", "1. а\n1. б"),
        ("Команда `x КЛЮЧ`.", "Команда `x KEY`."),
        ("| А |\n|---|", "| Б  |\n| --- |"),
        ("<b>а</b>", "<i>б</i>"),
    ],
)
def test_what_differs_in_nothing_that_counts_is_let_be(findings: Any, source: str, target: str) -> None:
    assert findings(check_structure, source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("- раз\n\n    два\n\n- три", "- раз два\n\n- три"),
        ("- раз\n    1. два\n    2. три", "- раз\n    1. два три"),
        ("> раз\n>\n> два", "> раз два"),
        ("> раз\n> > два", "> раз\n> два"),
        ("> ## раз\n>\n> два", "> раз\n>\n> два"),
        ("[^a]: раз\n\n    два", "[^a]: раз два"),
        ("раз  \nдва  \nтри", "раз  \nдва три"),
        ("раз<br>два", "раз два"),
        ("## Раз { #who } ", "## Раз { #who } два"),
        ("## Раз { .headline }", "## Раз"),
        ("Раз\n{ .lead }", "Раз { .lead } два"),
        ('!!! note "А"\n\n    ## Б\n\n    В', '!!! note "А"\n\n    Б\n\n    В'),
        ('!!! note "А"\n\n    > Б\n\n    В', '!!! note "А"\n\n    Б\n\n    В'),
        ('!!! note "А"\n\n    - Б\n    - В', '!!! note "А"\n\n    - Б В'),
        ('!!! note "А"\n\n    ??? tip "Б"\n\n        В', '!!! note "А"\n\n    !!! tip "Б"\n\n        В'),
        ("- раз\n\n    ```\n    x\n    y\n    ```", "- раз\n\n    ```\n    x\n    ```"),
    ],
)
def test_what_is_within_a_block_counts(findings: Any, source: str, target: str) -> None:
    assert findings(check_structure, source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Команда `rm -rf x`.", "Команда `rm -r x`."),
        ("Файл `a.txt` тут.", "Файл тут."),
        ("`git push`", "git push"),
        ("```python\nx = 80\n```", "```python\nx = 90\n```"),
        ("```sh\n# раз\nls -l\n```", "```sh\n# один\nls -a\n```"),
        ("```\nа\nb\n```", "```\nа\n```"),
        ("- раз\n\n    ```\n    x = 1\n    ```", "- раз\n\n    ```\n    x = 2\n    ```"),
        ("- раз\n\n        x = 1", "- раз\n\n        x = 2"),
        ("`None` и `true`", "`Ничто` и `true`"),
        ("`a` или `b`", "`a` или `c`"),
    ],
)
def test_changed_code_is_found_wherever_it_stands(findings: Any, source: str, target: str) -> None:
    assert findings(check_structure, source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("```python\nx = 1  # one\n```", "```python\nx = 1  # один\n```"),
        ("```js\nf('hello') // say\n```", "```js\nf('привіт') // сказати\n```"),
        ("```c\n/* a\n b */\nf();\n```", "```c\n/* один\n два */\nf();\n```"),
        ("```html\n<b>Item</b>\n```", "```html\n<b>Річ</b>\n```"),
        ("```\n.\n├── app  # the app\n```", "```\n.\n├── app  # застосунок\n```"),
        ("```mermaid\nA[Start] --> B[End]\n```", "```mermaid\nA[Початок] --> B[Кінець]\n```"),
        ("It is a union.", "Це об’єднання (`union`)."),
        ("A `list` of `int`.", "Список із `int`."),
        ("It will `raise` an error.", "Це кине помилку."),
        ("`yield` and the code after it", "`yield` і код після `yield`"),
        ("Call the `app`.", "Викличте app."),
        ("Put `<your name>`.", "Введіть `<ваше ім’я>`."),
        ("Open `https://x.example/a`.", "Відкрийте <https://x.example/a>."),
        ("> `x`\n> а", "> а\n> `x`"),
        ("# А", "# А { #a }"),
    ],
)
def test_what_is_written_in_code_for_people_may_be_translated(findings: Any, source: str, target: str) -> None:
    assert findings(check_structure, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        (
            "- раз\n{ .a }\n- два",
            "- раз\n- два\n{ .a }",
            "its parts in order: the source has • { .a } •, this has • • { .a }.",
        ),
        ("- раз\n{ .a }\n- два\n{ .b }", "- раз\n{ .b }\n- два\n{ .a }", "{ .b } •"),
        ("3. раз\n4. два", "1. раз\n2. два", "first numbers of lists: the source has 3, this has 1."),
        ("> 3. раз", "> 1. раз", "first numbers"),
        (
            "- раз\n\n    3. два\n\n- раз\n\n    5. два",
            "- раз\n\n    3. два\n\n- раз\n\n    1. два",
            "3, 5, this has 3, 1",
        ),
        ("- раз\n\n    ещё\n\n- два", "- раз\n\n- два\n\n    ще", "• ¶ •"),
        ("- раз\n\n    > ещё\n\n- два", "- раз\n\n- два\n\n    > ще", "• >¶ •"),
        ("- раз\n\n    ```\n    x\n    ```\n\n- два", "- раз\n\n- два\n\n    ```\n    x\n    ```", "• ¶ •"),
        ("> раз\n> { .a }\n>\n> два", "> раз\n>\n> два\n> { .a }", ">¶ { .a } >¶"),
        ('!!! note "А"\n\n    раз\n\n    - два', '!!! note "А"\n\n    - два\n\n    раз', "!!! ¶ •"),
        ('!!! note "А"\n\n    ## Б { #x }\n\n    ## В', '!!! note "А"\n\n    ## Б\n\n    ## В { #x }', "## { #x } ##"),
        (
            '!!! note inline end "А"\n\n    Б',
            '!!! note "А"\n\n    Б',
            "kind of box: the source has !!! note inline end",
        ),
        ('!!! note ""\n\n    Б', '!!! note "А"\n\n    Б', 'kind of box: the source has !!! note ""'),
        (
            "| А | Б |\n|---|--:|\n| в | г |",
            "| А | Б |\n|--:|---|\n| в | г |",
            "columns: the source has - >, this has > -.",
        ),
        ("| А | Б |\n|---|---|\n| в { .a } | г |", "| А | Б |\n|---|---|\n| в | г { .a } |", "{ .a } in row 3, cell 1"),
        ("```py\nx\n```", "```js\nx\n```", "mark of code: the source has py, this has js."),
        ('- раз\n\n    ```py hl_lines="2"\n    x\n    ```', "- раз\n\n    ```py\n    x\n    ```", 'py hl_lines="2"'),
    ],
)
def test_what_stands_elsewhere_is_found_though_there_is_as_much_of_it(
    findings: Any, source: str, target: str, said: str
) -> None:
    (found,) = findings(check_structure, source, target)
    assert said in found.message


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("3. раз\n4. два", "3. раз\n3. два"),
        ("1. раз\n\n    - а\n\n2. два", "1. раз\n\n    - а\n\n1. два"),
        ("- раз\nпродолжение\n- два", "- раз\n- два\nпродовження"),
        ("| А | Б |\n|:--|:-:|\n| в | г |", "А | Б\n:---|:---:\nв | г"),
        ('```py title="Раз"\nx\n```', '``` py title="Один"\nx\n```'),
        ('!!! note "А"\n\n    Б', '!!! note "Б"\n\n    В\n    Г'),
        ("> раз\n> два\n>\n> три", "> раз два\n>\n> три"),
    ],
)
def test_what_is_only_written_otherwise_stands_where_it_stood(findings: Any, source: str, target: str) -> None:
    assert findings(check_structure, source, target) == []


def test_every_kind_of_block_can_be_compared(findings: Any, lemmatizer: Any) -> None:
    for kind in BlockKind:
        sides = (Side("ru", Block(kind, 1, "а")), Side("uk", Block(kind, 1, "б")))
        assert list(check_structure(AlignedPair(*sides, Knowledge(lemmatizer)))) == [] or kind is BlockKind.CODE


def test_an_attribute_list_right_after_a_piece_is_that_piece_s_wherever_the_line_ends(findings: Any) -> None:
    source = "[One](a.md){ .button }\n[Two](b.md){ .button }"
    assert findings(check_structure, source, "[Раз](a.md){ .button } [Два](b.md){ .button }", "ru") == []
    assert findings(check_structure, source, "[Раз](a.md){ .button }\n[Два](b.md)", "ru")


def test_a_task_that_is_done_on_one_side_alone_is_found(findings: Findings) -> None:
    (found,) = findings(check_structure, "- [ ] раз\n- [x] два", "- [x] раз\n- [x] два")
    assert "tasks done: the source has [ ] [x], this has [x] [x]." in found.message
    assert findings(check_structure, "- [ ] раз\n- [x] два", "* [ ] раз\n* [X] два") == []


@pytest.mark.parametrize(
    ("source", "target", "is_found"),
    [
        ("```js\na = { b() { c() } }\n```", "```js\na = {\n  b() {\n    c()\n  },\n}\n```", False),
        ("```html\n<a\n  b>\n```", "```html\n<a\n  b\n>\n```", False),
        ("```js\na = { b() { c() } }\n```", "```js\na = {\n  b() {\n    d()\n  }\n}\n```", True),
        ("```python\nd = {1: 2}\ne()\n```", "```python\nd = {\n  1: 2}\ne()\n```", True),
        ("```yaml\na: {b: c}\nd: e\n```", "```yaml\na: {b: c} d: e\n```", True),
        ("Where `v-show` is, `v-show` hides.", "Где `v-show`, там скрыто.", False),
        ("Where `v-show` is, `v-show` hides.", "Где `v-show`, там `v-shown` скрывает.", True),
        ("Where `v-show` is.", "Где это есть.", True),
        ("```\na\n```", "```plain\na\n```", False),
        ("Status `404`.", "Статус 404.", False),
        ("Status `404`.", "Статус 403.", True),
    ],
)
def test_code_may_be_laid_out_anew_where_line_breaks_mean_nothing(
    findings: Any, source: str, target: str, is_found: bool
) -> None:
    assert bool(findings(check_structure, source, target)) is is_found


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("> A value of more than\n> 256. If so, it wraps.", "> Значение больше 256. Тогда\n> оно переходит."),
        ("- a\n\n    One of\n    3. And so on.\n\n- b", "- а\n\n    Одно из 3. И так далее.\n\n- б"),
        ('!!! note "A"\n\n    ```py\n    x\n\n    y\n    ```', '!!! note "А"\n\n    ```py\n    x\n    y\n\n\n    ```'),
        ("```js\nf('en-US')\n```", "```js\nf('ru-RU')\n```"),
    ],
)
def test_a_number_that_begins_a_line_and_a_blank_line_in_code_part_nothing(
    findings: Any, source: str, target: str
) -> None:
    assert findings(check_structure, source, target, "ru", source_language="en") == []


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        ("```js\nf('1f38')\n```", "```js\nf('58bb')\n```", Level.INFO),
        ("```js\nf(g, '1f38')\n```", "```js\nf(h, '58bb')\n```", None),
        ("```js\nf(john)\n```", "```js\nf(ivan)\n```", None),
        ("```js\nlet john = 1\nf(john)\n```", "```js\nlet ivan = 1\nf(ivan)\n```", Level.INFO),
        ("```js\nlet john = 1\nf(john)\n```", "```js\nlet ivan = 1\nf(john)\n```", None),
    ],
)
def test_another_text_within_code_is_info(findings: Any, source: str, target: str, level: Level | None) -> None:
    (found,) = findings(check_structure, source, target, "ru", source_language="en")
    assert found.level is level


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("| a | b | c |\n|---|---|---|\n| d | e |", "| а | б | в |\n|---|---|---|\n| г | д | |"),
        ("| a | b |\n|---|---|\n| d |  |", "| а | б |\n|---|---|\n| г"),
        ("a | b\n--|--\nd | e", "| а | б |\n|---|---|\n| г | д |"),
    ],
)
def test_an_empty_last_cell_may_be_left_out(findings: Any, source: str, target: str) -> None:
    assert findings(check_structure, source, target, "uk", source_language="en") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("| a | b | c |\n|---|---|---|\n| d | e | f |", "| а | б | в |\n|---|---|---|\n| г | е |"),
        ("| a | b | c |\n|---|---|---|\n| d | | f |", "| а | б | в |\n|---|---|---|\n| г | е |"),
    ],
)
def test_a_cell_that_is_lost_is_found(findings: Any, source: str, target: str) -> None:
    (found,) = findings(check_structure, source, target, "uk", source_language="en")
    assert found.level is Level.WARNING and "cells of each row" in found.message


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        (
            "```mdx\n<Card t='Hello' h='/a/' />\n```",
            "```mdx\n<Card\n  t='Довгий текст'\n  h='/uk/a/'\n/>\n```",
            Level.INFO,
        ),
        ("```js\nf('a b');\ng();\n```", "```js\nf('а б');\n```", Level.INFO),
        ("```sh\necho 'a b'\ncd\n```", "```sh\necho 'а б'\n```", Level.WARNING),
        ("```sh\nls\ncd\n```", "```sh\nls\n```", Level.WARNING),
        ("```ts\nx\n```", "```sh\nx\n```", Level.INFO),
        ("```js\na = .5;\n```", "```js\na = 0.5;\n```", Level.INFO),
        ("```js\nf(\n a,\n b)\n```", "```js\nf(a, b);\n```", Level.INFO),
        ("Run\n\n`ls -l`\n"[5:], "```\nls -l\n```", Level.INFO),
        ("```\nx\n```", "```sh\nx\n```", Level.INFO),
        ("Set `Europe/Berlin`.", "Вкажіть `Europe/Kyiv`.", Level.INFO),
        ("```yaml\nlocale: fr\n```", "```yaml\nlocale: uk\n```", Level.INFO),
        ("```yaml\nlocale: fr\n```", "```yaml\nlocale: de\n```", None),
        ("```js\na: 1,\nb: 'es',\n```", "```js\nb: 'uk',\na: 1,\n```", Level.INFO),
        ("```js\na: 1,\nb: 2,\n```", "```js\na: 1,\nb: 3,\n```", None),
        ("```js\na: 1,\nb: 2,\n```", "```js\na: 2,\nb: 1,\n```", None),
        ("```js\nf()\ng()\n```", "```js\ng()\nf()\n```", None),
    ],
)
def test_levels_of_code_that_differs(findings: Any, source: str, target: str, level: Level | None) -> None:
    (found,) = findings(check_structure, source, target, "uk", source_language="en")
    assert found.level is level


def test_a_comment_right_after_code_is_translated(findings: Any) -> None:
    source, target = "```c\nint a = 1;// one\n```", "```c\nint a = 1; // раз\n```"
    assert not findings(check_structure, source, target, "uk", source_language="en")


def test_of_a_long_list_the_place_is_shown_where_it_differs(findings: Any) -> None:
    items = [f"- {number}" for number in range(20)]
    (found,) = findings(check_structure, "\n".join(items), "\n".join([*items[:13], "    - 13", *items[15:]]))
    assert found.message == (
        "list items (level and kind): the source has 20, this has 19; number 14 is the first that differs:"
        " “1• 1• 1• 1• 1•” there, “1• 1• 2• 1• 1•” here."
    )


def test_an_image_too_many_may_stand_in_the_next_block_of_the_source(findings: Any) -> None:
    assert [each.level for each in findings(check_structure, "Раз.", "Раз. ![а](a.png)")] == [Level.INFO]
    assert [each.level for each in findings(check_structure, "Раз. ![а](a.png)", "Раз.")] == [Level.WARNING]


def test_two_spaces_at_the_end_of_an_item_break_no_line(findings: Any) -> None:
    assert not findings(check_structure, "- раз  \n- два  \n- три  \n- чотири", "- раз\n- два\n- три\n- чотири")
    assert findings(
        check_structure, "- раз\n  два  \n  три  \n  пять  \n  шесть", "- раз\n  два\n  три\n  п’ять\n  шість"
    )
