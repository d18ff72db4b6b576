from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from tlumach.editions.shared.html_tree import parse, xhtml


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p id="a">б <em>в</em> г<br />д</p>\n<hr />', '<div><p id="a">б <em>в</em> г<br />д</p>\n<hr /></div>'),
        ("<p>a<br>b<img src=c alt='d'></p>", '<div><p>a<br />b<img src="c" alt="d" /></p></div>'),
        ("<p>a &amp; b&nbsp;c &lt;d&gt;</p>", "<div><p>a &amp; b\u00a0c &lt;d&gt;</p></div>"),
        ("<ul><li>a</li></b><li>b</ul>c", "<div><ul><li>a</li><li>b</li></ul>c</div>"),
        ("<p>a</div><p>b", "<div><p>a<p>b</p></p></div>"),
        ("a<!-- b -->c", "<div>ac</div>"),
        ("<input disabled>", '<div><input disabled="" /></div>'),
        ("", "<div />"),
    ],
)
def test_html_is_read_as_a_tree(html: str, expected: str) -> None:
    assert xhtml(parse(html)) == expected


def shape(element: Element) -> tuple[object, ...]:
    children = tuple(map(shape, element))
    return element.tag, dict(element.attrib), element.text or "", element.tail or "", children


@given(
    st.lists(st.sampled_from(["*a*", "<b", "&", "&nbsp;", '"', "`x<y`", "![a](b 'c\"d')", "\n\n", "- e", "  \n", "я "]))
)
def test_what_the_renderer_writes_is_read_alike_as_xml_and_as_html(parts: list[str]) -> None:
    html = Markdown().convert("".join(parts))
    *rest, children = shape(parse(f"{html}<br>"))  # which is no XML
    assert isinstance(children, tuple)
    assert shape(parse(html)) == (*rest, children[:-1])
