from collections.abc import Sequence
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.rendering.fragments import BOX, DETAILS, PICTURE, BlockRenderer, Node


def rendered(*texts: str, elements: Sequence[int] | None = None) -> list[list[Node]]:
    def mark(key: str) -> Element | None:
        found = Element("sup")
        found.text = key
        return found if key != "unknown" else None

    def replace(element: Element) -> Sequence[Element]:
        element.set("href", element.get("href", "").upper())
        twin = Element("b")
        twin.text = "+"
        return [element, twin] if element.tag == "a" else [element]

    return BlockRenderer().render(texts, elements or [1] * len(texts), mark, replace)


def only(text: str) -> Node:
    return rendered(text)[0][0]


def test_a_paragraph_and_a_heading_are_leaves_with_what_is_within_them() -> None:
    (paragraph,), (heading,) = rendered("Текст *тут* & <там>", "## Дальше { #x }")
    assert paragraph == Node("p", "Текст <em>тут</em> &amp; &lt;там&gt;")
    assert (heading.tag, heading.html) == ("h2", "Дальше")


def test_lists_tables_and_boxes_are_made_of_pieces() -> None:
    assert [item.html for item in only("- один\n\n- два\n    - три").children] == [
        "один",
        "<p>два</p>\n<ul>\n<li>три</li>\n</ul>",
    ]
    table = only("а | б\n--|--\n1 | 2")
    assert [[(cell.tag, cell.html) for cell in row.children] for row in table.children] == [
        [("th", "а"), ("th", "б")],
        [("td", "1"), ("td", "2")],
    ]
    box = only('!!! question "Чего *нет*"\n\n    - раз\n\n    Два.')
    assert (box.tag, box.classes) == (BOX, "question")
    assert [(piece.tag, piece.html) for piece in box.children] == [
        ("p", "Чего <em>нет</em>"),
        ("ul", ""),
        ("p", "Два."),
    ]
    folded = only('??? note "Ещё"\n\n    Тут.')
    assert (folded.tag, [piece.html for piece in folded.children]) == (DETAILS, ["Ещё", "Тут."])


def test_a_box_without_a_title_has_an_empty_one() -> None:
    assert [piece.html for piece in only('!!! note ""\n\n    Тут.').children] == ["", "Тут."]


def test_a_picture_that_stands_alone_is_one_and_one_within_a_line_is_not() -> None:
    assert (only("![Карта](map.png)").tag, only("![Карта](map.png)").attributes["alt"]) == (PICTURE, "Карта")
    assert only("Вот ![карта](map.png)").tag == "p"


def test_marks_become_what_the_edition_says_and_stay_where_it_says_nothing() -> None:
    assert only("раз[^a-1], два[^unknown]").html == "раз<sup>a-1</sup>, два[^unknown]"
    assert only("`[^a]`").html == "<code>[^a]</code>"


def test_a_link_is_replaced_and_what_follows_it_stands_once() -> None:
    assert only("до [*х*](y.md) после [z](w.md).").html == (
        "до <a href=Y.MD><em>х</em></a><b>+</b> после <a href=W.MD>z</a><b>+</b>."
    )


def test_quotation_marks_are_left_off_in_tags_alone() -> None:
    assert only('Так: x="y" [z](a.md?b=c)').html == 'Так: x="y" <a href="A.MD?B=C">z</a><b>+</b>'


def test_code_is_kept_to_the_letter_without_a_highlighter() -> None:
    assert 'a="b" &lt;c&gt;\n\n  d' in only('```\na="b" <c>\n\n  d\n```').html


def test_definitions_serve_every_text_and_make_nothing() -> None:
    one, none = rendered("[тут][x]", "[x]: a.md", elements=[1, 0])
    assert (one[0].html, none) == ("<a href=A.MD>тут</a><b>+</b>", [])


def test_a_page_is_rendered_at_one_go() -> None:
    renderer, calls = BlockRenderer(), []
    convert = renderer._markdown.convert
    renderer._markdown.convert = lambda text: calls.append(text) or convert(text)  # type: ignore
    renderer.render(["раз", "два", "три"], [1, 1, 1], lambda key: None, lambda element: [element])
    assert calls == ["раз\n\nдва\n\nтри"]


def test_rendered_by_itself_a_text_has_its_definitions_still() -> None:
    one, other, _ = rendered("[тут][x]", "раз\n\nдва", "[x]: a.md", elements=[1, 1, 0])
    assert ("A.MD" in one[0].html, len(other)) == (True, 2)


@pytest.mark.parametrize("elements", [[1, 1], [3, 1], [2, 2]])
def test_where_the_count_is_wrong_each_text_is_rendered_by_itself(elements: list[int]) -> None:
    first, second = rendered("раз\n\nдва", "три", elements=elements)
    assert [[node.html for node in nodes] for nodes in (first, second)] == [["раз", "два"], ["три"]]


@given(st.lists(st.text("аб \n*_[]()^!#`>-|:\x04\x02", min_size=1, max_size=30), min_size=1, max_size=4))
def test_any_text_is_rendered_and_each_gets_its_own_nodes(texts: list[str]) -> None:
    found = rendered(*texts)
    assert len(found) == len(texts)
    assert all(isinstance(node.html, str) and "\x04" not in node.html for nodes in found for node in nodes)
