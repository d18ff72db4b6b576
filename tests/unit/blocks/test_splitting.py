"""Blocks against the renderer: whatever Python-Markdown makes of a page, the splitter must make of it too.

``markdown`` is imported here, not in the module: the core does not depend on the renderer; the tests compare the two.
"""

import re
import sys
from pathlib import Path
from types import FrameType
from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from tlumach.blocks import Block, BlockKind, disagreement, rendered, replace, split
from tlumach.problems import Level

CASES = Path(__file__).parents[2] / "cases" / "blocks"
EXTENSIONS = ["attr_list", "footnotes", "tables", "admonition", "abbr", "toc"]
EXTENSIONS += ["pymdownx.details", "pymdownx.superfences"]
STASHED = re.compile("\x02(wzxhzdk:\\d+)\x03")


class TopLevel(Treeprocessor):
    """Keeps the names of the top-level elements right after parsing: later passes only change what is in them."""

    names: list[str]

    def run(self, root: Element) -> None:
        self.names = [self._name(element) for element in root]

    def _name(self, element: Element) -> str:
        stashed = STASHED.fullmatch(element.text or "") if element.tag == "p" and not len(element) else None
        if stashed:
            fences = self.md.preprocessors["fenced_code_block"].extension.stash
            return "div.highlight" if fences.get(stashed[1]) else "raw"
        return "div.admonition" if element.tag == "div" else element.tag


def elements(text: str) -> list[str]:
    """Render a text and return the names of its top-level elements."""
    renderer = Markdown(extensions=EXTENSIONS)
    top = TopLevel(renderer)
    top.names = []
    renderer.treeprocessors.register(top, "top-level", 1000)
    renderer.convert(text)
    return top.names


def kinds(text: str) -> list[str]:
    return [str(block.kind) for block in split(text)[0]]


def assert_agrees(text: str) -> None:
    blocks, problems = split(text)
    made = elements(text)
    assert disagreement(blocks, made) is None, (text, [(b.kind, b.line) for b in blocks], made, problems)


def glued(text: str, blocks: list[Block]) -> str:
    """Put the blocks back at their lines, with the blank lines of the text between them, which must be blank."""
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
    parts, at = [], 0
    for block in blocks:
        end = "".join(lines[block.end - 1 : block.end])
        gap = lines[at : block.line - 1]
        assert not "".join(gap).strip()
        parts += [*gap, block.text, end[len(end.rstrip("\r\n")) :]]
        at = block.end
    assert not "".join(lines[at:]).strip()
    return "".join(parts + lines[at:])


# ---------------------------------------------------------------- documents


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.md")))
def test_golden_pages(name: str) -> None:
    text = (CASES / f"{name}.md").read_text(encoding="utf-8")
    expected = (CASES / f"{name}.blocks").read_text(encoding="utf-8").splitlines()
    blocks, problems = split(text)
    found = [f"{b.line}-{b.end} {b.kind} {b.text.splitlines()[0].strip()}" for b in blocks]
    assert found == expected
    assert problems == []
    assert_agrees(text)
    assert glued(text, blocks) == text


# ---------------------------------------------------------------- rule by rule


