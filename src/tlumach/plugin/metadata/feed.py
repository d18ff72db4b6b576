"""An Atom feed of the explainers in each language (RFC 4287): what is new, for those who follow a site without visiting it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tlumach.languages.messages import Messages
from tlumach.languages.own_language import told_of
from tlumach.library import Library
from tlumach.library.byline import Byline, byline_of
from tlumach.library.changes import Change, ChangeOf, changes_page
from tlumach.library.dates import revised
from tlumach.library.pages import Page
from tlumach.library.urls import absolute, encoded
from tlumach.output.hard_links import put
from tlumach.rendering.front_page import in_order
from tlumach.settings import Settings
from tlumach.tasks.placed import Told
from tlumach.tasks.tasks import Task, TaskRunner

ATOM = "http://www.w3.org/2005/Atom"
FILE = "feed.xml"
CORRECTIONS = "corrections.xml"
MOST = 30
_A_DAY = "2022-08-28"
NEVER = "1970"
"""Where no date is known: the format asks for one."""


def feed_path(language: str, settings: Settings) -> str:
    """Return the address of a language's feed within the site, such as ``uk/feed.xml``."""
    return settings.prefix(language) + FILE


def corrections_path(language: str, library: Library) -> str:
    """Return the address of a language's feed of corrections within the site; empty where nothing was corrected."""
    return library.settings.prefix(language) + CORRECTIONS if any(_corrections(library)) else ""


def write_feeds(library: Library, site: Path, runner: TaskRunner) -> None:
    """Write the feed of each language that is offered into the built site."""

    def write(language: str, made: bytes) -> Told:
        put(site, feed_path(language, library.settings), made)
        return Told([feed_path(language, library.settings)], None)

    kind = Task[str](
        "feed",
        lambda language: (language, told_of(language), _inputs(library, language)),
        lambda language: feed(library, language, replace(runner, processes=1)),  # it may be a copy itself
    )
    runner.put(kind, library.offered, site, write)
    for language in library.offered:
        if address := corrections_path(language, library):
            put(site, address, corrections(library, language))


def _inputs(library: Library, language: str) -> object:
    """Return all that a feed is made of: what each page in it is."""
    return [_page_inputs(page, library) for page in in_order(library, language)[:MOST]]


def _page_inputs(page: Page, library: Library) -> object:
    """Return all that an entry is made of: the page with its files, and whether it shows a given text."""
    return page.path, page.language, library.around(page.path), library.given_text_of(page) is not None


def corrections(library: Library, language: str) -> bytes:
    """Return the feed of what was corrected in explainers, for readers of a language, the latest first."""
    settings, say = library.settings, library.settings.say(language)
    latest = sorted(_corrections(library), key=lambda each: each[1].date, reverse=True)[:MOST]
    title = f"{settings.site_names[language]}: {say('changes.feed')}"
    own = settings.site_url + settings.prefix(language) + CORRECTIONS
    root = _root(language, title, own, _moment(latest[0][1].date), settings)
    for explainer, change in latest:
        page = library.shown_page(language, explainer)
        if page:
            _correction(root, page, change, absolute(changes_page(explainer), language, settings), say)
    indent(root)
    return bytes(tostring(root, xml_declaration=True, encoding="utf-8"))


def _corrections(library: Library) -> Iterator[tuple[str, Change]]:
    for explainer, kept in library.changes.items():
        yield from ((explainer, change) for change in kept.changes if change.kind is ChangeOf.CORRECTION)


def _correction(root: Element, page: Page, change: Change, address: str, say: Messages) -> None:
    """Add an entry: what the editor says of a correction, and both wordings, in the language that has them."""
    entry = SubElement(root, "entry", {"xml:lang": say.language})
    _add(entry, "id", f"{address}#{encoded(f'{change.date}-{change.block}')}")
    _add(entry, "title", f"{say('changes.correction')}: {page.title}")
    _add(entry, "link", rel="alternate", type="text/html", hreflang=say.language, href=address)
    _add(entry, "updated", _moment(change.date))
    wording = change.wordings.get(say.language) or next(iter(change.wordings.values()))
    both = (f"{say('changes.before')} {wording.before or '–'}", f"{say('changes.after')} {wording.after or '–'}")
    _add(entry, "summary", "\n".join(filter(None, (change.says.get(say.language, ""), *both))))


