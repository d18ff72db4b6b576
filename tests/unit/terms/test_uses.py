"""Uses of terms by links: which links they are, and the words around them."""

import pytest

from tlumach.library.pages import Page, parse_page
from tlumach.terms.uses import SNIPPET, name_of, term_links, uses_in

CSTO = "glossary/csto.md"


def page_of(text: str, path: str = "story/index.md") -> Page:
    return parse_page(text, "en", path)[0]


@pytest.mark.parametrize(
    ("path", "target", "term"),
    [
        ("story/index.md", "../glossary/csto.md", CSTO),
        ("story/index.md", "../glossary/csto.md#history", CSTO),
        ("story/index.md", "../glossary/treaties/csto.md", "glossary/treaties/csto.md"),
        ("glossary/nato.md", "csto.md", CSTO),
        ("glossary/csto.md", "csto.md#history", ""),
        ("story/index.md", "../glossary/index.md", ""),
        ("story/index.md", "../glossary/csto.png", ""),
        ("story/index.md", "glossary/csto.md", ""),
        ("story/index.md", "https://csto.example/glossary/csto.md", ""),
    ],
)
def test_what_is_a_link_to_a_term(path: str, target: str, term: str) -> None:
    assert list(term_links(page_of(f"The [CSTO]({target}).\n", path)).values()) == [term] * bool(term)


def test_a_picture_is_no_use() -> None:
    assert term_links(page_of("![CSTO](../glossary/csto.md)\n")) == {}


def test_a_block_uses_a_term_once_and_headings_and_code_none() -> None:
    link = "[CSTO](../glossary/csto.md)"
    page = page_of(f"# The {link}\n\nThe {link} and the {link}.\n\n    {link}\n\n- The {link}\n")
    assert [(use.term, use.block) for use in uses_in(page)] == [(CSTO, 1), (CSTO, 3)]


def test_the_words_around_a_use_are_those_that_a_reader_sees() -> None:
    (use,) = uses_in(page_of("> **One** line.\n> Troops of the [CSTO](../glossary/csto.md)[^a] left. { .wide }\n"))
    assert use.words == "Troops of the CSTO left."


def test_long_text_is_cut_at_words_around_the_use() -> None:
    (use,) = uses_in(page_of(f"{'before ' * 30}[CSTO](../glossary/csto.md){' after' * 30}.\n"))
    assert use.words.startswith("… before ")
    assert use.words.endswith(" after …")
    assert "CSTO" in use.words
    assert len(use.words) <= SNIPPET + len("… ") + len(" …")


def test_a_term_has_a_name_for_links_and_ids() -> None:
    assert [name_of(CSTO), name_of("glossary/treaties/csto.md")] == ["csto", "treaties-csto"]
