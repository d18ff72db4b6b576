"""What search engines and other programs are told of an explainer: schema.org's article as JSON-LD.

How a translation came about and who read it is said for machines too (``digitalSourceType`` has schema.org's
name and IPTC's own, ``editor`` the readers, ``hasPart`` the paragraphs that nobody has read), as it is in words on the page.
"""

from typing import Any

from tlumach.editions.shared.digital_source import digital_sources
from tlumach.editions.termbase.jsonld import CONTEXT, to_script
from tlumach.library import Library
from tlumach.library.byline import byline_of
from tlumach.library.pages import Page
from tlumach.library.provenance import Kind, Provenance
from tlumach.library.urls import absolute, alternates, encoded
from tlumach.records.confirmer import name_of, role_of
from tlumach.tracking import Tracker
from tlumach.tracking.provenance import provenance_of

NOT_READ = "not read"
"""The status of what nobody has read beside its source."""
Value = dict[str, Any]


def article(page: Page, tracker: Tracker, language: str, picture: str) -> str:
    """Return the JSON-LD of an explainer for readers of a language; ``picture`` is the absolute address of its card (or empty)."""
    library, settings = tracker.library, tracker.library.settings
    provenance = provenance_of(tracker.track(page.language, page.path))
    byline = byline_of(page, library, settings.say(language), provenance)
    publisher = {"@type": "Organization", "name": settings.site_names[language], "url": settings.site_url}
    said: Value = {
        "@context": CONTEXT,
        "@type": "NewsArticle" if byline.publication else "Article",
        "@id": absolute(page.path, page.language, settings),
        "headline": page.title,
        "description": page.meta.get("description"),
        "inLanguage": page.language,
        "datePublished": byline.date,
        "dateModified": byline.checked,
        "image": picture,
        "isAccessibleForFree": True,
        "publisher": publisher,
        "creditText": byline.line,
    }
    if byline.publication:
        said["author"] = _of(byline.publication.title_in(language), byline.publication.url)
        said["isBasedOn"] = byline.publication.url
    said |= _translation(page, library, publisher, byline.made) | _read(provenance, said["@id"])
    return to_script({key: value for key, value in said.items() if value})


def disclosure_of(made: str, provenance: Provenance) -> str:
    """Return the value of ``ai-disclosure`` for a translation (AI Content Disclosure for HTML, W3C Community Group, October 2026).

    ``ai-assisted`` says that a person has read what a machine made, ``ai-autonomous`` that nobody has; of a page of which neither
    is true throughout, or is known, nothing is said, as the report asks.
    """
    if not made.startswith("machine") or not provenance.whole:
        return ""
    if provenance.has(Kind.UNRECORDED):
        return ""
    if not provenance.has(Kind.PERSON):
        return "ai-autonomous"
    return "" if provenance.unread or provenance.has(Kind.MACHINE) else "ai-assisted"


def _read(provenance: Provenance, address: str) -> Value:
    """Return who read a translation, and which of its paragraphs nobody has."""
    people = (name for group in provenance.readers if group.kind is Kind.PERSON for name in group.names)
    parts = [
        {"@type": "WebPageElement", "@id": f"{address}#{encoded(id)}", "creativeWorkStatus": NOT_READ}
        for id in provenance.marked
    ]
    status = NOT_READ if provenance.is_nobodys else ""
    return {"editor": [_person(name) for name in people], "creativeWorkStatus": status, "hasPart": parts}


def _person(confirmer: str) -> Value:
    said = {"@type": "Person", "name": name_of(confirmer), "jobTitle": role_of(confirmer)}
    return {key: value for key, value in said.items() if value}


def _translation(page: Page, library: Library, publisher: Value, made: str) -> Value:
    settings = library.settings
    if page.language == settings.source:
        others = [other for other in alternates(page.path, library) if other.language != settings.source]
        return {"workTranslation": [_work(other.absolute, other.language) for other in others]}
    source = _work(absolute(page.path, settings.source, settings), settings.source)
    translator = {} if made.startswith("machine") else {"translator": publisher}
    return {
        "translationOfWork": source,
        "digitalSourceType": digital_sources(made),
        **translator,
    }


def _work(address: str, language: str) -> Value:
    return {"@type": "CreativeWork", "@id": address, "inLanguage": language}


def _of(name: str, url: str) -> Value:
    return {"@type": "Organization", "name": name.strip("«»"), "url": url}
