"""The glossary as JSON-LD: schema.org's `DefinedTermSet` and `DefinedTerm`, the names tagged with their languages.

For `<script type="application/ld+json">`, which is data: no browser runs it, and a content security policy lets it be.
Renderings to avoid are no names, and are left out.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tlumach.editions.termbase.concepts import Citation, Concept, Names, TermEntry, TermStatus

CONTEXT = "https://schema.org"
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
Value = dict[str, Any]


def to_jsonld_term(concept: Concept, language: str, names: Names) -> str:
    """Return the JSON-LD for the page of a term in that language (where it is not translated, the source's is shown)."""
    shown = concept.entry(language) or concept.entries[0]
    page: Value = {"@type": "WebPage", "@id": shown.address, "inLanguage": shown.language}
    if citations := [_work(citation) for citation in shown.citations]:
        page["citation"] = citations
    term = {"@context": CONTEXT, **_term(concept, shown), "termCode": concept.id}
    if others := _other_names(concept):
        term["alternateName"] = others
    if shown.definition:
        term["description"] = _tagged(shown.language, shown.definition)
    return to_script({**term, "inDefinedTermSet": _set(names, language), "mainEntityOfPage": page})


def to_jsonld_set(concepts: Sequence[Concept], language: str, names: Names) -> str:
    """Return the JSON-LD for the glossary's index in that language: all terms by their names and addresses."""
    terms = [_term(concept, concept.entry(language) or concept.entries[0]) for concept in concepts]
    return to_script({"@context": CONTEXT, **_set(names, language), "hasDefinedTerm": terms})


def _term(concept: Concept, shown: TermEntry) -> Value:
    return {
        "@type": "DefinedTerm",
        "@id": concept.entries[0].address,
        "url": shown.address,
        "name": [_tagged(entry.language, entry.term) for entry in concept.entries],
    }


def _other_names(concept: Concept) -> list[Value]:
    return [
        _tagged(entry.language, each.text) for entry in concept.entries for each in entry.having(TermStatus.ADMITTED)
    ]


def _set(names: Names, language: str) -> Value:
    return {
        "@type": "DefinedTermSet",
        "@id": next(iter(names.addresses.values())),
        "url": names.addresses[language],
        "name": [_tagged(*pair) for pair in names.titles.items()],
    }


def _work(citation: Citation) -> Value:
    work = {"@type": "CreativeWork", "name": citation.title, "url": citation.url, "datePublished": citation.date}
    return {key: value for key, value in work.items() if value}


def _tagged(language: str, text: str) -> Value:
    return {"@language": language, "@value": text}


def to_script(value: Mapping[str, Any]) -> str:
    """Return JSON that cannot end the element it stands in (HTML, section 4.12.1.3), nor be taken for markup or a new line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
