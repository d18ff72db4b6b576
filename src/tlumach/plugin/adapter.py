"""The plugin that MkDocs calls: it hands pages to the package and puts what comes back where MkDocs wants it.

static-i18n runs one nested build for each language in one process, so every event comes once per language; listed after
`i18n`, and with a lower priority where it matters, this plugin sees the language that is being built.
"""

import logging
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config import Config
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from tlumach.addresses import alternates
from tlumach.checks import check_library
from tlumach.composing import compose
from tlumach.editions.termbase_files import write_termbase
from tlumach.library import Library, read_library
from tlumach.markup import Rendering, TlumachExtension
from tlumach.messages import Messages, load_messages
from tlumach.pages import GLOSSARY, GLOSSARY_INDEX, Page
from tlumach.plugin.front_matter import harmless
from tlumach.plugin.reading import write_one_file_readers
from tlumach.plugin.searching import write_search
from tlumach.plugin.structured import StructuredData
from tlumach.plugin.views import PageView, TermCards, counterparts, missing_page_name, sitemap
from tlumach.problems import Level, Problem, has_errors, in_order
from tlumach.term_uses import name_of, term_links
from tlumach.tracking import Tracker

AFTER_I18N = -150
log = logging.getLogger("mkdocs.plugins.tlumach")


class PluginConfig(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say of the plugin; `tlumach.settings` reads the same words for the checks."""

    strict_translations = options.Type(bool, default=False)


class TlumachPlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]
    """Reads the library once for each build, stops at problems before anything is written, and fills the templates."""

    def __init__(self) -> None:
        """Make a plugin that knows nothing yet: MkDocs calls ``on_config`` next."""
        self.checked: Library | None = None
        """The pages, where whoever runs MkDocs has read and checked them already."""
        self._tracker: Tracker | None = None
        self._say: Messages | None = None
        self._extension = TlumachExtension()
        self._structured: StructuredData | None = None
        self._cards: TermCards | None = None

    @event_priority(AFTER_I18N)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the pages at the first language; at each, take its words."""
        i18n: Any = config.plugins["i18n"]
        if not i18n.building:
            self._tracker = Tracker(self.checked or _read(Path(config.config_file_path).parent))
            self._structured = StructuredData(self.library)
            self._cards = TermCards(self.library)
        self._say = load_messages(i18n.current_language)
        extensions: list[Any] = config.markdown_extensions  # Python-Markdown takes instances beside names
        if self._extension not in extensions:
            extensions.append(self._extension)
        config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": self.say("notes.back")}
        return config

    @property
    def tracker(self) -> Tracker:
        """What is known of the pages of the build that goes on."""
        assert self._tracker is not None, "MkDocs calls on_config first"
        return self._tracker

    @property
    def library(self) -> Library:
        """The pages of the build that goes on."""
        return self.tracker.library

    @property
    def say(self) -> Messages:
        """The words of the language that is being built."""
        assert self._say is not None, "MkDocs calls on_config first"
        return self._say

    @event_priority(AFTER_I18N)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the source in the place of each page that this language lacks, at the address that its translation will have."""
        for path in self.library.paths:
            source = self.library.page(self.library.settings.source, path)
            if source and not self.library.exists(self.say.language, path):
                files.append(File.generated(config, f"{self.say.language}/{path}", content=source.text))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give every template the site's words in its language."""
        env.globals["say"] = self.say
        env.globals["language"] = self.say.language
        return env

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Replace a page's Markdown by the composed one, and its front matter by what the theme may see of it."""
        page.meta = harmless(page.meta)
        ours = self._page(page)
        if ours is None:
            return markdown
        composed = compose(ours, self.tracker, self.say)
        others = counterparts(ours.path, self.say.language, self.tracker)
        marked = (
            {} if ours.path == GLOSSARY_INDEX else {target: name_of(path) for target, path in term_links(ours).items()}
        )
        self._extension.rendering = Rendering(
            composed.ids, self.say, self.library.settings.source, others, marked, ours.is_term
        )
        return composed.markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Say where the splitter and the renderer disagreed about a page's blocks: it has no permalinks then."""
        if (ours := self._page(page)) and self._extension.disagrees:
            log.warning(str(_disagreement(ours)))
        return html

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a page's template what it shows beside the text."""
        if ours := self._page(page):
            assert self._cards and self._structured, "MkDocs calls on_config first"
            view = PageView(ours, self.say.language, self.tracker, self._cards)
            _give(context, view=view, structured_data=self._structured.of(ours, self.say.language))
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the site's own pages (404, sitemap) their languages."""
        _give(context, home_alternates=alternates("index.md", self.library), sitemap=sitemap(self.library))
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Keep a 404 page for each language: MkDocs would leave only that of the language built last."""
        if template_name != "404.html" or self.say.language == self.library.settings.source:
            return output
        target = Path(config.site_dir) / missing_page_name(self.say.language, self.library.settings)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(output, encoding="utf-8")
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the term bases, the search index and the one-file readers beside the pages, once: they hold every language."""
        if self.say.language == self.library.settings.source:
            write_termbase(self.library, Path(config.site_dir) / GLOSSARY)
            write_search(self.tracker, Path(config.site_dir))
            write_one_file_readers(self.tracker, Path(config.config_file_path).parent, Path(config.site_dir))

    def _page(self, page: MkDocsPage) -> Page | None:
        language, _, path = page.file.src_uri.partition("/")
        return self.library.page(language, path) or self.library.page(self.library.settings.source, path)


def _give(context: TemplateContext, **values: object) -> None:
    cast(dict[str, object], context).update(values)  # MkDocs types its own keys only


def _read(root: Path) -> Library:
    library, problems = read_library(root)
    problems = in_order([*problems, *(check_library(library) if library else [])])
    for problem in problems:
        log.log(logging.ERROR if problem.level is Level.ERROR else logging.WARNING, str(problem))
    if library is None or has_errors(problems):
        raise Abort(f"{len(problems)} problem(s): nothing was built")
    return library


def _disagreement(page: Page) -> Problem:
    message = (
        "the renderer makes other blocks of this page than its text shows; it has no permalinks, and its place in the"
        " other languages is not kept. Put blank lines around lists, tables and boxes."
    )
    return Problem(page.file, page.front_matter.body_line, "blocks-disagree", message)
