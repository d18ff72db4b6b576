from tests.unit.search.small_site import small_site

from tlumach.search.index.rows import read_rows


def test_a_title_shows_the_other_names_of_a_term() -> None:
    page = read_rows("glossary/csto.md", small_site())
    assert page.is_term
    assert page.names == {"ru": "Организация Договора", "uk": "Організація Договору"}
    assert [row.texts["uk"] for row in page.rows] == ["Організація Договору (ОДКБ)", "Союз."]
    assert page.avoided == {"ru": "", "uk": "ОДКО"}


def test_a_row_has_every_language_and_the_terms_that_it_links_to() -> None:
    page = read_rows("story/index.md", small_site())
    assert [row.texts["ru"] for row in page.rows] == [
        "Оружие",
        "Войска ОДКБ в Киеве.",
        "Организация Договора молчит.",
        "Так в источнике.",
    ]
    assert page.rows[1].terms == {"glossary/csto.md"}


def test_what_a_build_puts_into_a_page_is_no_row() -> None:
    assert len(read_rows("index.md", small_site()).rows) == 1


def test_a_heading_leads_to_a_term_too_and_code_does_not() -> None:
    text = "# Слово\n\n## [Союз](../glossary/csto.md)\n\nТекст.\n\n    [код](../glossary/csto.md)\n\n- [ОДКБ](../glossary/csto.md)\n"
    page = read_rows("story/index.md", small_site({"story/index.md": (text, text)}))
    assert [bool(row.terms) for row in page.rows] == [False, True, False, False, True]