RULES = {
    # paragraphs and what may or may not interrupt them
    "a": "paragraph",
    "a\nb": "paragraph",
    "a\n# b\nc": "paragraph heading paragraph",
    "a\n- b": "paragraph",
    "a\n1. b": "paragraph",
    "a\n> b\nlazy": "paragraph quotation",
    "a\n***\nb": "paragraph rule paragraph",
    "a\n    b": "paragraph",
    "a\n!!! note\n    b": "paragraph box",
    "a\n??? note\n    b\nc": "paragraph box paragraph",
    "a\n{: .b }": "paragraph",
    "a\n\n{: .b }": "paragraph paragraph",
    "\xa0\n\na": "paragraph",
    "[TOC]\n\na": "paragraph paragraph",
    # headings
    "#a": "heading",
    "# a #\nb": "heading paragraph",
    " # a": "paragraph",
    "# a\\": "paragraph",
    "a\n=": "heading",
    "a\n---\nb": "heading paragraph",
    "- a\n---": "heading",
    "a\nb\n---": "paragraph rule",
    "a\nb\n===": "paragraph",
    # rules
    "* * *": "rule",
    "-  -  -": "rule",
    "-   -   -": "list",
    "___": "rule",
    "- a\n***\n- b": "list rule list",
    # lists
    "- a\n- b": "list",
    "- a\n\n\n- b": "list",
    "- a\n\n1. b": "list",
    "- a\n\n    b\n\n- c": "list",
    "- a\n\n    b\n# c": "list",
    "- a\n# b\n- c": "list heading list",
    "- a\n\n  b": "list paragraph",
    "-": "paragraph",
    "1) a": "paragraph",
    "- a\n\n[b]: c\n\n- d": "list",
    "- a\n\n<!-- b -->\n\n- c": "list html list",
    "\t- a": "code",
    "- a\n\n\tb": "list",
    # quotations
    "> a\n\n> b": "quotation",
    "> a\n\nb\n\n> c": "quotation paragraph quotation",
    "   > a": "quotation",
    "> ```\n> a\n>\n> b\n> ```": "quotation",
    "> ```\n> a\n>\n  b\n\n  c\n> ```": "quotation paragraph quotation",
    "  ```\n> a\n  ```\n\nb\n\n  ```": "paragraph quotation paragraph paragraph",
    # code
    "    a\n\n\n    b": "code",
    "    a\nb": "code paragraph",
    "```\na\n\n# b\n```": "code",
    "~~~ python\na\n~~~\nb": "paragraph",
    "a\n```\nb\n\nc\n```": "paragraph",
    "````\n```\n````": "code",
    "```\na\n````": "paragraph",
    "```\na\n\nb": "paragraph paragraph",
    "``` a b\nc\n\nd\n```": "paragraph paragraph",
    "``` { .a #b }\nc\n\nd\n```": "code",
    '``` a title="b" linenums="1" hl_lines="1-2"\nc\n\nd\n```': "code",
    '``` a linenums="b"\nc\n\nd\n```': "paragraph paragraph",
    "  ```\n  a\n\n  b\n  ```": "code",
    "  ```\na\n\n  b\n  ```": "paragraph paragraph",
    "    ```\n    a\n\n    b\n    ```": "code",
    "    a\n```\nb\n\nc\n```": "code paragraph",
    "```\na\n```\n\n    b": "code code",
    # tables
    "a|b\n-|-\n1|2": "table",
    "a|b\n-|-\n# c": "table",
    "|a|\n|-|\n|b|": "table",
    "|a|\n|-|\nb": "paragraph",
    "a|b\n-|-|-": "paragraph",
    "a | `b|c`\n--|--": "table",
    "\\`a | b`\n--|--": "table",
    "a | b \\| c\n--|--": "table",
    "a\na|b\n-|-": "paragraph",
    # boxes
    "!!! note": "box",
    "!!! note\na": "box paragraph",
    '!!! note "a"\n    b\n\n    c\n\n\n    d': "box",
    "!!! note\n    - a\n\n        b\n\n    c": "box",
    "!!! a\n    b\n!!! c\n    d": "box box",
    "!!! note\n\n  a": "box paragraph",
    "!!! note\n    a\n\xa0\n    b": "box",
    "!!!": "paragraph",
    '??? "a"\n    b': "box",
    '???+ a b "c"\n    d\n\n        e': "box",
    "!!! заметка\n    а": "box",
    "!!! note\n    ```\n    a\n\n    b\n    ```\n\n    c": "box",
    # raw HTML
    "<div>\n\na\n\n</div>": "html",
    "a\n<div>b</div>\nc": "paragraph html paragraph",
    "- a\n<p>b</p>\n- c": "list html list",
    "- a\n  <p>b</p>\n- c": "list",
    "a <div>b</div>": "paragraph",
    "    <div>\n    </div>": "code",
    "<div><div>\n\n</div>\n\na": "html",
    "<div>\n<br>\n</div>\n\na": "html paragraph",
    "<b>a</b>": "paragraph",
    "<hr>\na": "html paragraph",
    "<!-- a\n\nb -->\nc": "html paragraph",
    "<b>\n<!-- a -->\n</b>": "paragraph",
    "<b>\n\n<!-- a -->\n</b>": "paragraph html paragraph",
    "<!-- a": "paragraph",
    "<script>\n<div>\n\n</script>\na": "html paragraph",
    "<?a\n\nb?>\nc": "html paragraph",
    "<!DOCTYPE html>\na": "html paragraph",
    '<div title="a>b">\n\n</div>': "html",
    "`<div>`\n\na": "paragraph paragraph",
    "<https://example.org/>": "paragraph",
    "<div>\n```\n</div>\n```\n</div>": "html",
    # images
    "![a](b.png)": "image",
    '![a](b.png "c"){ .d }': "image",
    "[![a](b.png)](c)": "image",
    "![a](b.png) c": "paragraph",
    # definitions
    "[^a]: b\nlazy\n    more\n\n    more\n\nc": "footnote paragraph",
    "[^a]: b\n\n\n    c": "footnote code",
    "a\n[^a]: b\n[^c]: d": "paragraph footnote footnote",
    "[^a]: b\n\n    c\n[^d]: e": "footnote footnote",
    "*[a]: b\nc\n*[d]: e": "abbreviation paragraph abbreviation",
    "*[a]:\nb": "abbreviation",
    "*[]: b": "paragraph",
    "[a]: b\n[c]: <d> 'e'\nf": "reference reference paragraph",
    "[a]:\n  b\n  (c)\nd": "reference paragraph",
    "[a]: b c": "paragraph",
    "[a]: b\n[c]:\n===": "reference heading",
    "[a]: b\n[c]: d\n===": "reference reference paragraph",
    "*[a]: b\n*[]: c\n*[d]: e": "abbreviation paragraph",
    "": "",
    " \n\t\n": "",
}


