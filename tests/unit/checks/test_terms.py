"""The rules about terms: what is said of pages that break them, and of pages that do not."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from tests.conftest import MakeLibrary
from tests.project import ROOT

from tlumach.checks import check_library
from tlumach.checks.term_renderings import check_avoided_forms, check_term_renderings
from tlumach.checks.terms import (
    LONGEST_DEFINITION,
    check_definitions,
    check_same_forms,
    check_term_links,
    check_unused_terms,
)
from tlumach.languages.lemmas import Lemmatizer
from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.problems import Level, Problem, in_order
from tlumach.records import Entry, Record
from tlumach.terms.site_matchers import TermWords
from tlumach.tracking import Tracker

LANGUAGES = ("ru", "uk", "en")
CSTO = {
    "ru": "term: Организация Договора о коллективной безопасности\nshort: ОДКБ",
    "uk": "term: Організація Договору про колективну безпеку\nshort: ОДКБ",
    "en": "term: CSTO",
}
DECREE = {"ru": "term: указ", "uk": "term: указ", "en": "term: decree"}


def entry(front: str, text: str = "Б.") -> str:
    return f"---\n{front}\n---\n# А\n\n{text}\n"


GLOSSARY = {
    f"{language}/glossary/{name}.md": entry(fronts[language])
    for name, fronts in (("csto", CSTO), ("decree", DECREE))
    for language in LANGUAGES
}


def places(found: Iterable[Problem]) -> list[str]:
    return [f"{each.path}:{each.line}" for each in in_order(found)]


@pytest.mark.cases("terms_check/links")
def test_links_in_step(make_library: MakeLibrary, case: dict[str, Any]) -> None:
    pages = {f"{language}/a.md": text for language, text in case["pages"].items()}
    found = in_order(check_term_links(Tracker(make_library({**GLOSSARY, **pages}))))
    assert places(found) == case.get("problems", [])
    assert {(each.code, each.level) for each in found} <= {("term-link", Level.ERROR)}
    assert all(words in found[0].message for words in case.get("says", []))


def test_a_link_in_a_source_that_changed_since_is_no_error_before_the_change_is_one(make_library: MakeLibrary) -> None:
    pages = {"ru/a.md": "[ОДКБ](glossary/csto.md) и указ.\n", "uk/a.md": "ОДКБ.\n"}
    record = Record((Entry("a", "ОДКБ.", "ОДКБ.", 1),))
    library = replace(make_library({**GLOSSARY, **pages}), records={("uk", "a.md"): record})
    assert [each.level for each in check_term_links(Tracker(library))] == [Level.WARNING]
    strict = replace(library, settings=replace(library.settings, strict_translations=True))
    assert [each.level for each in check_term_links(Tracker(strict))] == [Level.ERROR]


@pytest.mark.cases("terms_check/avoided")
def test_avoided_forms(make_library: MakeLibrary, case: dict[str, Any]) -> None:
    language, form = next(iter(case["avoid"].items()))
    forms = case.get("forms", {}).get(language, [])
    front = f"term: ОДКБ\nforms: {forms}\navoid: [{{form: {form}, why: X.}}]"
    file = f"{language}/{case.get('file', 'a.md')}"
    text = f"---\n{front}\n---\n\n{case['text']}\n" if "file" in case else case["text"]
    library = make_library({f"{language}/glossary/csto.md": entry(front), file: text})
    found = in_order(check_avoided_forms(Tracker(library), TermWords(library)))
    assert [f"{each.line} {each.message.split('”')[0][1:]}" for each in found] == case.get("found", [])
    assert {(each.path, each.code, each.level) for each in found} <= {(f"docs/{file}", "avoided-form", Level.WARNING)}


def test_the_advice_says_why_and_what_instead(make_library: MakeLibrary) -> None:
    front = "term: decree\nforms: [ukase]\navoid: [{form: order, why: It is another thing.}]"
    library = make_library({"en/glossary/decree.md": entry(front), "en/a.md": "Two orders.\n"})
    (found,) = check_avoided_forms(Tracker(library), TermWords(library))
    assert found.message == "“orders”: avoid “order” (It is another thing). Write “decree” or “ukase”."


def test_the_given_text_may_use_what_is_to_be_avoided(make_library: MakeLibrary) -> None:
    """It cannot be changed; what the editors add can."""
    front = "term: Донбас\navoid: [{form: Донбасс, why: X}]"
    page = "---\nsource_text: a.txt\n---\n# В Донбассе\n\n!!! note\n    О Донбассе.\n\nВсё о [Донбассе](glossary/donbas.md).\n"
    library = make_library({"ru/glossary/donbas.md": entry(front), "ru/a.md": page})
    library = replace(library, given_texts={"a.txt": "В Донбассе\nВсё о Донбассе.\n"})
    assert places(check_avoided_forms(Tracker(library), TermWords(library))) == ["docs/ru/a.md:7"]


@pytest.mark.cases("terms_check/renderings")
def test_renderings(make_library: MakeLibrary, case: dict[str, Any]) -> None:
    language = "uk" if "uk" in case else "en"
    path = case.get("file", "a.md")
    fronts = DECREE if "file" in case else {}
    pages = {
        f"{each}/{path}": f"---\n{fronts[each]}\n---\n\n{case[each]}\n" if fronts else f"{case[each]}\n"
        for each in ("ru", language)
    }
    library = make_library({**GLOSSARY, **pages})
    found = list(check_term_renderings(Tracker(library), TermWords(library)))
    assert {(each.path, each.code, each.level) for each in found} <= {
        (f"docs/{language}/{path}", "term-rendering", Level.WARNING)
    }
    approved = {"csto": "ОДКБ" if language == "uk" else "CSTO", "decree": "указ" if language == "uk" else "decree"}
    missed = [
        name
        for each in in_order(found)
        for name, form in approved.items()
        if f"“{form}”" in each.message.split("this block")[1]
    ]
    assert sorted(missed) == case.get("misses", [])


def test_a_missing_rendering_names_both_places_and_the_approved_ones(make_library: MakeLibrary) -> None:
    library = make_library({**GLOSSARY, "ru/a.md": "# А\n\nВойсками ОДКБ.\n", "uk/a.md": "# А\n\nСоюзом.\n"})
    (found,) = check_term_renderings(Tracker(library), TermWords(library))
    assert places([found]) == ["docs/uk/a.md:3"]
    assert "docs/ru/a.md:3 has “ОДКБ”" in found.message
    assert "“Організація Договору про колективну безпеку”, “ОДКБ”" in found.message


def test_a_source_that_changed_since_is_not_compared(make_library: MakeLibrary) -> None:
    library = make_library({**GLOSSARY, "ru/a.md": "Вот указ и закон.\n", "uk/a.md": "Закон.\n"})
    library = replace(library, records={("uk", "a.md"): Record((Entry("a", "Вот закон.", "Закон.", 1),))})
    assert list(check_term_renderings(Tracker(library), TermWords(library))) == []


def test_a_term_without_a_page_in_a_language_is_a_missing_translation_and_nothing_more(
    make_library: MakeLibrary,
) -> None:
    pages = {"ru/a.md": "[Указ](glossary/decree.md).\n", "uk/a.md": "[Указ](glossary/decree.md).\n"}
    files = {**GLOSSARY, **pages}
    del files["uk/glossary/decree.md"]
    found = check_library(make_library(files), words=True)
    about = {(each.path, each.code) for each in found if "decree" in f"{each.path} {each.message}"}
    assert ("docs/uk/glossary/decree.md", "missing-translation") in about
    assert {code for _, code in about} & {"term-link", "term-rendering", "unknown-term", "broken-link"} == set()


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("term: указ", "term: закон", False),
        ("term: указ", "term: Указ", True),
        ("term: указ", "term: закон\nshort: указ", True),
        ("term: указ", "term: закон\nforms: [декрет, указ]", True),
        ("term: «Рубрика»", "term: „Рубрика“", True),
        ("term: «Рубрика»", "term: рубрика", False),
        ("term: міністр’я", "term: міністр'я", True),
        ("term: ёлка", "term: елка", True),
    ],
)
def test_two_terms_with_the_same_form(make_library: MakeLibrary, one: str, other: str, is_same: bool) -> None:
    library = make_library({"ru/glossary/a.md": entry(one), "ru/glossary/b.md": entry(other)})
    found = list(check_same_forms(library))
    assert [(each.path, each.code, each.level) for each in found] == [
        ("docs/ru/glossary/b.md", "same-form", Level.ERROR)
    ] * is_same
    assert all("docs/ru/glossary/a.md" in each.message for each in found)
    assert all(each.line == 2 + other.count("\n") for each in found)


def test_the_same_form_in_two_languages_or_twice_in_one_term_is_good(make_library: MakeLibrary) -> None:
    files = {"ru/glossary/a.md": entry("term: указ\nforms: [указ]"), "uk/glossary/b.md": entry("term: указ")}
    assert list(check_same_forms(make_library(files))) == []


def test_a_term_that_no_page_links(make_library: MakeLibrary) -> None:
    pages = {
        "ru/a.md": "[Указ](glossary/decree.md).\n",
        "ru/glossary/index.md": "[А](csto.md)\n",
        "uk/glossary/csto.md": entry(CSTO["uk"], "[А](csto.md)"),
    }
    (found,) = check_unused_terms(Tracker(make_library({**GLOSSARY, **pages})))
    assert (found.path, found.line, found.code) == ("docs/ru/glossary/csto.md", 2, "unused-term")
    assert found.level is Level.WARNING


def test_a_term_that_another_term_links_is_used(make_library: MakeLibrary) -> None:
    pages = {
        "ru/glossary/csto.md": entry(CSTO["ru"], "[А](decree.md)"),
        "ru/glossary/decree.md": entry(DECREE["ru"], "[А](csto.md)"),
    }
    assert list(check_unused_terms(Tracker(make_library({**GLOSSARY, **pages})))) == []


@pytest.mark.parametrize(("length", "count"), [(LONGEST_DEFINITION, 0), (LONGEST_DEFINITION + 1, 1)])
def test_a_definition_is_as_long_as_the_reader_sees_it(make_library: MakeLibrary, length: int, count: int) -> None:
    text = "А" * (length - 1) + "[Б](decree.md#a-long-anchor)[^a-long-key]\n\nВ"
    found = list(check_definitions(make_library({"uk/glossary/csto.md": entry(CSTO["uk"], text)})))
    assert [(each.path, each.line, each.code, each.level) for each in found] == [
        ("docs/uk/glossary/csto.md", 7, "long-definition", Level.WARNING)
    ] * count


def test_a_term_without_definition_is_not_too_long(make_library: MakeLibrary) -> None:
    assert list(check_definitions(make_library({"ru/glossary/a.md": "---\nterm: А\n---\n# А\n"}))) == []


def test_a_build_reads_no_word_with_a_dictionary(make_library: MakeLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("a word was read")

    monkeypatch.setattr(Lemmatizer, "readings", fail)
    library = make_library({**GLOSSARY, "ru/a.md": "[Указ](glossary/decree.md) о том.\n", "uk/a.md": "Указ.\n"})
    assert "term-link" in {each.code for each in check_library(library)}
    with pytest.raises(AssertionError, match="a word was read"):
        check_library(library, words=True)


def test_all_rules_with_words_run_when_asked(make_library: MakeLibrary) -> None:
    front = "term: decree\navoid: [{form: order, why: X}]"
    files = {**GLOSSARY, "en/glossary/decree.md": entry(front), "ru/a.md": "Указ.\n", "en/a.md": "Order.\n"}
    codes = {each.code for each in check_library(make_library(files), words=True)}
    assert {"avoided-form", "term-rendering"} <= codes


def test_no_rule_that_fails_the_build_speaks_of_the_real_site() -> None:
    library, _ = read_library(ROOT)
    assert isinstance(library, Library)
    rules = (check_same_forms, check_definitions)
    found = [problem for rule in rules for problem in rule(library)]
    assert [
        str(each) for each in (*found, *check_term_links(Tracker(library)), *check_unused_terms(Tracker(library)))
    ] == []