class _Entry(NamedTuple):
    """What a feed says of an explainer beside its front matter.

    Its title, the line above its headline, the day of its text (ISO 8601, or empty), and the moment at which it was last looked at.
    """

    title: str
    line: str
    date: str
    updated: str


def feed(library: Library, language: str, runner: TaskRunner | None = None) -> bytes:
    """Return the feed of a language as XML: the latest explainers, those that are not translated in the source language.

    With ``runner``, only explainers that have changed are read.
    """
    settings = library.settings
    pages = in_order(library, language)[:MOST]
    entries = _entries(pages, library, language, runner)
    own = settings.site_url + feed_path(language, settings)
    updated = max((entry.updated for entry in entries), default=_moment(NEVER))
    root = _root(language, settings.site_names[language], own, updated, settings)
    for page, entry in zip(pages, entries, strict=True):
        _add_entry(root, page, entry, settings)
    indent(root)
    return bytes(tostring(root, xml_declaration=True, encoding="utf-8"))


def _entries(pages: Sequence[Page], library: Library, language: str, runner: TaskRunner | None) -> list[_Entry]:
    say = library.settings.say(language)
    if runner is None:
        return [_entry(page, library, say) for page in pages]
    kind = Task[Page](
        "feed, entry",
        lambda page: (language, told_of(language), _page_inputs(page, library)),
        lambda page: json.dumps(_entry(page, library, say), ensure_ascii=False).encode(),
        is_small=True,
    )
    return runner.made(kind, pages, lambda _, made: _Entry(*json.loads(made)))


def _entry(page: Page, library: Library, say: Messages) -> _Entry:
    byline = byline_of(page, library, say)
    return _Entry(page.title, byline.line, byline.date, _updated(byline, page, library))


def _root(language: str, title: str, own: str, updated: str, settings: Settings) -> Element:
    """Return a feed without entries; its id is the front page for that of the explainers, its own address for another."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    home = absolute("index.md", language, settings)
    _add(root, "id", home if own.endswith(f"/{FILE}") else own)
    _add(root, "title", title)
    _add(root, "updated", updated)
    _add(root, "link", rel="self", type="application/atom+xml", href=own)
    _add(root, "link", rel="alternate", type="text/html", hreflang=language, href=home)
    _add(SubElement(root, "author"), "name", settings.site_names[language])
    return root


def _add_entry(root: Element, page: Page, said: _Entry, settings: Settings) -> None:
    entry = SubElement(root, "entry", {"xml:lang": page.language})
    address = absolute(page.path, page.language, settings)
    _add(entry, "id", address)
    _add(entry, "title", said.title)
    _add(entry, "link", rel="alternate", type="text/html", hreflang=page.language, href=address)
    if len(said.date) == len(_A_DAY):  # of a month or a year no day is known: none is printed
        _add(entry, "published", _moment(said.date))
    _add(entry, "updated", said.updated)
    description = str(page.meta.get("description") or "")
    _add(entry, "summary", "\n".join(part for part in (description, said.line) if part))


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> None:
    SubElement(parent, name, attributes).text = text or None


def _updated(byline: Byline, page: Page, library: Library) -> str:
    """Return when a page was last looked at: not when the site was built, so that a build on another day is the same."""
    return _moment(byline.checked or revised(library, [page.path], page.language) or NEVER)


def _moment(date: str) -> str:
    """Return the first moment of a day, month or year (RFC 3339)."""
    return f"{(date + '-01-01')[:10]}T00:00:00Z"