@pytest.mark.parametrize("text", RULES)
def test_kinds(text: str) -> None:
    assert kinds(text) == RULES[text].split()
    assert_agrees(text)


def test_a_block_knows_its_lines_and_its_text_as_written() -> None:
    text = "\n\n# a  \n\n>\tb\nc \n\n\n[d]: e"
    blocks, problems = split(text, "p.md", first_line=7)
    assert [(b.line, b.end, b.text) for b in blocks] == [(9, 9, "# a  "), (11, 12, ">\tb\nc "), (15, 15, "[d]: e")]
    assert problems == []


def test_only_line_feeds_and_returns_end_a_line() -> None:
    assert [b.line for b in split("a\u2028b\x0cc\r\n\r\nd\r\re")[0]] == [1, 3, 5]


# ---------------------------------------------------------------- problems

SHARED = ["a\n\n<p>b</p> c", "a\n\n<p>b</p><p>c</p>", "a\n\n<p>b</p> <!-- c -->", "\n\n<p>b</p>&nbsp;"]


@pytest.mark.parametrize("text", SHARED)
def test_what_shares_a_line_is_told(text: str) -> None:
    blocks, problems = split(text, "p.md", first_line=5)
    assert [str(problem)[:27] for problem in problems] == ["p.md:7: blocks-share-line o"]
    assert disagreement(blocks, elements(text)) is not None


def test_a_comment_after_html_is_moved_to_the_next_html_and_harms_nothing() -> None:
    text = "<p>a</p> <!-- b\n\nc -->\n\nd\n\n<p>e</p>"
    assert split(text)[1] == []
    assert kinds(text) == ["html", "paragraph", "html"]
    assert_agrees(text)


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [("a\n\n```\nb\n\nc", 3, "fence-not-closed"), ("a\n\n<div>\n<p>\n</p>\n\nb", 3, "html-not-closed")],
)
def test_what_is_never_closed_is_told(text: str, line: int, code: str) -> None:
    (problem,) = split(text, "p.md")[1]
    assert (problem.path, problem.line, problem.code, problem.level) == ("p.md", line, code, Level.WARNING)
    assert_agrees(text)


# ---------------------------------------------------------------- comparing


def _blocks(*found: BlockKind) -> list[Block]:
    return [Block(kind, line, "") for line, kind in enumerate(found, 1)]


def test_disagreement() -> None:
    blocks = _blocks(BlockKind.HEADING, BlockKind.FOOTNOTE, BlockKind.BOX, BlockKind.CODE)
    assert [block.line for block in rendered(blocks)] == [1, 3, 4]
    assert disagreement(blocks, ["h2", "details", "pre"]) is None
    assert disagreement(blocks, ["h2", "div.admonition", "div.highlight"]) is None
    assert disagreement(blocks, ["h2", "p", "pre"]) == 1
    assert disagreement(blocks, ["h2", "details"]) == 2
    assert disagreement(blocks, ["h2", "details", "pre", "p"]) == 3
    assert disagreement([], []) is None


