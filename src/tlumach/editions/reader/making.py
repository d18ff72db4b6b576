"""Making a reader file: what all files of a site share, and the parts of one put into the template.

What the file of an explainer is, is a function of what ``ReaderMaker.inputs`` returns, of the settings, and of the date.
"""

import datetime
import hashlib
from collections.abc import Mapping
from functools import cached_property
from importlib import metadata, resources

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from tlumach.addresses import absolute
from tlumach.editions.pictures import Fitter
from tlumach.editions.reader.cards import Cards
from tlumach.editions.reader.links import picture_file
from tlumach.editions.reader.parts import ABOUT_PAGE, Parts, about_rows, file_name, pages_of, terms_of
from tlumach.editions.reader.pictures import Pictures, ReadFile
from tlumach.editions.reader.rows import rows_of
from tlumach.editions.reader.sections import freshness
from tlumach.editions.reader.style import Style, pairs, style
from tlumach.library import Library
from tlumach.links import Link
from tlumach.messages import Messages, load_messages
from tlumach.pages import Page
from tlumach.rendering import BlockRenderer
from tlumach.tracking import Tracker

_PLACE = ("tlumach.editions", "templates")


class ReaderMaker:
    """Makes the readers of a site; what they share (words, style, glossary, renderer) is made once."""

    def __init__(self, tracker: Tracker, timestamp: int, read: ReadFile) -> None:
        """Make a maker; ``timestamp`` is the date of the build (seconds since 1970), ``read`` gives a file under `docs/`."""
        self.tracker = tracker
        self.words: Mapping[str, Messages] = {
            language: load_messages(language) for language in tracker.library.settings.languages
        }
        self.made = datetime.datetime.fromtimestamp(timestamp, datetime.UTC).date().isoformat()
        self.read = read
        self.renderer = BlockRenderer()
        self.fitter = Fitter()
        self.cards = Cards(tracker, self.words)

    @property
    def library(self) -> Library:
        """The pages of the site."""
        return self.tracker.library

    @cached_property
    def template(self) -> Template:
        """The page's frame."""
        environment = Environment(
            loader=PackageLoader(*_PLACE),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        return environment.get_template("reader.html")

    @cached_property
    def style(self) -> Style:
        """The style sheet with its hash."""
        css = (resources.files(_PLACE[0]) / _PLACE[1] / "reader.css").read_text(encoding="utf-8")
        return style(css, list(self.words))

    @cached_property
    def frame(self) -> Mapping[str, object]:
        """What the template is given for every file."""
        settings = self.library.settings
        has_about = any(self.library.page(language, ABOUT_PAGE) for language in self.words)
        return {
            "words": self.words,
            "names": settings.language_names,
            "pairs": pairs(list(self.words)),
            "source": settings.source,
            "site_names": settings.site_names,
            "style": self.style,
            "made": self.made,
            "version": metadata.version("tlumach"),
            "about_page": {language: absolute(ABOUT_PAGE, language, settings) for language in self.words if has_about},
        }

    def html(self, path: str) -> str:
        """Return the reader of the explainer whose first page has this path."""
        pictures = Pictures(self.read, self.fitter)
        parts = Parts(path, self.tracker, self.words, self.renderer, self.cards, pictures)
        addresses = {language: absolute(path, language, self.library.settings) for language in self.words}
        return self.template.render(parts=parts, addresses=addresses, file=file_name(path), **self.frame)

    def inputs(self, path: str) -> object:
        """Return all of the pages that the file is made of; its ``repr`` differs where the file may."""
        paths = pages_of(path, self.library)
        rows = {each: rows_of(each, self.tracker) for each in paths} | {ABOUT_PAGE: about_rows(self.tracker)}
        return (
            [(each, found, freshness(each, self.words, self.tracker)) for each, found in rows.items()],
            [self._said(each, language) for each in rows for language in self.words],
            [self.cards.card(term) for term in terms_of(paths, self.library)],
        )

    def _said(self, path: str, language: str) -> object:
        page = self.library.page(language, path)
        return page and (page.text, [self._pictures(page, link) for link in page.links if link.image])

    def _pictures(self, page: Page, link: Link) -> tuple[str, str]:
        """Return where a picture is taken from, and a digest of it (empty: there is none)."""
        file = picture_file(page, page.target(link), self.library)
        content = self.read(file)
        return file, hashlib.sha256(content).hexdigest() if content is not None else ""
