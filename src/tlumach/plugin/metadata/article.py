"""What search engines and other programs are told of an explainer: schema.org's article as JSON-LD.

How a translation came about is said for machines too (``digitalSourceType``, IPTC's words), as it is in words on the page.
"""

from typing import Any

from tlumach.editions.termbase.jsonld import CONTEXT, to_script
from tlumach.library import Library
from tlumach.library.byline import byline_of
from tlumach.library.pages import Page
from tlumach.library.urls import absolute, alternates

SOURCE_TYPES = {
    "machine": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
    "machine-checked": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
    "machine-edited": "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
}
Value = dict[str, Any]


def article(page: Page, library: Library, language: str, picture: str) -> str:
    """Return the JSON-LD of an explainer for readers of a language; ``picture`` is the absolute address of its card (or empty)."""
    byline = byline_of(page, library, library.settings.say(language))
    settings = library.settings
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
    said |= _translation(page, library, publisher)
    return to_script({key: value for key, value in said.items() if value})


def _translation(page: Page, library: Library, publisher: Value) -> Value:
    settings = library.settings
    if page.language == settings.source:
        others = [other for other in alternates(page.path, library) if other.language != settings.source]
        return {"workTranslation": [_work(other.absolute, other.language) for other in others]}
    source = _work(absolute(page.path, settings.source, settings), settings.source)
    translator = {} if settings.translation.startswith("machine") else {"translator": publisher}
    return {
        "translationOfWork": source,
        "digitalSourceType": SOURCE_TYPES.get(settings.translation, ""),
        **translator,
    }


def _work(address: str, language: str) -> Value:
    return {"@type": "CreativeWork", "@id": address, "inLanguage": language}


def _of(name: str, url: str) -> Value:
    return {"@type": "Organization", "name": name.strip("«»"), "url": url}
