"""The steps that look at some elements alone change what the library's own change."""

from xml.etree.ElementTree import Element

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.serializers import to_xhtml_string
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import AtomicString

from tlumach.rendering.quick.tree import QuickAttributes, QuickUnescape, with_quick_tree

TEXTS = st.sampled_from(["", "a", "\n{: .b }", "{ #c }d", " {e=f}", "g }", "\x0242\x03h", AtomicString("i"), "{j} k}"])


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> Element:
    element = Element(draw(st.sampled_from(["p", "li", "ul", "em", "h2", "td", "code", "a"])))
    element.text, element.tail = draw(TEXTS), draw(TEXTS)
    element.attrib |= draw(st.dictionaries(st.sampled_from(["href", "title"]), TEXTS, max_size=1))
    element.extend(draw(st.lists(trees(depth=depth - 1), max_size=3)) if depth else [])
    return element


def copied(tree: Element) -> Element:
    element = Element(tree.tag, tree.attrib)
    element.text, element.tail = tree.text, tree.tail
    element.extend(map(copied, tree))
    return element


def kinds(tree: Element) -> list[type]:
    return [type(text) for element in tree.iter() for text in (element.text, element.tail)]


@given(trees())
def test_they_change_what_the_library_changes(tree: Element) -> None:
    other, renderer = copied(tree), Markdown()
    AttrListTreeprocessor(renderer).run(tree)
    UnescapeTreeprocessor(renderer).run(tree)
    QuickAttributes(renderer).run(other)
    QuickUnescape(renderer).run(other)
    assert to_xhtml_string(tree) == to_xhtml_string(other)
    assert kinds(tree) == kinds(other)


def test_steps_of_others_stay() -> None:
    class Own(UnescapeTreeprocessor):
        pass

    renderer = Markdown()
    renderer.treeprocessors.register(Own(renderer), "unescape", 0)
    with_quick_tree(renderer)
    assert type(renderer.treeprocessors["unescape"]) is Own
    assert "attr_list" not in renderer.treeprocessors


def test_blocks_are_told_as_before() -> None:
    renderer, own = Markdown(extensions=["attr_list"]), Markdown()
    with_quick_tree(renderer)
    for name in ("p", "div/", "DIV", "span", "kbd", None, Element):
        assert renderer.is_block_level(name) == own.is_block_level(name) == renderer.is_block_level(name)
