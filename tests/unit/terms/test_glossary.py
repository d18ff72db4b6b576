from collections.abc import Callable

from tlumach.library import Library
from tlumach.terms.glossary import Avoided, definition_of, term_of, terms_in

MakeLibrary = Callable[..., Library]
RU = """---
term: Организация Договора
short: ОДКБ
forms: [Ташкентский пакт]
kind: organisation
kazakh: ҰҚШҰ
as_of: 2024-12-04
avoid:
  - {form: русское НАТО, why: прозвище}
---
# ОДКБ

!!! note

    Не определение.

Военный союз[^1].

Ещё абзац.
"""
UK = "---\nterm: Організація Договору\nkind: person\nas_of: '1999'\n---\n# ОДКБ\n\nВійськовий союз.\n"


def library_with_terms(make_library: MakeLibrary) -> Library:
    return make_library(
        {
            "ru/glossary/csto.md": RU,
            "uk/glossary/csto.md": UK,
            "ru/glossary/index.md": "# Глоссарий\n\nТермины.",
            "ru/about.md": "# О сайте",
            "en/glossary/nato.md": "# NATO\n\nAn alliance.",
        }
    )


def test_a_term_has_what_its_page_says(make_library: MakeLibrary) -> None:
    (term,) = terms_in(library_with_terms(make_library), "ru")
    assert (term.name, term.term, term.short, term.forms) == (
        "csto",
        "Организация Договора",
        "ОДКБ",
        ("Ташкентский пакт",),
    )
    assert term.avoid == (Avoided("русское НАТО", "прозвище"),)
    assert (term.kind, term.names, term.as_of) == ("organisation", {"kk": "ҰҚШҰ"}, "2024-12-04")


def test_the_definition_is_the_first_paragraph(make_library: MakeLibrary) -> None:
    library = library_with_terms(make_library)
    assert definition_of(library.pages["ru", "glossary/csto.md"]) == "Военный союз[^1]."
    assert definition_of(library.pages["ru", "about.md"]) == ""


def test_what_holds_for_all_languages_is_taken_from_the_source_language(make_library: MakeLibrary) -> None:
    (term,) = terms_in(library_with_terms(make_library), "uk")
    assert (term.language, term.term, term.definition) == ("uk", "Організація Договору", "Військовий союз.")
    assert (term.kind, term.names, term.as_of) == ("organisation", {"kk": "ҰҚШҰ"}, "2024-12-04")
    assert (term.short, term.forms, term.avoid) == ("", (), ())


def test_a_term_without_a_source_page_is_a_term_still_named_by_its_heading(make_library: MakeLibrary) -> None:
    (term,) = terms_in(library_with_terms(make_library), "en")
    assert (term.term, term.kind, term.as_of) == ("NATO", "", "")


def test_only_the_pages_of_the_glossary_are_terms(make_library: MakeLibrary) -> None:
    library = library_with_terms(make_library)
    assert term_of(library, library.pages["ru", "glossary/index.md"]) is None
    assert term_of(library, library.pages["ru", "about.md"]) is None


def test_names_in_other_languages_are_those_that_have_no_page(make_library: MakeLibrary) -> None:
    front = RU.replace("kazakh: ҰҚШҰ", "kazakh: Ескі\nnames: {kk: ҰҚШҰ, be: АДКБ, uk: ОДКБ}")
    (term,) = terms_in(make_library({"ru/glossary/csto.md": front}), "ru")
    assert term.names == {"kk": "ҰҚШҰ", "be": "АДКБ"}
