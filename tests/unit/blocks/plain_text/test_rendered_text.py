"""Plain text against the renderer: what a reader sees of a block is what the HTML of that block says."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from tlumach.blocks import split
from tlumach.blocks.plain_text import plain_pieces, references_in, shown_text
from tlumach.blocks.syntax import syntax_of

EXTENSIONS = ["attr_list", "footnotes", "tables", "admonition", "abbr", "toc", "def_list", "pymdownx.details"]
EXTENSIONS += ["pymdownx.superfences", "pymdownx.highlight", "pymdownx.mark", "pymdownx.caret", "pymdownx.tilde"]
EXTENSIONS += ["pymdownx.tabbed", "pymdownx.blocks.admonition"]
CONFIGS = {"pymdownx.highlight": {"use_pygments": False}}
SYNTAX = syntax_of(EXTENSIONS, CONFIGS)
DEFINED = "\n\n[lawref]: https://law.example/a_b\n\n[^1]: NOTE"


class _Text(HTMLParser):
    """The text of some HTML: pictures by their descriptions, no footnotes, no titles that nobody wrote."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "sup" and "fnref" in (given.get("id") or ""):
            self.hidden += 1
        if tag == "div" and given.get("class") == "footnote":
            self.hidden += 1000
        if tag in ("img",):
            self.parts.append(given.get("alt") or "")
        if tag not in ("a", "b", "code", "del", "em", "img", "ins", "mark", "strong", "sub", "sup"):
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "sup" and 0 < self.hidden < 1000:
            self.hidden -= 1
        if tag not in ("a", "b", "code", "del", "em", "ins", "mark", "strong", "sub", "sup"):
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def rendered_text(markdown: str) -> str:
    reader = _Text()
    reader.feed(Markdown(extensions=EXTENSIONS, extension_configs=CONFIGS).convert(markdown))
    reader.close()
    return " ".join("".join(reader.parts).split())


def plain_of(markdown: str) -> str:
    blocks = split(markdown)[0]
    references = references_in(blocks)
    shown = (shown_text(block, SYNTAX, references) for block in blocks if block.kind != "footnote")
    return " ".join(" ".join(shown).split())


def without_stops(text: str) -> str:
    """A full stop is put after the title of a box, which no page has."""
    return re.sub(r"[.\s]+", " ", text).strip()


WORDS = st.sampled_from(
    ["слово", "СНГ", "a_b_c", "5 * 3", "№ 7", "«так»", "AT&amp;T", "2 &lt; 3", "[млн]", "(в тенге)", "— да,"]
)
MARKS = [
    r"\*",
    r"\_",
    r"\[",
    "`код *x*`",
    "``a ` b``",
    "<https://x.example/a_b*c*>",
    "<a@b.example>",
    "![флаг](f_a.png)",
]
LEAVES = WORDS | st.sampled_from(MARKS)


LINKS = ["[{}](a_(b).md)", '[{}](<a b> "t")', "[{}][lawref]", "*[{}](a.md)*"]
FORMS = ["слово[^1], {}", "{}[^1] и", "=={}==", "{} H~2~O x^2^"]
LINKED = st.builds(lambda form, text: form.format(text), st.sampled_from(LINKS), WORDS | st.sampled_from(MARKS[:5]))


MORE = st.builds(lambda form, text: form.format(text), st.sampled_from(FORMS), LINKED | LEAVES)
TEXTS = st.lists(LEAVES | LINKED | MORE, min_size=1, max_size=4).map(" ".join)
PARTS = TEXTS | st.builds(
    lambda mark, text: f"{mark}{text}{mark}", st.sampled_from(["*", "**", "***", "_", "__"]), WORDS
)
LINES = st.lists(PARTS, min_size=1, max_size=3).map(lambda some: "Так " + " и ".join(some))
BLOCKS = [
    "{0}",
    "## {0} ## { #id }",
    "{0}\n===",
    "- {0}\n- {1}\n\n    {0}\n    - {1}",
    "1. {0}\n2. {1}",
    "> {0}\n> {1}\n>\n> - {0}",
    '!!! note "Коротко *x*"\n\n    {0}\n    {1}\n\n    - {0}',
    '??? note "Коротко"\n    {0}\n\n    ```\n    код *x*\n    ```',
    "| а | б |\n|---|:-:|\n| x `a|b` \\| | {1} |",
    "```python\nx *y* [a](b)\n```",
    "    код *x*\n\n    ещё",
    "{0}\n{{: .class #id }}",
]


@given(st.sampled_from(BLOCKS), LINES, LINES)
@example("{0}", "[the text of the law][lawref], see", "")
@example("{0}", "see <https://example.org/a_b_c> and [lawref].", "")
@example("{0}", "слово[^1]и слово", "")
def test_a_block_reads_as_its_html(form: str, one: str, other: str) -> None:
    filled = form.replace("{{", "{").replace("}}", "}").replace("{0}", one).replace("{1}", other)
    markdown = filled + DEFINED
    found, wanted = plain_of(markdown), rendered_text(markdown)
    if "^1]и" not in one:  # a mark within a word parts it
        assert without_stops(found) == without_stops(wanted), markdown
    else:
        assert found == "слово и слово"


@given(st.text(alphabet="аб []()*_`|\n#>-!^:{}\\<1.&;~=/", max_size=60), st.sampled_from(BLOCKS), LINES)
def test_every_piece_stands_where_it_says(odd: str, form: str, line: str) -> None:
    markdown = form.replace("{0}", line).replace("{1}", odd)
    for block in split(markdown)[0]:
        places = [piece.place for piece in plain_pieces(block.text, block.kind, SYNTAX)]
        assert places == sorted(places) and all(0 <= place <= len(block.text) for place in places)
        for piece in plain_pieces(block.text, block.kind, SYNTAX):
            first = piece.text.split("\n")[0]
            if piece.text.strip() and "&" not in block.text and "<br" not in block.text and piece.text != " ":
                assert (
                    block.text.startswith(first.strip(), piece.place + len(first) - len(first.lstrip()))
                    or first in block.text
                )


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("Согласно [тексту закона][lawref].", "Согласно тексту закона."),
        ("[Закон]\n\n[закон]: a.md", "Закон"),
        ("[так] и [закон][]\n\n[закон]: a.md", "[так] и закон"),
        ("Адрес <https://a.example/x>, почта <a@b.example>.", "Адрес https://a.example/x, почта a@b.example."),
        ("Слово[^1][^2]; слово[^1]", "Слово; слово"),
        ("`[a][b]` и **`x`**", "[a][b] и x"),
        ("*не закрыто", "*не закрыто"),
        ("a<br>b H<sub>2</sub>O", "a b H2O"),
    ],
)
def test_no_mark_of_markdown_is_left(markdown: str, shown: str) -> None:
    blocks = split(markdown)[0]
    assert shown_text(blocks[0], references=None if "lawref" in markdown else references_in(blocks)) == shown
