from dataclasses import replace

import pytest
from hypothesis import given
from lxml import etree
from tests.unit.editions.glossaries import (
    PAGES,
    SETTINGS,
    concepts,
    library,
    odd_libraries,
    own_library,
    texts_of,
    validate,
)
from translate.storage.tbx import TBXTerm, tbxfile, tbxunit

from tlumach.editions.termbase.collecting import concepts_of
from tlumach.editions.termbase.concepts import Concept, TermStatus
from tlumach.editions.termbase.tbx import to_tbx2
from tlumach.library import Library


def read_back(document: bytes, source: str, target: str) -> dict[str, tbxunit]:
    """Read a term base as Weblate does: one pair of languages."""
    store = tbxfile.parsestring(document)
    store.sourcelanguage, store.targetlanguage = source, target
    return {unit.getid(): unit for unit in store.units}


def usable(terms: list[TBXTerm]) -> list[str]:
    return [term.text for term in terms if not term.deprecated]


def expected(concept: Concept, language: str, *, avoided: bool) -> list[str]:
    entry = concept.entry(language)
    designations = entry.designations if entry else ()
    return [each.text for each in designations if (each.status is TermStatus.AVOIDED) is avoided]


def test_the_project_s_own_terms_come_back_in_every_language() -> None:
    own = own_library()
    found, document = concepts_of(own), to_tbx2(concepts_of(own), own.settings)
    assert len(found) >= 18
    for language in [*own.settings.translations, "kk"]:
        units = read_back(document, own.settings.source, language)
        assert list(units) == [concept.id for concept in found]
        for concept in found:
            assert usable(units[concept.id].get_source_terms()) == expected(concept, own.settings.source, avoided=False)
            assert usable(units[concept.id].get_target_terms()) == expected(concept, language, avoided=False)


def test_renderings_to_avoid_come_back_as_deprecated_never_as_the_translation() -> None:
    own = own_library()
    document = to_tbx2(concepts_of(own), own.settings)
    seen = 0
    for language in own.settings.translations:
        units = read_back(document, own.settings.source, language)
        for concept in concepts_of(own):
            terms, unit = units[concept.id].get_target_terms(), units[concept.id]
            assert [term.text for term in terms if term.deprecated] == expected(concept, language, avoided=True)
            assert unit.target in (None, *expected(concept, language, avoided=False))
            assert not unit.isobsolete()
            seen += sum(term.deprecated for term in terms)
    assert seen >= 8


def test_reasons_definitions_and_sources_come_along() -> None:
    unit = read_back(to_tbx2(concepts(), SETTINGS), "ru", "en")["csto"]
    assert (unit.source, unit.target) == ("Организация Договора", "Treaty Organization")
    odkb = next(term for term in unit.get_target_terms() if term.text == "ODKB")
    assert odkb.administrative_status == "deprecatedTerm-admn-sts"
    assert "Avoid: “ODKB”\u00a0– A transliteration; the English one is CSTO." in [note.text for note in odkb.notes]
    assert "A military alliance." in unit.getnotes("definition")
    root = etree.fromstring(to_tbx2(concepts(), SETTINGS))
    assert root.xpath("//langSet[@xml:lang='en']/descripGrp/admin/text()") == [
        "Wikipedia, 2022-11, a mirror of Wikipedia. https://example.org/w?a=1&b=2"
    ]
    assert root.xpath("//termEntry[@id='csto']/admin/text()") == [
        "Заметка, без даты; судя по содержанию, 2021. https://example.org/n"
    ]
    assert root.xpath("//termEntry[@id='csto']/note/text()") == ["Сведения верны на: 2024-12-04"]
    assert root.xpath("//xref/@target")[1] == "https://tlumach.example/uk/glossary/csto.html"


def test_the_project_s_own_term_base_is_what_the_grammar_allows() -> None:
    own = own_library()
    validate(to_tbx2(concepts_of(own), own.settings), 2)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"deprecatedTerm-admn-sts", b"forbidden"),
        (b'type="definition"', b'type="explanation"'),
        (b'type="TBX-Basic"', b'type="TBX"'),
        (b'<langSet xml:lang="uk">', b"<langSet>"),
        (b'id="nato"', b'id="csto"'),
        (b'id="nato"', b'id="7"'),
        (b"sourceDesc>", b"publicationStmt>"),
        (b"<term>CSTO</term>", b""),
    ],
)
def test_the_grammar_can_refuse(right: bytes, wrong: bytes) -> None:
    document = to_tbx2(concepts(), SETTINGS)
    assert right in document
    validate(document, 2)
    with pytest.raises((etree.DocumentInvalid, etree.XMLSyntaxError)):
        validate(document.replace(right, wrong), 2)


def test_the_grammar_wants_notes_after_the_term_and_links_at_their_level() -> None:
    for misplaced in ("note", "termNote", "xref"):
        root = etree.fromstring(to_tbx2(concepts(), SETTINGS))
        tig = next(tig for tig in root.iter("tig") if tig.find(misplaced) is not None)
        element = tig.find(misplaced)
        tig.insert(0, element)
        with pytest.raises(etree.DocumentInvalid):
            validate(etree.tostring(root), 2)


def test_no_document_type_is_declared_so_that_nothing_is_fetched() -> None:
    document = to_tbx2(concepts(), SETTINGS)
    assert document.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<martif ')
    assert b"<!DOCTYPE" not in document


def test_the_same_glossary_gives_the_same_bytes() -> None:
    assert to_tbx2(concepts(), SETTINGS) == to_tbx2(concepts(dict(reversed(PAGES.items()))), SETTINGS)


def test_an_address_that_is_not_on_the_web_is_left_out() -> None:
    settings = replace(SETTINGS, site_url="/")
    document = to_tbx2(concepts_of(library(settings=settings)), settings)
    assert b"xref" not in document
    validate(document, 2)


@given(odd_libraries())
def test_any_text_comes_back_as_it_was(library: Library) -> None:
    found = concepts_of(library)
    document = to_tbx2(found, library.settings)
    validate(document, 2)
    (concept,) = found
    written = [each.text for entry in concept.entries for each in entry.designations]
    assert [term.text or "" for term in etree.fromstring(document).iter("term")] == written
    unit = read_back(document, "ru", "en")[concept.id]
    assert [(term.text, term.deprecated) for term in unit.get_target_terms()] == [
        (each.text, each.status is TermStatus.AVOIDED) for each in concept.entries[1].designations
    ]
    definitions = [entry.definition for entry in concept.entries if entry.definition]
    assert set(definitions) <= set(texts_of(etree.fromstring(document)))
