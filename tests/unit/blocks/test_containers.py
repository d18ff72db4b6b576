"""Tabs, `///` blocks, definition lists, Markdown in HTML: what only some projects write, against the renderer."""

import re
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from tlumach.blocks import disagreement, split
from tlumach.blocks.syntax import Syntax, syntax_of

MANY = ["attr_list", "footnotes", "tables", "admonition", "abbr", "toc", "def_list", "md_in_html", "pymdownx.details"]
MANY += ["pymdownx.superfences", "pymdownx.tabbed", "pymdownx.blocks.admonition", "pymdownx.blocks.details"]
MANY += ["pymdownx.blocks.tab", "pymdownx.blocks.definition", "pymdownx.blocks.html", "pymdownx.blocks.caption"]
CONFIGS: dict[str, Any] = {
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.blocks.tab": {"alternate_style": True},
}
FEW = ["toc", "tables", "fenced_code"]
STASHED = re.compile("\x02(wzxhzdk:\\d+)\x03")


class TopLevel(Treeprocessor):
    names: list[str]

    def run(self, root: Element) -> None:
        self.names = [self._name(element) for element in root]

    def _name(self, element: Element) -> str:
        if element.tag == "p" and not len(element) and STASHED.fullmatch(element.text or ""):
            html = self.md.htmlStash.rawHtmlBlocks[int(re.sub(r"\D", "", element.text or ""))]
            return "div.highlight" if str(html).startswith(('<div class="highlight', "<pre")) else "raw"
        classes = element.get("class", "").split()
        kinds = [each for each in ("admonition", "tabbed-set") if each in classes]
        return f"div.{kinds[0]}" if kinds else element.tag


def elements(text: str, extensions: list[str]) -> list[str]:
    renderer = Markdown(extensions=extensions, extension_configs=CONFIGS)
    top = TopLevel(renderer)
    renderer.treeprocessors.register(top, "top-level", 1000)
    renderer.convert(text)
    return top.names if hasattr(top, "names") else []


def syntax(extensions: list[str]) -> Syntax:
    return syntax_of(extensions, CONFIGS)


RULES = {
    # definition lists
    "a\n: b": "definitions",
    "a\n:   b\n    c\n\n    d\n\ne": "definitions paragraph",
    "a\n\n: b": "definitions",
    "a\n: b\n\nc\n: d": "definitions",
    "a\n: b\n\nc\n\n: d": "definitions",
    "a\n: b\nlazy\n\nc": "definitions paragraph",
    "a\n: b\n: c": "definitions",
    ": a": "paragraph",
    "# a\n\n: b": "heading definitions",
    "a: b": "paragraph",
    "a\n:b": "paragraph",
    "- a\n\n: b": "list definitions",
    "a\n: b\n\n- c": "definitions list",
    "a\n: b\n\n        code": "definitions",
    # tabs
    '=== "A"\n\n    a\n\n=== "B"\n\n    b\n\nc': "tabs paragraph",
    '=== "A"\n    a\n=== "B"\n    b': "tabs",
    '=== "A"\n\n    a\n\n===! "B"\n\n    b': "tabs tabs",
    'x\n=== "A"\n    a\ny': "paragraph tabs paragraph",
    '=== "A"\n\n    ```\n    x\n\n    y\n    ```\n': "tabs",
    "=== A": "paragraph",
    # blocks
    "/// note\n\na\n\n- b\n///\n\nc": "box paragraph",
    "/// note | A *b*\na\n///\nc": "box paragraph",
    "x\n/// note\na\n///": "paragraph box",
    "//// note\n\n/// tip\nb\n///\n\nc\n\n////\n\nd": "box paragraph",
    "/// note\n\n/// tip\n\nb\n\n///\n\nc\n\n///\n\nd": "box paragraph",
    "/// unknown\n\na\n\n///": "paragraph paragraph paragraph",
    "/// note\n\na": "box",
    "/// tab | A\na\n///\n\n/// tab | B\nb\n///\n\nc": "tabs paragraph",
    "/// details | A\n    type: warning\n\na\n///": "box",
    "/// html | div.x\n\na\n///\n\nb": "html paragraph",
    "![a](b.png)\n/// caption\nc\n///\n\nd": "image paragraph",
    "/// define\na\n\n- b\n///\n\nc": "definitions paragraph",
    "```\n/// note\n```": "code",
    # Markdown in HTML
    '<div markdown="1">\n\n# a\n\n- b\n\n</div>\n\nc': "html paragraph",
    "<div markdown>\n<div markdown>\n\na\n\n</div>\n</div>": "html",
    "<details markdown>\n<summary>a</summary>\n\nb\n\n</details>": "html",
    '<p markdown="span">*a*</p>\nb': "html paragraph",
    "a\n<blockquote markdown>\n\nb\n\n</blockquote>\nc": "paragraph html paragraph",
}  # fmt: skip


