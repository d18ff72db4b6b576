"""An Atom feed of the explainers in each language (RFC 4287): what is new, for those who follow a site without visiting it."""

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tlumach.library import Library
from tlumach.library.byline import Byline, byline_of
from tlumach.library.dates import revised
from tlumach.library.pages import Page
from tlumach.library.urls import absolute
from tlumach.output.hard_links import put
from tlumach.rendering.front_page import in_order
from tlumach.settings import Settings

ATOM = "http://www.w3.org/2005/Atom"
FILE = "feed.xml"
MOST = 30
NEVER = "1970"
"""Where no date is known: the format asks for one."""


def feed_path(language: str, settings: Settings) -> str:
    """Return the address of a language's feed within the site, such as ``uk/feed.xml``."""
    return settings.prefix(language) + FILE


def write_feeds(library: Library, site: Path) -> None:
    """Write the feed of each language that is offered into the built site."""
    for language in library.offered:
        put(site, feed_path(language, library.settings), feed(library, language))


def feed(library: Library, language: str) -> bytes:
    """Return the feed of a language as XML: the latest explainers, those that are not translated in the source language."""
    settings = library.settings
    say = settings.say(language)
    pages = in_order(library, language)[:MOST]
    bylines = [(page, byline_of(page, library, say)) for page in pages]
    entries = [(page, byline, _updated(byline, page, library)) for page, byline in bylines]
    root = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    home = absolute("index.md", language, settings)
    _add(root, "id", home)
    _add(root, "title", settings.site_names[language])
    _add(root, "updated", max((updated for _, _, updated in entries), default=_moment(NEVER)))
    _add(root, "link", rel="self", type="application/atom+xml", href=settings.site_url + feed_path(language, settings))
    _add(root, "link", rel="alternate", type="text/html", hreflang=language, href=home)
    _add(SubElement(root, "author"), "name", settings.site_names[language])
    for page, byline, updated in entries:
        _entry(root, page, byline, updated, settings)
    indent(root)
    return bytes(tostring(root, xml_declaration=True, encoding="utf-8"))


def _entry(root: Element, page: Page, byline: Byline, updated: str, settings: Settings) -> None:
    entry = SubElement(root, "entry", {"xml:lang": page.language})
    address = absolute(page.path, page.language, settings)
    _add(entry, "id", address)
    _add(entry, "title", page.title)
    _add(entry, "link", rel="alternate", type="text/html", hreflang=page.language, href=address)
    if byline.date:
        _add(entry, "published", _moment(byline.date))
    _add(entry, "updated", updated)
    description = str(page.meta.get("description") or "")
    _add(entry, "summary", "\n".join(part for part in (description, byline.line) if part))


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> None:
    SubElement(parent, name, attributes).text = text or None


def _updated(byline: Byline, page: Page, library: Library) -> str:
    """Return when a page was last looked at: not when the site was built, so that a build on another day is the same."""
    return _moment(byline.checked or revised(library, [page.path], page.language) or NEVER)


def _moment(date: str) -> str:
    """Return the first moment of a day, month or year (RFC 3339)."""
    return f"{(date + '-01-01')[:10]}T00:00:00Z"
