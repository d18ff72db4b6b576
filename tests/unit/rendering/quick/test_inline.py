"""The quick step gives what the library's own gives, for every kind of text that the project has a case of."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml
from markdown import Markdown
from markdown.inlinepatterns import Pattern, SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor

from tlumach.rendering.fast_paths import NAME, with_fast_paths
from tlumach.rendering.quick.inline import QuickInline

ROOT = Path(__file__).parents[4]
EXTENSIONS = ["admonition", "abbr", "attr_list", "footnotes", "tables", "pymdownx.details", "pymdownx.superfences"]
PAGES = sorted([*ROOT.glob("tests/cases/blocks/*.md"), *ROOT.glob("docs/**/*.md")])
CASES = [
    "`a` ``b`c`` \\* \\` \\\\ `open",
    "[a](b 'c') ![d](e) [f][g] ![h][g] [g] ![g] [no](open ![no [n[e]st](x)ed](y)\n\n[g]: /there 'title'",
    "<https://a.example/b> <a@b.example> <b>raw</b> <!-- c --> &amp; &#8212; a & b < c",
    "*a* **b** ***c*** _d_ __e__ a_b_c ** d ** 2*3*4 *a **b** c*",
    "line  \nbreak\nnone\n\n*[HTML]: Hyper\n\nHTML[^1] and [link *with* `code`](x){ .cls }[^2].\n\n[^1]: One *two*.\n[^2]: [a](b)",
    "\x02klzzwxh:0001\x03 klzzwxh:0000 `x`",
]


def converted(text: str, quick: bool) -> str:
    renderer = Markdown(extensions=EXTENSIONS)
    if quick:
        with_fast_paths(renderer)
    return renderer.convert(text)


@pytest.mark.parametrize("file", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])
def test_pages_come_out_the_same(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert converted(text, quick=True) == converted(text, quick=False)


@pytest.mark.parametrize("text", CASES)
def test_every_kind_of_mark_comes_out_the_same(text: str) -> None:
    assert converted(text, quick=True) == converted(text, quick=False)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


@pytest.mark.parametrize("file", ["payloads", "harmless"])
def test_hostile_text_comes_out_the_same(file: str) -> None:
    found = list(
        strings(yaml.load((ROOT / f"tests/cases/safety/{file}.yml").read_text(encoding="utf-8"), yaml.CSafeLoader))
    )
    assert len(found) > 50
    for text in found:
        assert converted(text, quick=True) == converted(text, quick=False)


def test_the_library_calls_the_loop_that_is_replaced() -> None:
    assert hasattr(InlineProcessor, "_InlineProcessor__handleInline")
    assert hasattr(InlineProcessor, "_InlineProcessor__applyPattern")
    assert hasattr(InlineProcessor, "_InlineProcessor__processPlaceholders")
    renderer = Markdown()
    with_fast_paths(renderer)
    assert isinstance(renderer.treeprocessors[NAME], QuickInline)


def test_references_of_one_page_are_not_those_of_another() -> None:
    renderer = with_fast_paths(Markdown())
    assert renderer.reset().convert("[a]") == "<p>[a]</p>"
    assert renderer.reset().convert("[a]\n\n[a]: b") == '<p><a href="b">a</a></p>'
    assert renderer.reset().convert("[a]") == "<p>[a]</p>"


def test_patterns_that_come_later_are_seen() -> None:
    renderer = Markdown()
    with_fast_paths(renderer)
    assert renderer.convert("~~a~~") == "<p>~~a~~</p>"
    renderer.inlinePatterns.register(SimpleTagInlineProcessor(r"()~~(.+?)~~", "del"), "del", 175)
    assert renderer.convert("~~a~~") == "<p><del>a</del></p>"


def test_patterns_of_the_old_kind_work_too() -> None:
    class Old(Pattern):
        def handleMatch(self, m: re.Match[str]) -> Element:  # noqa: N802 - the name is the library's
            found = Element("kbd")
            found.text = m.group(2)
            return found

    renderer = Markdown()
    with_fast_paths(renderer)
    renderer.inlinePatterns.register(Old(r"%(\w+)%"), "old", 175)
    assert renderer.convert("%a% b %c%") == "<p><kbd>a</kbd> b <kbd>c</kbd></p>"
