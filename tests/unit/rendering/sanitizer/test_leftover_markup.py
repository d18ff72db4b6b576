import pytest

from tlumach.rendering.sanitizer.leftover_markup import left_over

FOUND = {
    "<img src=x onerror=y": "unsafe-html",
    "а <script": "unsafe-html",
    "</p": "unsafe-html",
    "<a href=x": "unsafe-html",
    "{{ x }}": "unknown-mark",
    "{% x": "unknown-mark",
    "x {onclick=y} z": "unsafe-attribute",
    "{: style=y }": "unsafe-attribute",
    "[x](javascript:y": "unsafe-address",
}


@pytest.mark.parametrize("text", FOUND)
def test_marks_that_were_meant_as_markup(text: str) -> None:
    ((code, what, why),) = left_over(text)
    assert code == FOUND[text] and what in text and why.endswith(".")


@pytest.mark.parametrize(
    "text", ["a<b", "a <b и c", "<b> c", "x < img", "<имя>", "{ on = 1 }", "{1}", "f(x) = {y}", "](a.md", "<3"]
)
def test_ordinary_text(text: str) -> None:
    assert list(left_over(text)) == []
