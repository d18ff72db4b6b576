"""Adds our parts to the pages that MkDocs makes, one language after the other."""

import logging
import re
from collections.abc import Callable, Iterator
from importlib import resources

from jinja2 import BaseLoader, ChoiceLoader, Environment, FunctionLoader
from markupsafe import escape
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from tlumach.alignment import Pair
from tlumach.alignment.freshness import State
from tlumach.alignment.passages import Shown
from tlumach.blocks import Block
from tlumach.blocks.quoting import quoted
from tlumach.languages.messages import Messages
from tlumach.library.pages import DOCS, Page
from tlumach.plugin.guest.elements import Element, top_level
from tlumach.plugin.guest.marks import BEFORE, ON_TOP, Marks, Other, notice
from tlumach.plugin.guest.matching import matched
from tlumach.plugin.guest.terms import SCRIPT as TERMS
from tlumach.plugin.guest.terms import Definitions
from tlumach.plugin.metadata.redirects import mkdocs_place, redirect_files
from tlumach.plugin.views import freshness_of
from tlumach.rendering.extension import page_renderer
from tlumach.tracking import NOT_CURRENT, Tracked, Tracker

SCRIPT = "assets/javascripts/tlumach-place.js"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DETAILS = ("admonition", "pymdownx.details", "tables")
_LINKS = re.compile(r"</?a\b[^>]*>|<img\b[^>]*>")
_LANGUAGE_FILE = re.compile(r"partials/languages/[\w-]+\.html")
log = logging.getLogger("mkdocs.plugins.tlumach")


