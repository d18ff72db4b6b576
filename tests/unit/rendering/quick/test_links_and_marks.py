"""Links and marks in plain words become the elements that the library makes; whatever else stands there is left to it."""

import re
from xml.etree.ElementTree import Element, tostring

import pytest
from markdown import Markdown

from tlumach.rendering.quick.links_and_marks import LinksAndMarks
from tlumach.rendering.quick.patterns import Patterns

NOTES = "[^1]: One.\n\n[^2]: Two."


def reader(*extensions: str, **options: str) -> LinksAndMarks | None:
    renderer = Markdown(extensions=list(extensions), extension_configs={"footnotes": options} if options else {})
    renderer.parser.parseChunk(Element("div"), NOTES)
    return LinksAndMarks.of(Patterns(renderer.inlinePatterns, False))


def made(text: str) -> str | None:
    reading, parent = reader("footnotes"), Element("p")
    assert reading
    elements = reading.elements(text, parent)
    if elements is None:
        assert parent.text is None
        return None
    parent.extend(elements)
    return tostring(parent, "unicode").removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("so [a b](c.md#d) it [e](f) is", 'so <a href="c.md#d">a b</a> it <a href="f">e</a> is'),
        ("[a](b_*c&d)", '<a href="b_*c&amp;d">a</a>'),
        ("a[^3] b", "a[^3] b"),
        ("[a](b)[^3]c", '<a href="b">a</a>[^3]c'),
        ("[](a)", '<a href="a" />'),
    ],
)
def test_words_links_and_marks_are_made(text: str, html: str) -> None:
    assert made(text) == html


def test_marks_are_counted_and_numbered_by_the_library() -> None:
    html = made("a[^2]! b[^1] c[^2]") or ""
    assert re.findall('id="([^"]*)"', html) == ["fnref:2", "fnref:1", "fnref2:2"]
    assert re.findall(">([0-9])<", html) == ["2", "1", "2"]


LEFT = [
    "![a](b)",
    "[a](b 'c')",
    "[a](<b>)",
    "[a] (b)",
    "[a][b]",
    "[a [b]](c)",
    "[^1](a)",
    "[*a*](b)",
    "[a](b(c))",
    "[a](b",
]
LEFT += ["a  \n[b](c)", "[a](b`c`)", "[^a\nb]", "\\[a](b)", "*[a](b)*", "[^<a://b>]"]


@pytest.mark.parametrize("text", LEFT)
def test_anything_else_is_left_to_the_library(text: str) -> None:
    assert made(text) is None


def test_what_other_patterns_may_read_is_left_to_them() -> None:
    assert reader() is None
    assert reader("footnotes", "wikilinks") is None
    assert reader("footnotes", SUPERSCRIPT_TEXT="*{}*") is None
    assert reader("footnotes", SUPERSCRIPT_TEXT="({})")
