"""The serializer writes the bytes of the library's, for every tree."""

from xml.etree.ElementTree import Comment, Element, ProcessingInstruction, QName, SubElement

from hypothesis import given
from hypothesis import strategies as st
from markdown.serializers import to_html_string, to_xhtml_string
from markdown.util import AtomicString

from tlumach.rendering.quick.serializer import to_html, to_xhtml

WORDS = st.sampled_from(["", "a", 'a & b &amp; &#1; <i> "c"', "\n", "open", AtomicString("d<")]) | st.none()
NAMES = st.sampled_from(["p", "br", "BR", "img", "script", "Style", "details", "hr", "x:y"])
ATTRIBUTES = st.dictionaries(st.sampled_from(["id", "open", "class", "hidden", "a"]), WORDS, max_size=3)


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> Element:
    element = Element(draw(NAMES))
    for name, value in draw(ATTRIBUTES).items():
        element.set(name, value)  # type: ignore[arg-type]  # the library keeps None for an attribute without a value
    element.text, element.tail = draw(WORDS), draw(WORDS)
    element.extend(draw(st.lists(trees(depth=depth - 1), max_size=3)) if depth else [])
    return element


@given(trees())
def test_every_tree_is_written_as_the_library_writes_it(tree: Element) -> None:
    assert to_html(tree) == to_html_string(tree)
    assert to_xhtml(tree) == to_xhtml_string(tree)


def test_rare_nodes_are_left_to_the_library() -> None:
    tree = Element("p")
    tree.append(Comment("a & b"))
    tree.append(ProcessingInstruction("c"))
    SubElement(tree, QName("{d}e"))  # type: ignore[type-var]
    SubElement(tree, "f").set(QName("g"), "h")  # type: ignore[call-overload]
    assert to_html(tree) == to_html_string(tree)
    assert to_xhtml(tree) == to_xhtml_string(tree)


def test_a_tree_that_is_deeper_than_python_goes_is_written() -> None:
    root = deepest = Element("p")
    for _ in range(5000):
        deepest = SubElement(deepest, "p")
    assert to_xhtml(root) == to_xhtml_string(root)