class GuestPages:
    """The pages of a site whose theme is not ours. ``begin`` is called for each language."""

    def __init__(self, tracker: Tracker) -> None:
        """Add what the tracker knows of the pages."""
        self.tracker, self.library = tracker, tracker.library
        self._pages = {page.file.removeprefix(f"{DOCS}/"): page for page in self.library.pages.values()}
        self._definitions = Definitions(self.library)
        self._scripts = {SCRIPT: "place.js"} if self._definitions.is_empty else {SCRIPT: "place.js", TERMS: "terms.js"}
        self.say: Messages = self.library.settings.say(self.library.settings.source)
        self._render: Callable[[str], str] = str

    def begin(self, language: str, config: MkDocsConfig) -> None:
        """Go on with a language, whose configuration MkDocs has made ready."""
        self.say = self.library.settings.say(language)
        self._render = lambda text: page_renderer(DETAILS).convert(text)
        loaded = set(map(str, config.extra_javascript))
        config.extra_javascript.extend(ExtraScriptValue(script) for script in self._scripts if script not in loaded)

    def with_scripts(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the scripts that keep the place when the language is switched, and open terms; and pages at former addresses."""
        for script, name in self._scripts.items():
            content = (resources.files(__package__) / name).read_bytes()
            files.append(File.generated(config, script, content=content))
        place = mkdocs_place(config.use_directory_urls, self.library.settings.prefix)
        for name, redirect in redirect_files(self.library, self.say.language, place):
            if name not in files.src_uris:
                files.append(File.generated(config, name, content=redirect))
        return files

    def with_content(self, html: str, page: MkDocsPage, files: Files) -> str:
        """Return a page's HTML with ids, links and notices; as it is where it is no page of the library."""
        ours = self._pages.get(page.file.src_uri)
        if ours is None:
            return html
        elements, ids = top_level(html)
        marks = Marks(html)
        pairs = [(block, elements[at]) for block, at in matched(ours.blocks, elements)]
        is_translated = ours.language == self.say.language
        tracked = self.tracker.track(ours.language, ours.path) if is_translated else None
        tracked = tracked if tracked and tracked.record else None
        aside = self._put_aside(marks, pairs, tracked, ids) if tracked else set()
        self._mark(marks, [pair for pair in pairs if pair[0] not in aside], ours, page, ids)
        notices = [self._untranslated(page)] if not is_translated else []
        if tracked:
            notices += self._freshness(tracked)
            for block, element in pairs:
                marks.put(element.end, "".join(self._originals(block, tracked, block in aside)))
        marks.put(_top(elements), "".join(notices), ON_TOP)
        return str(marks) + "".join(self._definitions.of(ours, page, files, self.say))

    def _put_aside(self, marks: Marks, pairs: list[tuple[int, Element]], tracked: Tracked, taken: set[str]) -> set[int]:
        """Put the original in the place of blocks where it goes first, or alone; return these blocks. Headings stay: the
        theme's contents name them."""
        aside = set()
        for block, element in pairs:
            pair = tracked.pair_of(block)
            shown = self.tracker.shown(tracked, pair)
            if shown is not Shown.MARK and element.tag not in HEADINGS:
                aside.add(block)
                before = self._instead(tracked, pair, shown, element, taken)
                if shown is Shown.ORIGINAL:
                    marks.cut(element)
                    marks.put(element.end, before)
                else:
                    former = f'<details class="former"><summary>{escape(self.say("fresh.former"))}</summary>\n'
                    marks.put(element.begin, before + former, BEFORE)
                    marks.put(element.end, "\n</details>\n")
        return aside

    def _instead(self, tracked: Tracked, pair: Pair, shown: Shown, element: Element, taken: set[str]) -> str:
        """Return the original of a block, opened, under the id that the block would have."""
        id = tracked.id_of(pair)
        if element.id:
            id = element.id if shown is Shown.ORIGINAL else ""
        elif id in taken:
            id = ""
        own = f' id="{escape(id)}"' if id else ""
        taken.add(id)
        if pair.source is None:
            return f"<div{own}>{notice(escape(self.say('fresh.orphaned_block')))}</div>"
        key = "fresh.only_original" if shown is Shown.ORIGINAL else "fresh.changed_block"
        return self._original(tracked.source.blocks[pair.source], key, own, is_open=True)

    def _mark(
        self, marks: Marks, pairs: list[tuple[int, Element]], ours: Page, page: MkDocsPage, taken: set[str]
    ) -> None:
        others, ids = list(self._others(ours.path, page)), self.tracker.ids(ours)
        for block, element in pairs:
            if ids[block] and marks.identify(element, ids[block], taken):
                marks.link(element, ids[block], self.say, others)

    def _others(self, path: str, page: MkDocsPage) -> Iterator[Other]:
        """Yield the page in the other languages that have it, where static-i18n puts it."""
        settings = self.library.settings
        for language, file in getattr(page.file, "alternates", {}).items():
            other = self.library.page(language, path)
            if other and language != self.say.language:
                address = get_relative_url(file.url, page.url)
                yield Other(language, settings.language_names[language], address, frozenset(self.tracker.ids(other)))

    def _untranslated(self, page: MkDocsPage) -> str:
        source = self.library.settings.source
        text = str(escape(self.say("fresh.untranslated")))
        if file := getattr(page.file, "alternates", {}).get(source):
            address = escape(get_relative_url(file.url, page.url))
            text += f' <a href="{address}" hreflang="{source}">{escape(self.say("fresh.to_original"))}</a>'
        return notice(text)

    def _freshness(self, tracked: Tracked) -> Iterator[str]:
        """Yield what a reader must know of the page as a whole."""
        outdated, unconfirmed = tracked.count(NOT_CURRENT), tracked.count((State.UNCONFIRMED,))
        if outdated:
            said = [self.say("fresh.outdated", count=outdated)]
            if tracked.known_until:
                said.append(self.say("fresh.until", date=self.say.date(tracked.known_until)))
            with_originals = freshness_of(tracked, self.tracker).with_originals
            said.append(self.say("fresh.marked_with_originals" if with_originals else "fresh.marked"))
            yield notice(escape(" ".join(said)), "warning")
        elif unconfirmed:
            yield notice(escape(self.say("fresh.unconfirmed", count=unconfirmed)))
        yield from self._missing(tracked, None)

    def _originals(self, at: int, tracked: Tracked, is_aside: bool) -> Iterator[str]:
        """Yield what a reader should know of a block that is no longer what the original says, and what follows it there.

        ``is_aside``: the original stands in its place already.
        """
        pair = tracked.pair_of(at)
        if is_aside:
            yield from self._missing(tracked, at)
            return
        if pair.state is State.CHANGED and pair.source is not None:
            yield self._original(tracked.source.blocks[pair.source], "fresh.changed_block")
        if pair.state is State.ORPHANED:
            yield notice(escape(self.say("fresh.orphaned_block")))
        yield from self._missing(tracked, at)

    def _missing(self, tracked: Tracked, at: int | None) -> Iterator[str]:
        for source in tracked.missing_after.get(at, ()):
            shown = self.tracker.shown(tracked, Pair(source, None, None, State.MISSING))
            yield self._original(tracked.source.blocks[source], "fresh.missing_block", is_open=shown is not Shown.MARK)

    def _original(self, block: Block, key: str, id: str = "", is_open: bool = False) -> str:
        """Return a block of the original, folded or opened. What it links to is found from the original's own page."""
        html = _LINKS.sub("", self._render(quoted(block, self.say(key), is_open)))
        return f'\n<div{id} lang="{escape(self.library.settings.source)}" class="tlumach-original">{html}</div>\n'


def _top(elements: list[Element]) -> int:
    """Return where a notice stands: under the title, where the page begins with it."""
    return elements[0].end if elements and elements[0].tag == "h1" else 0


def with_words_of_all_languages(env: Environment) -> None:
    """Have Material's templates find words for a language that it has none for: the English ones."""
    loader = env.loader
    if isinstance(loader, BaseLoader):
        env.loader = ChoiceLoader([loader, FunctionLoader(lambda name: _english(name, env, loader))])


def _english(name: str, env: Environment, loader: BaseLoader) -> str | None:
    if not _LANGUAGE_FILE.fullmatch(name):
        return None
    log.info("%s: the theme has no words for this language; it says the English ones.", name)
    return loader.get_source(env, "partials/languages/en.html")[0]
