"""Top-level elements and their places; HTML that is not closed in order has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.plugin.guest.elements import top_level

PAGE = """<h1 id="a">One<a class="headerlink" href="#a">&para;</a></h1>
<p>Two &amp; <br /> <img alt="x" src="y">three<sup><a class="footnote-ref" href="#fn:1">1</a></sup></p>
<hr>
<div class="admonition note">
<p id="in">é<script>if (a < b) "</p>"</script></p>
</div>
text between
<pre class="mermaid"><code>a --&gt; b</code></pre>"""


def test_elements_have_their_places() -> None:
    found, ids = top_level(PAGE)
    assert [element.tag for element in found] == ["h1", "p", "hr", "div", "pre"]
    assert [element.text.strip() for element in found] == ["One", "Two &  three", "", "é", "a --> b"]
    assert ids == {"a", "in"} and found[0].id == "a"
    for element in found:
        name = element.tag
        assert PAGE[: element.start].endswith(f"<{name}")
        assert PAGE[: element.inside].endswith(">")
        if name != "hr":
            assert PAGE[element.until :].startswith(f"</{name}>") and PAGE[: element.end].endswith(f"</{name}>")


@pytest.mark.parametrize("html", ["<p>a<p>b</p>", "<div><p>a</div></p>", "</p>", "<div>a", "<p>a</b></p>"])
def test_what_is_not_closed_in_its_order_has_no_elements(html: str) -> None:
    assert top_level(html)[0] == []


@given(st.lists(st.tuples(st.sampled_from(["p", "h2", "div", "ul"]), st.text(alphabet="aж\n &;#", max_size=8))))
def test_places_hold_whatever_the_text(parts: list[tuple[str, str]]) -> None:
    html = "\n".join(f"<{tag}>{text}</{tag}>" for tag, text in parts)
    found, _ = top_level(html)
    assert [html[element.inside : element.until] for element in found] == [text for _, text in parts]
    assert "\n".join(html[element.start - len(element.tag) - 1 : element.end] for element in found) == html


def test_a_document_around_a_page_is_looked_through() -> None:
    """As mkdocs-glightbox 0.5.3 leaves it."""
    whole = f"<html><head></head><body>{PAGE}</body></html>"
    found, _ = top_level(whole)
    assert [element.tag for element in found] == [element.tag for element in top_level(PAGE)[0]]
    assert whole[: found[0].start].endswith("<h1") and whole[found[-1].end :] == "</body></html>"
    assert top_level("<head/><p>a</p>")[0][0].text == "a"
