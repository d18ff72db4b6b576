import pytest

from tlumach.blocks import split
from tlumach.blocks.plain_text import Role, plain_pieces, shown_text


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("Текст [ссылка](a.md), **важно**[^1] и `код`.", "Текст ссылка, важно и код."),
        ('!!! note "Коротко"\n\n    - первое\n    - второе', "Коротко. первое второе"),
        ("| а | б |\n|---|---|\n| в | г |", "а б в г"),
        ("> Цитата\n> дальше", "Цитата дальше"),
        ("## Раздел { #id }", "Раздел"),
        ("---", ""),
        ("Слово{ .class } <b>жирное</b><!-- нет --> и <i>ещё</i>", "Слово жирное и ещё"),
        ("Факт[^1] и ещё[^2], 5 &lt; 6, { нет.", "Факт и ещё, 5 < 6, { нет."),
    ],
)
def test_a_block_is_shown_without_its_markdown(markdown: str, shown: str) -> None:
    assert shown_text(split(markdown)[0][0]) == shown


@pytest.mark.parametrize(
    ("markdown", "texts", "code"),
    [
        ("So:\n```js\nif (a) b();\n```", "So:\n", ["if (a) b();"]),
        ("So:\n~~~\na\n\nb\n~~~\nThen.", "So:\n\nThen.", ["a\n\nb"]),
        ("A `b` and ``` no fence.", "A  and ``` no fence.", ["b"]),
        ("```\na\n```\nThen.", "\nThen.", ["a"]),
    ],
)
def test_a_fence_right_under_or_above_a_line_is_code(markdown: str, texts: str, code: list[str]) -> None:
    found = plain_pieces(markdown)
    assert "".join(piece.text for piece in found if piece.role is not Role.CODE) == texts
    assert [piece.text for piece in found if piece.role is Role.CODE] == code
    assert all(markdown[piece.place :].startswith(piece.text) for piece in found if piece.role is not Role.BREAK)
