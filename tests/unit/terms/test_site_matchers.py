"""The words of all terms of a site, approved and to avoid."""

import pytest
from tests.conftest import MakeLibrary

from tlumach.terms.site_matchers import TermWords, approved_forms

ALLIANCE = """---
term: NATO
short: ' '
forms: [North Atlantic Alliance]
avoid:
  - {form: alliance, why: There are others.}
---
# NATO

A treaty.
"""


@pytest.fixture
def words(make_library: MakeLibrary) -> TermWords:
    return TermWords(make_library({"en/glossary/nato.md": ALLIANCE, "en/glossary/index.md": "# Glossary\n"}))


def test_terms_are_known_by_their_pages(words: TermWords) -> None:
    assert list(words.terms("en")) == ["glossary/nato.md"]
    assert words.terms("uk") == {}


def test_approved_are_the_name_the_short_form_and_the_others_but_no_blank_ones(words: TermWords) -> None:
    assert approved_forms(words.terms("en")["glossary/nato.md"]) == ["NATO", "North Atlantic Alliance"]


def test_uses_in_a_source_come_with_their_words(words: TermWords) -> None:
    assert words.uses_in_source("NATO and an alliance", "en") == {"glossary/nato.md": "NATO"}


def test_a_rendering_to_avoid_is_found_with_its_reason(words: TermWords) -> None:
    (found,) = words.uses_to_avoid("The alliances met", "en")
    assert (found.term.path, found.avoided.why, found.use.surface) == (
        "glossary/nato.md",
        "There are others.",
        "alliances",
    )


def test_a_rendering_to_avoid_within_an_approved_form_is_none(words: TermWords) -> None:
    assert words.uses_to_avoid("The north atlantic alliance met", "en") == []


def test_a_site_without_terms_finds_nothing(make_library: MakeLibrary) -> None:
    words = TermWords(make_library({"en/a.md": "# A\n"}))
    assert (words.uses_to_avoid("NATO", "en"), words.matcher("en").find("NATO")) == ([], [])
