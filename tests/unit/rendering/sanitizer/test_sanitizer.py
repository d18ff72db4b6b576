import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from tests.payloads import harmless, payloads

from tlumach.rendering.sanitizer.markup_policy import CODE_ELEMENTS, ELEMENTS, refusal_of_attribute
from tlumach.rendering.sanitizer.sanitizer import Sanitizer

EXTENSIONS = [
    "attr_list",
    "abbr",
    "footnotes",
    "admonition",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
]
BODIES = [payload.text for payload in payloads() if not payload.field]
VOID = {"img", "br", "hr"}
OF_FOOTNOTES = {"class", "id", "href", "title", "role"}


class Reader(HTMLParser):
    """Gathers what of a rendered page is not allowed, and elements that are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS | CODE_ELEMENTS:
            self.wrong.append(tag)
        self.wrong += [f"{tag} {name}={value}" for name, value in attrs if refusal_of_attribute(tag, name, value)]
        self.open += [] if tag in VOID else [tag]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"<?{data}>")


def rendered(text: str, *more: Sanitizer) -> str:
    return Markdown(extensions=[*EXTENSIONS, *more]).convert(text)


def wrong_with(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.wrong


@pytest.mark.parametrize("at", range(0, len(BODIES), 40))
def test_no_payload_passes(at: int) -> None:
    for text in BODIES[at : at + 40]:
        for whole in (
            text,
            f"# Т\n\n{text}\n\nТекст.\n",
            f"- раз\n\n    {text}\n",
            f"> {text}",
            f'!!! note "{text}"\n\n    {text}\n',
        ):
            assert wrong_with(rendered(whole, Sanitizer())) == [], whole


def test_all_payloads_on_one_page() -> None:
    assert wrong_with(rendered("\n\n".join(BODIES), Sanitizer())) == []
    assert wrong_with(rendered("\n".join(BODIES), Sanitizer())) == []


def test_without_the_wall_most_of_them_pass() -> None:
    assert sum(bool(wrong_with(rendered(text))) for text in BODIES) > len(BODIES) / 2


def test_what_is_allowed_stays_as_it_is() -> None:
    for text in harmless():
        if "<!--" not in text or "`" in text:
            assert rendered(text, Sanitizer()) == rendered(text), text


def test_comments_are_left_out() -> None:
    assert rendered("<!-- a -->\n\nб <!-- в --> г\n\n<!--\nд\n\n<b>\n-->", Sanitizer()) == "<p>б  г</p>"


def test_the_table_of_contents_has_no_payload() -> None:
    md = Markdown(extensions=[*EXTENSIONS, Sanitizer()])
    html = md.convert(
        '[TOC]\n\n# Т `<b>` <i>x</i> { #a"b data-toc-label="<img src=x onerror=y>" }\n\n## <script> { #__config }\n'
    )
    assert wrong_with(html) == []
    names = [token["name"] for token in md.toc_tokens] + [token["name"] for token in md.toc_tokens[0]["children"]]
    assert not any("<" in name for name in names)
    assert md.toc_tokens[0]["id"] == "t-b-ixi" or re.fullmatch(r"[\w-]+", md.toc_tokens[0]["id"])


def test_no_id_of_the_theme_s_own_is_made_of_a_heading() -> None:
    assert rendered("!!! note\n\n    ## \\_\\_config\n", Sanitizer()).count("id=") == 0


def test_a_refused_picture_leaves_its_description() -> None:
    assert rendered("![Карта боёв](https://a.example/b.png)", Sanitizer()) == "<p><span>Карта боёв</span></p>"


def test_a_refused_link_leaves_its_text() -> None:
    assert rendered("[x](javascript:y)", Sanitizer()) == "<p><span>x</span></p>"


def test_html_becomes_text() -> None:
    assert rendered("а <b>б</b>", Sanitizer()) == "<p>а &lt;b&gt;б&lt;/b&gt;</p>"
    assert "&lt;div onclick=x&gt;" in rendered("<div onclick=x>\n\nа\n</div>", Sanitizer())


def test_each_refusal_is_noted_and_said_once() -> None:
    sanitizer = Sanitizer()
    rendered("<b>x</b> [y](javascript:z) ![a](//b/c)\n{ onclick=d }", sanitizer)
    assert sorted(refused.code for refused in sanitizer.refused) == [
        "foreign-picture",
        "unsafe-address",
        "unsafe-attribute",
        "unsafe-html",
        "unsafe-html",
    ]


FRAGMENTS = st.sampled_from(
    [
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "<script>",
        "<img src=x onerror=y>",
        "`",
        "```\n",
        "~~~ { .a onclick=b }\n",
        "\n",
        "\n\n",
        "    ",
        "> ",
        "- ",
        "[x](",
        ")",
        "[r]: ",
        "[x][r]",
        "![",
        "](",
        "javascript:",
        "&#58;",
        "&lt;",
        "{",
        "}",
        "{ onclick=a }",
        "{ #__config }",
        "{: style=b }",
        '"',
        "'",
        "=",
        " ",
        "\\",
        "\x02",
        "\x03",
        "wzxhzdk:0",
        "\x02wzxhzdk:0\x03",
        "*",
        "**",
        "_",
        "|",
        "|---|\n",
        '!!! note "',
        "??? x\n",
        "[^1]",
        "[^1]: ",
        "*[a]: ",
        "https://a.example",
        "<https://b>",
        "a",
        "# ",
        "//",
        "<svg>",
        "<style>",
        "<textarea>",
        "]]>",
        "<![CDATA[",
        "<?",
        "%",
        "\t",
        "\r",
    ]
)


@given(st.lists(FRAGMENTS, max_size=25).map("".join))
def test_nothing_passes_whatever_is_put_together(text: str) -> None:
    assert wrong_with(rendered(text, Sanitizer())) == []
