"""Texts of the front matter put in their places in its YAML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.exchange.placing.fields import with_fields
from tlumach.front_matter import split_front_matter


@pytest.mark.parametrize(
    ("text", "key", "value", "wanted"),
    [
        ("---\ntitle: А\nb: 1 # так\n---\n# Б\n", "title", "В", "---\ntitle: В\nb: 1 # так\n---\n# Б\n"),
        ("---\r\ntitle: 'А'\r\n---\r\nБ", "title", "В: г", '---\r\ntitle: "В: г"\r\n---\r\nБ'),
        ("---\ntitle: >\n  А\n  б\n\nc: 1\n---\n", "title", "В", "---\ntitle: В\nc: 1\n---\n"),
        ("---\na: 1\n---\nБ", "description", "1", '---\na: 1\ndescription: "1"\n---\nБ'),
        ("Б", "description", "В", "---\ndescription: В\n---\nБ"),
        (
            "---\npicture: {caption: А, file: a.png}\n---\n",
            "picture.caption",
            "В",
            "---\npicture: {caption: В, file: a.png}\n---\n",
        ),
        (
            "---\npicture:\n  file: a.png\n---\n",
            "picture.caption",
            "В",
            "---\npicture:\n  caption: В\n  file: a.png\n---\n",
        ),
        (
            "---\npicture: {file: a.png}\n---\n",
            "picture.caption",
            "В, г",
            '---\npicture: {caption: "В, г", file: a.png}\n---\n',
        ),
        ("---\npicture: {}\n---\n", "picture.caption", "В", '---\npicture: {caption: "В"}\n---\n'),
        ("---\na: 1\n---\n", "captions.map%2Epng", "В", "---\na: 1\ncaptions:\n  map.png: В\n---\n"),
        ("---\ncaptions: {map.png: А}\n---\n", "captions.map%2Epng", "В, г", '---\ncaptions: {map.png: "В, г"}\n---\n'),
        (
            "---\ncaptions:\n  a b.png: А\n  c: Г\n---\n",
            "captions.a%20b%2Epng",
            "В",
            "---\ncaptions:\n  a b.png: В\n  c: Г\n---\n",
        ),
        (
            "---\npictures:\n- file: a\n  caption: А\n---\n",
            "pictures.1.caption",
            "В",
            "---\npictures:\n- file: a\n  caption: В\n---\n",
        ),
        ("---\npictures:\n- file: a\n---\n", "pictures.2.caption", "В", None),
        ("---\ncaptions: А\n---\n", "captions.map%2Epng", "В", None),
        ("---\nforms:\n  - А б\n  - В\n---\n", "forms", "Г\nД", "---\nforms:\n  - Г\n  - Д\n---\n"),
        ("---\nforms:\n  - А\n---\n", "forms", "Г\nД", None),
        ("---\ntitle: &a А\nb: *a\n---\n", "title", "В", None),
    ],
)
def test_a_text_of_the_front_matter_is_replaced_and_nothing_else(
    text: str, key: str, value: str, wanted: str | None
) -> None:
    assert with_fields(text, {key: value}) == wanted


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).map(str.strip).filter(bool)
)
def test_any_line_is_read_back(value: str) -> None:
    text = with_fields("---\ntitle: А\nc: 1\n---\nБ\n", {"title": value})
    assert text is not None
    assert dict(split_front_matter(text, "")[0].values) == {"title": value, "c": 1}
