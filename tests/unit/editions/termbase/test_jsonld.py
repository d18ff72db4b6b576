import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from tests.unit.editions.glossaries import EN, PAGES, concepts, library, odd_libraries, own_library

from tlumach.editions.termbase.collecting import concepts_of, names_of
from tlumach.editions.termbase.jsonld import to_jsonld_set, to_jsonld_term
from tlumach.library import Library

NAMES = names_of(library())


def in_page(script: str) -> list[str]:
    """The contents of all scripts that a browser would find in a page with this one, and the texts outside them."""
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_data(self, data: str) -> None:
            found.append(data)

        def handle_starttag(self, tag: str, attrs: object) -> None:
            found.append(f"<{tag}>")

    reader = Reader()
    reader.feed(f'<script type="application/ld+json">{script}</script>')
    reader.close()
    return found


def values(tagged: list[dict[str, str]]) -> dict[str, str]:
    return {each["@language"]: each["@value"] for each in tagged}


def test_a_term_is_named_in_every_language_and_described_in_the_page_s() -> None:
    found = json.loads(to_jsonld_term(concepts()[0], "uk", NAMES))
    assert (found["@context"], found["@type"], found["termCode"]) == ("https://schema.org", "DefinedTerm", "csto")
    assert found["@id"] == "https://tlumach.example/glossary/csto.html"
    assert found["url"] == "https://tlumach.example/uk/glossary/csto.html"
    assert values(found["name"]) == {
        "ru": "Организация Договора",
        "uk": "Організація Договору",
        "en": "Treaty Organization",
        "kk": "ҰҚШҰ",
    }
    assert found["description"] == {"@language": "uk", "@value": "Військовий союз."}
    assert found["inDefinedTermSet"]["url"] == "https://tlumach.example/uk/glossary/"
    assert found["mainEntityOfPage"]["inLanguage"] == "uk"
    assert found["mainEntityOfPage"]["citation"][0] == {
        "@type": "CreativeWork",
        "name": "Википедия",
        "url": "https://example.org/w?a=1&b=2",
        "datePublished": "2022-11",
    }
    assert "datePublished" not in found["mainEntityOfPage"]["citation"][1]


def test_renderings_to_avoid_are_no_names() -> None:
    script = to_jsonld_term(concepts()[0], "en", NAMES)
    assert "ODKB" not in script
    assert {"@language": "en", "@value": "Treaty Organisation"} in json.loads(script)["alternateName"]


def test_a_page_that_is_not_translated_tells_of_the_source() -> None:
    found = json.loads(to_jsonld_term(concepts()[1], "en", NAMES))
    assert (found["url"], found["description"]["@language"]) == ("https://tlumach.example/glossary/nato.html", "ru")
    assert found["mainEntityOfPage"]["inLanguage"] == "ru"


def test_the_set_lists_every_term() -> None:
    found = json.loads(to_jsonld_set(concepts(), "en", NAMES))
    assert (found["@type"], found["url"]) == ("DefinedTermSet", "https://tlumach.example/en/glossary/")
    assert found["@id"] == "https://tlumach.example/glossary/"
    assert values(found["name"]) == {"ru": "Глоссарий"}
    assert [term["url"] for term in found["hasDefinedTerm"]] == [
        "https://tlumach.example/en/glossary/csto.html",
        "https://tlumach.example/glossary/nato.html",
    ]
    assert all(term["@type"] == "DefinedTerm" and term["name"] for term in found["hasDefinedTerm"])


def test_the_set_and_its_terms_have_the_same_ids_on_every_page() -> None:
    own = own_library()
    names, found = names_of(own), concepts_of(own)
    sets = [json.loads(to_jsonld_set(found, language, names)) for language in own.settings.languages]
    terms = [json.loads(to_jsonld_term(found[0], language, names)) for language in own.settings.languages]
    assert len({each["@id"] for each in sets}) == 1
    assert {each["inDefinedTermSet"]["@id"] for each in terms} == {sets[0]["@id"]}
    assert {each["@id"] for each in terms} == {sets[0]["hasDefinedTerm"][0]["@id"]}


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "&lt;/script&gt;"])
def test_no_text_ends_the_script_or_opens_another(text: str) -> None:
    page = EN.replace("A military alliance.", f"`x` {text.replace('<', '&lt;')}").replace(
        "Treaty Organization", json.dumps(text)
    )
    found = concepts(PAGES | {"en/glossary/csto.md": page})
    for script in (to_jsonld_term(found[0], "en", NAMES), to_jsonld_set(found, "en", NAMES)):
        assert not set(script) & set("<>&")
        assert in_page(script) == ["<script>", script]
        assert text in json.dumps(json.loads(script), ensure_ascii=False)


@given(odd_libraries())
def test_any_text_comes_back(library: Library) -> None:
    (concept,) = concepts_of(library)
    names = names_of(library)
    for language in ("ru", "en"):
        script = to_jsonld_term(concept, language, names)
        assert in_page(script) == ["<script>", script]
        script.encode("utf-8")
        found: Any = json.loads(script)
        assert values(found["name"]) == {entry.language: entry.term for entry in concept.entries}
    assert json.loads(to_jsonld_set([concept], "en", names))["hasDefinedTerm"][0]["name"] == found["name"]