# ---------------------------------------------------------------- replacing


def test_replace_keeps_all_else_to_the_byte() -> None:
    text = "a\r\n\r\n\r\n- b\r\n- c  \r\n\r\nd"
    assert replace(text, {1: "- x\n- y\n- z"}) == "a\r\n\r\n\r\n- x\r\n- y\r\n- z\r\n\r\nd"
    assert replace(text, {0: "x\ny", 2: "z"}) == "x\r\ny\r\n\r\n\r\n- b\r\n- c  \r\n\r\nz"
    assert replace(text, {1: "- b\n- c  "}) == text
    assert replace("a\n\nb", {1: "c\r\nd"}) == "a\n\nc\nd"


def test_replace_leaves_mixed_line_ends_alone() -> None:
    assert replace("a\nb\r\nc\n\nd\n", {1: "e"}) == "a\nb\r\nc\n\ne\n"
    assert replace("a\nb\r\nc\n\nd\n", {0: "a\nb\nc"}) == "a\nb\r\nc\n\nd\n"


@pytest.mark.parametrize("index", [-1, 1])
def test_replace_refuses_a_block_that_is_not_there(index: int) -> None:
    with pytest.raises(IndexError):
        replace("a", {index: "b"})


# ---------------------------------------------------------------- properties


def _indented(text: str) -> str:
    return re.sub(r"^(?=.)", "    ", text, flags=re.MULTILINE)


def _quoted(text: str) -> str:
    return re.sub("^", "> ", text, flags=re.MULTILINE)


WORDS = ["Казахстан", "приостановил", "экспорт", "arms", "**halted**", "`a|b`", "[link](x.md)"]
WORDS += ["[^1]", "—", "2 000", "a_b", "&nbsp;"]
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)
ITEMS = st.tuples(st.sampled_from(["", "    ", "        "]), st.sampled_from(["- ", "* ", "1. "]), LINES).map("".join)
LISTS = st.lists(ITEMS, min_size=1, max_size=5).map("\n".join)
CODE = [
    "```\nx\n\n# y\n```",
    "~~~ yaml\na: b\n~~~",
    "    x\n\n    y",
    "``` { .py }\nx\n```",
    "```\n```",
    "````\n```\n````",
]
CODE += ["    code", "\tcode", "x:\n```\ny\n```\nz", "    ```\n    x\n    ```"]
LINE_RULES = [
    "# Head",
    "## Глава { #a }",
    "#tag",
    "Title\n===",
    "Title\n---",
    "---",
    "* * *",
    "-",
    "a\n***\nb",
    "\t- a",
    "> ",
]
TABLES = ["a | b\n--|--\n1 | 2", "|a|\n|-|\n|b|", "a | b\n-|-|-"]
HTML = ["<div>\n\nx\n</div>", "<div>x</div>", "  <p>x</p>", "<!-- x\n\ny -->", "a\n<p>x</p>\nb", "<hr>", "<br>"]
HTML += ["<b>x\n<!-- y -->", "</b>", "&amp;"]
DEFINITIONS = [
    "[^1]: x",
    "[^2]: x\nlazy\n    y\n\n    z",
    "*[HTML]: x",
    "*[CSS]:\nx",
    "[a]: http://x",
    "[b]:\n  <x>\n  'y'",
]
OTHER = ["[c]: x y", "!!! note", '??? "x"\n    y\nz', "   ", "\xa0", "1) x", "{: .a }", "[TOC]"]
OTHER += ["![a](b.png)", "[![a](b)](c){ .d }"]
LEAVES = PARAGRAPHS | LISTS | st.sampled_from([*CODE, *LINE_RULES, *TABLES, *HTML, *DEFINITIONS, *OTHER])


def _within(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        inner.map(lambda text: "!!! note\n\n" + _indented(text)),
        inner.map(lambda text: '???+ info "Что это"\n' + _indented(text)),
        inner.map(lambda text: "- item\n\n" + _indented(text)),
        inner.map(lambda text: "2. item\n" + _indented(text)),
        inner.map(lambda text: "[^3]: note\n\n" + _indented(text)),
        inner.map(_quoted),
        st.tuples(inner, inner).map("\n\n".join),
    )


