import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from tlumach.rendering.sanitizer.harmless_html import harmless_block
from tlumach.rendering.sanitizer.sanitizer import Sanitizer


def made(text: str, *extensions: str) -> tuple[str, list[str]]:
    sanitizer = Sanitizer()
    html = Markdown(extensions=["attr_list", *extensions, sanitizer]).convert(text)
    return html, [each.what for each in sanitizer.refused]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>"),
        ('<abbr title="a &quot; b">x</abbr> <kbd>*y*</kbd>', '<p><abbr title="a &quot; b">x</abbr> <kbd><em>y</em></kbd></p>'),
        ("a<br>b<br />c", "<p>a<br />\nb<br />\nc</p>"),
        ("<mark>[a](b.md)</mark>", '<p><mark><a href="b.md">a</a></mark></p>'),
        ("<small><small>a</small></small>", "<p><small>&lt;small&gt;a</small>&lt;/small&gt;</p>"),
        ("<details>\n<summary>a</summary>\nb\n</details>", "<details><summary>a</summary><p>\nb\n</p></details>"),
        ('<figure id="f"><img src="b.png" alt="c"></figure>', '<figure id="f"><img alt="c" src="b.png" /></figure>'),
        ("<details>\n<summary>a</summary>\n<script>b</script>\n</details>", None),
        ("<details>\n<summary>a", None),
        ("<sub>a", "<p>&lt;sub&gt;a</p>"),
    ],
)  # fmt: skip
def test_what_markdown_itself_may_make_may_be_written_as_html(text: str, html: str | None) -> None:
    found, refused = made(text)
    if html is None:
        assert "&lt;details&gt;" in found and "<details" not in found and refused
    else:
        assert found == html


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('<kbd onclick="x()" class="k" style="color:red">a</kbd>', '<kbd class="k">a</kbd>'),
        ('<abbr title="b" id="__x">a</abbr>', '<abbr title="b">a</abbr>'),
        ('<figure onload="x"><img src="https://evil.example/x.png" alt="b"></figure>', "<figure><span>b</span></figure>"),
        ('<details open ontoggle="x()"><summary class="md-x">a</summary></details>', '<details open="open"><summary>a</summary></details>'),
        ('<figure><img src="javascript:alert(1)" alt="b"></figure>', "<figure><span>b</span></figure>"),
    ],
)  # fmt: skip
def test_attributes_are_cleaned_as_everywhere(text: str, kept: str) -> None:
    found, refused = made(text)
    assert re.sub("</?p>", "", found) == kept
    assert refused


def test_markdown_in_html_is_read_and_cleaned() -> None:
    inner = "<details markdown>\n<summary>s</summary>\n\n- b\n\n</details>"
    found, refused = made(f'<div markdown onclick="x()">\n\n*a*\n\n{inner}\n</div>', "md_in_html")
    assert "<em>a</em>" in found and "<li>b</li>" in found and "<summary>s</summary>" in found
    assert "onclick" not in found and refused == ["onclick"]


PARTS = [
    "<sub>",
    "</sub>",
    "<kbd ",
    "onclick=x()>",
    "<details>",
    "</details>",
    "\n\n",
    "<summary>",
    "</summary>",
    '"',
    "'",
    ">",
]
PARTS += ["<script>", "</script>", "a", "<br", "/>", "<figure>", "</figure>", "<img src=x onerror=y>", "`", "*"]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_nothing_runs_however_it_is_put_together(text: str) -> None:
    for extensions in ((), ("md_in_html",)):
        found, _ = made(text, *extensions)
        tags = re.findall(r"<[^>]*>", found)
        assert not any(re.search(r"<script|\son\w+\s*=", tag) for tag in tags), found
        for name in ("sub", "kbd", "details", "figure", "summary"):
            assert found.count(f"<{name}") == found.count(f"</{name}>")


def test_what_an_extension_notes_for_itself_cannot_be_written() -> None:
    element = harmless_block('<figure __figure_level="x" id="a"><figcaption>b</figcaption></figure>')
    assert element is not None and element.attrib == {"id": "a"}
