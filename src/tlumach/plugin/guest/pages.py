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
from mkdocs.utils.templates import TemplateContext

from tlumach.languages.messages import Messages
from tlumach.library.pages import DOCS, Page
from tlumach.plugin.guest.elements import Element, top_level
from tlumach.plugin.guest.marks import ON_TOP, Marks, Other, notice
from tlumach.plugin.guest.matching import matched
from tlumach.plugin.guest.offered import without_languages
from tlumach.plugin.guest.stale import StalePassages
from tlumach.plugin.guest.terms import SCRIPT as TERMS
from tlumach.plugin.guest.terms import Definitions
from tlumach.plugin.metadata.redirects import mkdocs_place, redirect_files
from tlumach.rendering.extension import page_renderer
from tlumach.tracking import Tracker

SCRIPT = "assets/javascripts/tlumach-place.js"
DETAILS = ("admonition", "pymdownx.details", "tables")
_LANGUAGE_FILE = re.compile(r"partials/languages/[\w-]+\.html")
log = logging.getLogger("mkdocs.plugins.tlumach")


class GuestPages:
    """The pages of a site whose theme is not ours. ``begin`` is called for each language."""

    def __init__(self, tracker: Tracker) -> None:
        """Add what the tracker knows of the pages."""
        self.tracker, self.library = tracker, tracker.library
        self._pages = {page.file.removeprefix(f"{DOCS}/"): page for page in self.library.pages.values()}
        self._definitions = Definitions(self.tracker)
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
        if ours is None or not html.strip():
            return html
        elements, ids = top_level(html)
        marks = Marks(html)
        pairs = [(block, elements[at]) for block, at in matched(ours.blocks, elements)]
        is_translated = ours.language == self.say.language
        tracked = self.tracker.track(ours.language, ours.path) if is_translated else None
        stale = StalePassages(tracked, self.tracker, self.say, self._render) if tracked and tracked.record else None
        aside = stale.put_aside(marks, pairs, ids) if stale else set[int]()
        self._mark(marks, [pair for pair in pairs if pair[0] not in aside], ours, page, ids)
        notices = [*self._preparation(), *([self._untranslated(page)] if not is_translated else [])]
        if stale:
            notices += stale.notices()
            stale.put_originals(marks, pairs, aside)
        marks.put(_top(elements), "".join(notices), ON_TOP)
        return str(marks) + "".join(self._definitions.of(ours, page, files, self.say))

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
            if other and language != self.say.language and language in self.library.offered:
                address = get_relative_url(file.url, page.url)
                yield Other(language, settings.language_names[language], address, frozenset(self.tracker.ids(other)))

    def offer(self, context: TemplateContext, config: MkDocsConfig) -> None:
        """Leave out of what a template is given the languages in preparation."""
        if hidden := self.library.in_preparation.keys():
            without_languages(hidden, self.say.language, context, config)

    def _preparation(self) -> Iterator[str]:
        share = self.library.in_preparation.get(self.say.language)
        if share is not None:
            yield notice(escape(self.say("fresh.in_preparation", percent=share)))

    def _untranslated(self, page: MkDocsPage) -> str:
        source = self.library.settings.source
        text = str(escape(self.say("fresh.untranslated")))
        if file := getattr(page.file, "alternates", {}).get(source):
            address = escape(get_relative_url(file.url, page.url))
            text += f' <a href="{address}" hreflang="{source}">{escape(self.say("fresh.to_original"))}</a>'
        return notice(text)


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