@pytest.mark.parametrize("text", RULES)
def test_kinds(text: str) -> None:
    blocks = split(text, syntax=syntax(MANY))[0]
    made = elements(text, MANY)
    assert disagreement(blocks, made) is None, ([*map(str, blocks)], made)
    assert [block.kind.name.lower() for block in blocks] == RULES[text].split()


FEW_RULES = {
    "!!! note\n    a": "paragraph",
    "a\n: b": "paragraph",
    '=== "A"\n\n    a': "paragraph code",
    "[^1]: a": "reference",
    "a\n```\nb\n\nc\n```\nd": "paragraph code paragraph",
    "- a\n\n    ```\n    b\n    ```": "list",
    "```py hl_lines=\"1\"\nb\n\nc\n```": "code",
    "*[a]: b": "paragraph",
}  # fmt: skip


@pytest.mark.parametrize("text", FEW_RULES)
def test_what_a_project_has_not_on_is_text(text: str) -> None:
    blocks = split(text, syntax=syntax(FEW))[0]
    made = elements(text, FEW)
    assert disagreement(blocks, made) is None, (blocks, made)
    assert [block.kind.name.lower() for block in blocks] == FEW_RULES[text].split()


def _indented(text: str) -> str:
    return re.sub(r"^(?=.)", "    ", text, flags=re.MULTILINE)


WORDS = st.lists(st.sampled_from(["слово", "a_b", "**так**", "[x](y.md)", "—"]), min_size=1, max_size=3).map(" ".join)
PLAIN = ["# Head", "Title\n===", "---", "- a\n- b", "1. a", "> q", "    code", "```\nx\n\ny\n```", "a | b\n-|-\n1 | 2"]
PLAIN += ["[^1]: note", "[a]: http://x", "*[X]: y", "<div>\n\nx\n</div>", "{: .a }", "![a](b.png)", ": odd", "a\nb"]
LEAVES = WORDS | st.sampled_from(PLAIN)


def _within(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        # a `/////` block within a definition takes in what follows the list, where a heading stands in it (`check` warns of that)
        inner.filter(lambda text: "/////" not in text).map(lambda text: "term\n:   mean\n\n" + _indented(text)),
        st.tuples(WORDS, WORDS).map(lambda both: f"{both[0]}\n: {both[1]}"),
        WORDS.map(lambda text: f": {text}"),
        inner.map(lambda text: '=== "A"\n\n' + _indented(text)),
        inner.map(lambda text: '===! "B c"\n' + _indented(text)),
        inner.map(lambda text: f"//// note | T\n\n{text}\n\n////"),
        WORDS.map(lambda text: f"/// tip\n{text}\n///"),
        WORDS.map(lambda text: f"/// tab | {text}\n{text}\n///"),
        inner.map(lambda text: f"///// details\n    open: true\n\n{text}\n\n/////"),
        inner.map(lambda text: f"<div markdown>\n\n{text}\n\n</div>"),
        inner.map(lambda text: "- item\n\n" + _indented(text)),
        inner.map(lambda text: "!!! note\n\n" + _indented(text)),
    )


NESTED = st.recursive(LEAVES, _within, max_leaves=3)
BETWEEN = st.sampled_from(["\n\n", "\n\n", "\n\n\n"])
PAGES = st.lists(st.tuples(NESTED, BETWEEN).map("".join), max_size=6).map("".join)


@pytest.mark.slow
@given(PAGES)
def test_any_page_splits_as_it_is_rendered(text: str) -> None:
    blocks = split(text, syntax=syntax(MANY))[0]
    assert disagreement(blocks, elements(text, MANY)) is None, (
        text,
        [(b.kind, b.line) for b in blocks],
        elements(text, MANY),
    )


@given(PAGES)
@example("a\n```\nb\n```")
def test_any_page_splits_as_it_is_rendered_with_little_on(text: str) -> None:
    blocks = split(text, syntax=syntax(FEW))[0]
    assert disagreement(blocks, elements(text, FEW)) is None, (
        text,
        [(b.kind, b.line) for b in blocks],
        elements(text, FEW),
    )