BETWEEN = st.sampled_from(["\n", "\n\n", "\n\n", "\n\n", "\n\n\n", "\n \n", "\n\n\n\n", "\n\t\n", "\n\n    ", "\n    "])
NESTED = st.recursive(LEAVES, _within, max_leaves=4)
PAGES = st.lists(st.tuples(NESTED, BETWEEN).map("".join), max_size=7).map("".join)
HARD = ["<div>", "</div>", "<p>a</p> b", "<p>a</p><p>b</p>", "<!-- a --> b", "<p>a</p> <!-- b -->", "<!--", "-->"]
HARD += [
    "<script>",
    "</script>",
    "<span>",
    '<a href="x>y">',
    "<?x",
    "?>",
    "<![CDATA[ x ]]>",
    "<h2>a</h2>",
    "<",
    "&",
    "&#38;",
]
HARD += [
    "```",
    "~~~",
    "``` a b",
    "> ```",
    "- ```",
    "`",
    "\\",
    "|",
    "!!! ",
    '??? a "b" c',
    "[",
    "]:",
    "[^",
    "*[",
    "{",
    "}",
]
HARD += ["***", "#", "=", "+ x", "  ", "        x", "\x02", "\r", "\r\n\r\n"]
HARD_PARTS = st.tuples(LEAVES | st.sampled_from(HARD), BETWEEN | st.just(""))
HARD_PAGES = st.lists(HARD_PARTS.map("".join), max_size=7).map("".join)


@pytest.mark.slow
@settings(max_examples=400)
@given(PAGES)
def test_the_renderer_agrees(text: str) -> None:
    assert_agrees(text)


@pytest.mark.slow
@settings(max_examples=400)
@given(HARD_PAGES)
def test_the_renderer_agrees_or_the_line_is_told(text: str) -> None:
    blocks, problems = split(text)
    if "blocks-share-line" not in {problem.code for problem in problems}:
        assert disagreement(blocks, elements(text)) is None


@settings(max_examples=200)
@given(PAGES | HARD_PAGES.map(lambda text: text.replace("\x02", "")), st.sampled_from(["\n", "\r\n", "\r"]))
@example("a\n\nb", "\r\n")
def test_blocks_and_blank_lines_are_the_text(text: str, line_end: str) -> None:
    text = re.sub("\r\n|\r|\n", line_end, text)
    blocks, _ = split(text)
    assert glued(text, blocks) == text
    assert replace(text, {index: block.text for index, block in enumerate(blocks)}) == text


@settings(max_examples=100)
@given(PAGES, st.data())
def test_replacing_a_block_keeps_all_before_and_after(text: str, data: st.DataObject) -> None:
    blocks, _ = split(text)
    if blocks:
        index = data.draw(st.integers(0, len(blocks) - 1))
        lines = text.splitlines(keepends=True)
        before, after = lines[: blocks[index].line - 1], lines[blocks[index].end :]
        replaced = replace(text, {index: "Новый\nтекст"}).splitlines(keepends=True)
        assert replaced[: len(before)] == before
        assert replaced[len(before) + 2 :] == after


@settings(max_examples=200)
@given(st.text(alphabet="#-*_>|`~!?[]()^:<>/=&; \t\n\\\"'ab1.ж", max_size=60))
def test_any_text_can_be_split(text: str) -> None:
    blocks, _ = split(text)
    assert glued(text, blocks) == text


# ---------------------------------------------------------------- time


LONG = ["# a\n", "# a\nb\n", "[a]: b\nc\n", "*[a]: b\nc\n", "[^a]: b\nc\n", "- a\n\n    b\n\n", "    a\nb\n"]
LONG += [
    "    a\n```\nb\n```\n",
    "!!! a\n    b\nc\n",
    "> a\n\nb\n\n",
    "<div>\n",
    "<p>a</p>\n",
    "<!-- a\n",
    "<a ",
    "``` \n",
    "`` `|",
    "***\na\n",
    "a\nb\n",
]


def calls(text: str) -> int:
    """Return how many calls it takes to split a text."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        split(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("text", LONG)
def test_a_long_page_takes_no_more_for_each_line(text: str) -> None:
    assert calls(text * 800) < 4.5 * calls(text * 200)
