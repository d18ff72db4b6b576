"""Making a reader file: what all files of a site share, and the parts of one put into the template.

What the file of an explainer is, is a function of its pages, their records and pictures, of the terms that they use, of the
page about the site, of the settings, and of the date: nothing else of the site is looked at.
"""

from collections.abc import Mapping
from functools import cached_property
from importlib import metadata, resources

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from tlumach.editions.copies.version import version_of
from tlumach.editions.reader.cards import Cards
from tlumach.editions.reader.columns.cell_markup import cell_id
from tlumach.editions.reader.parts import ABOUT_PAGE, Parts, file_name
from tlumach.editions.reader.pictures import Pictures, ReadFile
from tlumach.editions.reader.style import Style, pairs, shown_first, style
from tlumach.editions.reports.prepared import blank
from tlumach.editions.shared.pictures import Fitter
from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.library.byline import Byline, byline_of, revised_beside
from tlumach.library.urls import absolute
from tlumach.rendering.fragments import BlockRenderer
from tlumach.tracking import Tracker
from tlumach.tracking.provenance import provenance_of

_PLACE = ("tlumach.editions", "templates")


class ReaderMaker:
    """Makes the readers of a site; what they share (words, style, glossary, renderer) is made once."""

    def __init__(self, tracker: Tracker, read: ReadFile) -> None:
        """Make a maker; ``read`` gives a file under `docs/`."""
        self.tracker = tracker
        self.words: Mapping[str, Messages] = {
            language: tracker.library.settings.say(language) for language in tracker.library.offered
        }
        self.read = read
        self.renderer = BlockRenderer(tracker.library.settings.markdown)
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
            "names": {language: settings.language_names[language] for language in self.words},
            "pairs": pairs(list(self.words)),
            "first": shown_first(list(self.words)),
            "source": settings.source,
            "site_names": settings.site_names,
            "style": self.style,
            "version": metadata.version("tlumach"),
            "about_page": {language: absolute(ABOUT_PAGE, language, settings) for language in self.words if has_about},
        }

    def html(self, path: str) -> str:
        """Return the reader of the explainer whose first page has this path."""
        pictures = Pictures(self.read, self.fitter)
        parts = Parts(path, self.tracker, self.words, self.renderer, self.cards, pictures)
        addresses = {language: absolute(path, language, self.library.settings) for language in self.words}
        bylines = {language: self._byline(path, say) for language, say in self.words.items()}
        revisions = {language: self._revised(path, language, byline) for language, byline in bylines.items()}
        said = {language: self._said(byline, path, language, parts) for language, byline in bylines.items()}
        version = version_of(path, self.tracker)
        versions = {language: version.said(say) for language, say in self.words.items()}
        reports = {language: blank(path, self.tracker, say, version.bare(say)) for language, say in self.words.items()}
        return self.template.render(
            versions=versions,
            reports=reports,
            parts=parts,
            addresses=addresses,
            bylines=said,
            revised=revisions,
            file=file_name(path),
            **self.frame,
        )

    def _byline(self, path: str, say: Messages) -> Byline | None:
        page = self.library.shown_page(say.language, path)
        provenance = provenance_of(self.tracker.track(say.language, path))
        return byline_of(page, self.library, say, provenance) if page else None

    def _said(self, byline: Byline | None, path: str, language: str, parts: Parts) -> list[tuple[str, str]]:
        """Return the parts of the line above a column, each with the id in the file that it leads to (empty: none)."""
        statements = byline.statements if byline else ()
        cell = {each.block: cell_id(parts.anchors.of(path, each.block), language) for each in statements if each.block}
        return [(each.words, cell.get(each.block, "")) for each in statements]

    def _revised(self, path: str, language: str, byline: Byline | None) -> str:
        return revised_beside(byline, self.library, [path], language) if byline else ""
