import re
from dataclasses import replace

import pytest
from hypothesis import given
from tests.unit.editions.glossaries import EN, NATO, PAGES, RU, SETTINGS, concepts, library, odd_libraries

from tlumach.editions.termbase.collecting import concepts_of, names_of
from tlumach.editions.termbase.concepts import Citation, Designation, TermForm, TermStatus
from tlumach.library import Library


def test_each_page_of_a_term_is_a_concept_and_no_other_page_is() -> None:
    assert [concept.id for concept in concepts()] == ["csto", "nato"]


def test_a_concept_has_an_entry_for_each_language_the_source_first_and_its_kazakh_name() -> None:
    csto, nato = concepts()
    assert [entry.language for entry in csto.entries] == ["ru", "uk", "en", "kk"]
    assert [entry.language for entry in nato.entries] == ["ru"]
    assert csto.entries[-1].designations == (Designation("ҰҚШҰ", TermStatus.PREFERRED),)
    assert (csto.entries[-1].definition, csto.entries[-1].address) == ("", "")


def test_a_site_in_kazakh_names_its_terms_itself() -> None:
    settings = replace(SETTINGS, languages=("ru", "kk"), language_names={"ru": "Русский", "kk": "Қазақша"})
    files = {"ru/glossary/csto.md": RU, "kk/glossary/csto.md": "---\nterm: Ұйым\n---\n# Ұйым\n\nОдақ.\n"}
    (concept,) = concepts_of(library(files, settings))
    assert [(entry.language, entry.term) for entry in concept.entries] == [
        ("ru", "Организация Договора"),
        ("kk", "Ұйым"),
    ]


def test_what_holds_for_all_languages_stands_at_the_concept() -> None:
    csto = concepts()[0]
    assert (csto.kind, csto.as_of, csto.as_of_note) == ("organisation", "2024-12-04", "Сведения верны на: 2024-12-04")


def test_the_term_comes_first_then_its_short_form_other_forms_and_those_to_avoid() -> None:
    entry = concepts()[0].entry("ru")
    assert entry and entry.designations == (
        Designation("Организация Договора", TermStatus.PREFERRED, TermForm.FULL),
        Designation("ОДКБ", TermStatus.ADMITTED, TermForm.ABBREVIATION),
        Designation("Ташкентский пакт", TermStatus.ADMITTED),
    )


def test_a_form_that_is_to_be_avoided_is_not_given_as_good_whatever_else_says_so() -> None:
    entry = concepts()[0].entry("en")
    assert entry
    assert [(each.text, each.status) for each in entry.designations] == [
        ("Treaty Organization", TermStatus.PREFERRED),
        ("Treaty Organisation", TermStatus.ADMITTED),
        ("ODKB", TermStatus.AVOIDED),
        ("CSTO", TermStatus.AVOIDED),
    ]
    assert entry.having(TermStatus.AVOIDED)[0].reason == "A transliteration; the English one is CSTO."
    assert (
        entry.having(TermStatus.AVOIDED)[0].advice == "Avoid: “ODKB”\u00a0– A transliteration; the English one is CSTO."
    )


def test_the_term_itself_stays_even_where_the_page_says_to_avoid_it() -> None:
    text = "---\nterm: A\navoid: [{form: A, why: x}]\n---\n# A\n\nB.\n"
    (concept,) = concepts({"en/glossary/a.md": text})
    assert concept.entries[0].designations == (Designation("A", TermStatus.PREFERRED),)


@pytest.mark.parametrize(
    ("short", "form"),
    [
        ("МИИР", TermForm.ABBREVIATION),
        ("US-2", TermForm.ABBREVIATION),
        ("Токаев", TermForm.SHORT),
        ("арм. экспорт", TermForm.SHORT),
    ],
)
def test_a_short_form_in_capitals_is_an_abbreviation(short: str, form: TermForm) -> None:
    (concept,) = concepts({"ru/glossary/a.md": f"---\nterm: Т\nshort: {short}\n---\n# Т\n\nО.\n"})
    assert [each.form for each in concept.entries[0].designations] == [TermForm.FULL, form]


def test_a_definition_is_plain_text_and_has_its_address() -> None:
    entry = concepts()[0].entry("ru")
    assert entry and entry.definition == "Военный союз — см. НАТО."
    assert entry.address == "https://tlumach.example/glossary/csto.html"
    other = concepts()[0].entry("uk")
    assert other and other.address == "https://tlumach.example/uk/glossary/csto.html"


def test_sources_are_told_in_the_language_of_the_entry_and_the_definition_knows_its_own() -> None:
    entry = concepts()[0].entry("en")
    assert entry and entry.citations == (
        Citation("Wikipedia", "https://example.org/w?a=1&b=2", "2022-11", "a mirror of Wikipedia", True),
        Citation("Заметка", "https://example.org/n", "", "undated; apparently 2021", False),
    )
    assert str(entry.citations[0]).endswith("2022-11, a mirror of Wikipedia. https://example.org/w?a=1&b=2")


def test_a_term_that_the_source_language_lacks_is_a_concept_still() -> None:
    (concept,) = concepts({"en/glossary/csto.md": EN})
    assert ([entry.language for entry in concept.entries], concept.kind, concept.as_of_note) == (["en"], "", "")
    assert concept.entries[0].citations == ()


@pytest.mark.parametrize(
    ("path", "id"),
    [
        ("csto.md", "csto"),
        ("a/csto.md", "a-csto"),
        ("одкб.md", "одкб"),
        ("1991 (год).md", "term-1991--год-"),
        (".x.md", "term-.x"),
    ],
)
def test_an_id_is_made_of_the_path(path: str, id: str) -> None:
    assert [concept.id for concept in concepts({f"ru/glossary/{path}": NATO})] == [id]


def test_ids_are_unlike_each_other() -> None:
    found = concepts({"ru/glossary/a b.md": NATO, "ru/glossary/a-b.md": NATO, "ru/glossary/a_b.md": NATO})
    assert [concept.id for concept in found] == ["a-b", "a-b-2", "a_b"]


def test_mistakes_in_the_front_matter_do_not_stop_the_gathering() -> None:
    text = (
        RU.replace("'2022-11'", "soon")
        .replace("by_content: '2021'", "by_content: [2021]")
        .replace("weak: wiki", "weak: 1")
    )
    assert concepts({"ru/glossary/csto.md": text})[0].entries[0].citations[0].date == ""


def test_the_glossary_has_a_name_and_an_address_in_each_language() -> None:
    names = names_of(library(PAGES | {"en/glossary/index.md": "# Glossary"}))
    assert names.titles == {"ru": "Глоссарий", "en": "Glossary"}
    assert names.addresses["uk"] == "https://tlumach.example/uk/glossary/"
    assert next(iter(names.addresses)) == "ru"


@given(odd_libraries())
def test_every_entry_has_one_term_and_no_text_twice(glossary: Library) -> None:
    for concept in concepts_of(glossary):
        assert re.fullmatch(r"[\w.-]+", concept.id)
        for entry in concept.entries:
            texts = [each.text for each in entry.designations]
            assert texts[0] == entry.term and all(texts)
            assert len(texts) == len(set(texts))
            assert [each.status for each in entry.designations].count(TermStatus.PREFERRED) == 1
