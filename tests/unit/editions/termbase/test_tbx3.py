import pytest
from hypothesis import given
from lxml import etree
from tests.unit.editions.glossaries import SETTINGS, concepts, odd_libraries, own_library, validate

from tlumach.editions.termbase.collecting import concepts_of
from tlumach.editions.termbase.tbx import to_tbx2, to_tbx3
from tlumach.library import Library

NAMESPACE = "{urn:iso:std:iso:30042:ed-2}"
RENAMED = {"termEntry": "conceptEntry", "langSet": "langSec", "tig": "termSec"}


def outline(document: bytes) -> list[tuple[str, dict[str, str], str]]:
    """What a document says of its concepts, in the words of version 3."""
    body = next(element for element in etree.fromstring(document).iter() if etree.QName(element).localname == "body")
    return [
        (RENAMED.get(name := etree.QName(each).localname, name), dict(each.attrib), (each.text or "").strip())
        for each in body.iter()
    ]


def test_the_root_says_version_dialect_style_and_language() -> None:
    root = etree.fromstring(to_tbx3(concepts(), SETTINGS))
    assert root.tag == f"{NAMESPACE}tbx"
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"
    assert {etree.QName(each).namespace for each in root.iter()} == {NAMESPACE.strip("{}")}


def test_the_project_s_own_term_base_is_what_the_grammar_allows() -> None:
    own = own_library()
    validate(to_tbx3(concepts_of(own), own.settings), 3)


def test_it_says_what_version_2_says() -> None:
    own = own_library()
    found = concepts_of(own)
    assert outline(to_tbx3(found, own.settings)) == outline(to_tbx2(found, own.settings))


def test_renderings_to_avoid_are_deprecated_with_the_reason() -> None:
    root = etree.fromstring(to_tbx3(concepts(), SETTINGS))
    deprecated = [
        (section.findtext(f"{NAMESPACE}term"), section.findtext(f"{NAMESPACE}note"))
        for section in root.iter(f"{NAMESPACE}termSec")
        if "deprecatedTerm-admn-sts" in section.itertext()
    ]
    assert deprecated == [
        ("ODKB", "Avoid: “ODKB”\u00a0– A transliteration; the English one is CSTO."),
        ("CSTO", "Avoid: “CSTO”\u00a0– never"),
    ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"deprecatedTerm-admn-sts", b"deprecated"),
        (b'style="dca"', b'style="dct"'),
        (b"ed-2", b"ed:3.0"),
        (b'target="https://', b'target="'),
        (b'<langSec xml:lang="uk">', b"<langSec>"),
        (b'type="subjectField"', b'type="definition"'),
    ],
)
def test_the_grammar_can_refuse(right: bytes, wrong: bytes) -> None:
    document = to_tbx3(concepts(), SETTINGS)
    assert right in document
    validate(document, 3)
    with pytest.raises(etree.DocumentInvalid):
        validate(document.replace(right, wrong), 3)


def test_the_same_glossary_gives_the_same_bytes() -> None:
    assert to_tbx3(concepts(), SETTINGS) == to_tbx3(concepts(), SETTINGS)


@given(odd_libraries())
def test_any_text_can_be_written(library: Library) -> None:
    found = concepts_of(library)
    validate(to_tbx3(found, library.settings), 3)
    assert outline(to_tbx3(found, library.settings)) == outline(to_tbx2(found, library.settings))
