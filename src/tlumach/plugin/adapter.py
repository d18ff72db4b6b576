"""The plugin that MkDocs calls: it hands pages to the package and puts what comes back where MkDocs wants it.

static-i18n runs one nested build for each language in one process, so every event comes once per language; listed after
`i18n`, and with a lower priority where it matters, this plugin sees the language that is being built.
"""

import logging
from collections.abc import Iterable
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any, Literal, cast

from jinja2 import Environment
from mkdocs.config import Config
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from tlumach.checks import check_library
from tlumach.languages.messages import Messages
from tlumach.library.files import read_library
from tlumach.library.library import TRANSLATIONS
from tlumach.library.pages import Page
from tlumach.library.structure import Structure
from tlumach.library.urls import alternates
from tlumach.plugin.frame.frame import give_globals
from tlumach.plugin.frame.keeping import FrameKeeper, has_files
from tlumach.plugin.frame.of_mkdocs import MkDocsFrame
from tlumach.plugin.guest.pages import GuestPages, with_words_of_all_languages
from tlumach.plugin.page_problems import Preview, cannot_be_shown, preview_of
from tlumach.plugin.site_build import Language, Site, write_for_all_languages
from tlumach.plugin.template_failure import FailedTemplateError, missing_templates
from tlumach.plugin.theme import Compiled, join_scripts, named_by_content, put_ours_in
from tlumach.plugin.views import missing_page_name, sitemap
from tlumach.problems import Code, Level, Problem, has_errors, in_order, way_out
from tlumach.rendering.extension import TlumachExtension
from tlumach.rendering.extensions import with_needed
from tlumach.rendering.generated import escaped
from tlumach.settings import watched
from tlumach.tasks.tasks import TaskRunner, task_runner_in
from tlumach.tracking import Tracker
from tlumach.tracking.preparation import tracker_of_offered
from tlumach.tracking.tracker import ids_of_all

BEFORE_I18N, AFTER_I18N = -90, -150  # static-i18n looks at files at -100
NO_MADE_FILES = "static-i18n 1.3.1 cannot take it. List that plugin after `i18n`, or write the file before the build."
SITEMAP = "sitemap.xml"
log = logging.getLogger("mkdocs.plugins.tlumach")
_LOGGED = {Level.ERROR: logging.ERROR, Level.WARNING: logging.WARNING, Level.INFO: logging.DEBUG}


class PluginConfig(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say of the plugin; `tlumach.settings` reads the same words for the checks."""

    pages = options.Optional(options.Choice(("mkdocs", "tlumach")))
    strict_translations = options.Type(bool, default=False)
    files = options.ListOfItems(options.Type(str), default=[])
    localized_hosts = options.ListOfItems(options.Type(str), default=[])
    least_translated = options.Type(int, default=50)
    confirmed_by = options.Optional(options.Type(str))
    checks = options.Optional(options.Type((str, bool, dict)))
    freshness = options.Optional(options.Type(dict))
    stale = options.Optional(options.Type((str, dict)))
    in_preparation = options.Optional(options.Type((str, int)))
    sanitizer = options.Optional(options.Type(bool))


class TlumachPlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]
    """Reads the library once for each build, stops at problems before anything is written, and fills the templates."""

    def __init__(self) -> None:
        """Make a plugin that knows nothing yet: MkDocs calls ``on_config`` next."""
        self.given: Tracker | None = None
        """The pages, where whoever runs MkDocs has read and checked them already."""
        self.runner: TaskRunner | None = None
        """Where pages are made; None: where ``task_runner_in`` says."""
        self.is_preview = False
        self.languages: list[Language] = []
        """Those that are built or being built, with what MkDocs has made ready for each."""
        self.guest: GuestPages | None = None
        """What is added to pages that are MkDocs'; None where the pages are ours."""
        self.keeper: FrameKeeper | None = None
        """What is told which files are MkDocs', and what its frame is; None where nobody asks."""
        self._env: Environment | None = None
        self._nav: Navigation | None = None
        self._site: Site | None = None
        self._language: Language | None = None
        self._extension = TlumachExtension()
        self._compiled = Compiled()

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Read the plugin's options. The folder of the records is made where it is to be watched: git keeps no empty folder."""
        if config_file_path:
            _make_watched_records(Path(config_file_path))
        return super().load_config(options, config_file_path)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is the preview; a plugin with this event lives from one rebuild to the next."""
        self.is_preview = command == "serve"

    @event_priority(AFTER_I18N)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the pages at the first language; at each, take its words."""
        i18n: Any = config.plugins["i18n"]
        root = Path(config.config_file_path).parent
        if not i18n.building:
            self.guest = self._guest(root)
        if self.guest:
            self.guest.begin(i18n.current_language, config)
            return config
        if not i18n.building:
            runner = self.runner or task_runner_in(root)
            tracker, preview = (self.given, None) if self.given else _read(root, runner, self.is_preview)
            self._site = Site(root, _knowing(tracker, runner), runner, preview)
            self.languages = []
        put_ours_in(config.theme)
        self._language = Language(self.site, self.site.tracker.library.settings.say(i18n.current_language))
        self.languages.append(self._language)
        extensions: list[Any] = config.markdown_extensions  # Python-Markdown takes instances beside names
        if self._extension not in extensions:
            extensions[:] = [*with_needed(extensions), self._extension]
        config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": self.say("notes.back")}
        return config

    def _guest(self, root: Path) -> GuestPages | None:
        """Read the pages of a site of MkDocs' own; what is wrong with them stops no build: `tlumach check` says it."""
        runner = self.runner or task_runner_in(root)
        library, problems = (self.given.library, []) if self.given else read_library(root, runner)
        if library is None:
            _say(problems)
            raise Abort(f"{len(problems)} problem(s): nothing was built")
        if self.config.pages == "tlumach":
            return None
        return GuestPages(_knowing(self.given or tracker_of_offered(library, runner), runner))

    @property
    def site(self) -> Site:
        """What the build that goes on is made of."""
        assert self._site is not None, "MkDocs calls on_config first"
        return self._site

    @property
    def language(self) -> Language:
        """The language that is being built."""
        assert self._language is not None, "MkDocs calls on_config first"
        return self._language

    @property
    def say(self) -> Messages:
        """The words of the language that is being built."""
        return self.language.say

    def _leave_to_us(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the pages that the navigation does not name out of MkDocs' hands, before i18n has looked at each of them.

        What an editor has left there is no part of the site.
        """
        if self.guest:
            return files
        structure = Structure(self.site.library.settings)
        for file in [file for file in files if file.src_dir == config.docs_dir and structure.leaves_out(file.src_uri)]:
            files.remove(file)
        named = self.language.named_by(config.nav)
        for file in list(files.documentation_pages()):
            if file.src_uri.partition("/")[2] not in named:
                files.remove(file)
        return files

    @event_priority(AFTER_I18N)
    def _add_fallbacks(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the source in the place of each page that this language lacks, at the address that its translation will have."""
        if self.guest:
            return self.guest.with_scripts(files, config)
        for path in sorted(self.language.named_by(config.nav)):
            if page := self.language.fallback_page(path):
                files.append(File.generated(config, f"{self.say.language}/{path}", content=page.text))
        return files

    @event_priority(AFTER_I18N)
    def _name_by_content(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Name the theme's style sheets and scripts by their content."""
        if not self.guest:
            join_scripts(files, config.theme.dirs)
            self.language.assets = named_by_content(files, config.theme.dirs)
        return files

    @event_priority(BEFORE_I18N)
    def _tell_of_made_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Say which files of other plugins static-i18n cannot take, before it fails."""
        for file in files:
            if file.abs_src_path is None and file.generated_by != "tlumach":
                log.error(f"{file.src_uri}: made by {file.generated_by}, which acts before `i18n`; {NO_MADE_FILES}")
        return files

    on_files = CombinedEvent(_leave_to_us, _tell_of_made_files, _add_fallbacks, _name_by_content)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for the pages that are made without MkDocs."""
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give every template the site's words in its language, and what the theme needs."""
        if self.guest:
            with_words_of_all_languages(env)
            return env
        env.bytecode_cache = self._compiled
        give_globals(env, self.site.library, self.say, self.language.assets, not has_files(config.theme.custom_dir))
        self._env = env
        if self.language.is_source and (missing := list(missing_templates(self.site.library.pages.values(), env))):
            if not self.is_preview:
                raise FailedTemplateError(*missing)
            _say(missing)
        return env

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Leave MkDocs only the title of a page that we make, for the navigation: what it writes, ours replaces."""
        if self.guest:
            return markdown
        ours = self.site.library.shown_page(self.say.language, _path(page))
        page.meta = {}
        return f"# {escaped(ours.title)}\n" if ours else markdown

    @event_priority(AFTER_I18N)
    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Add our parts to a page that is MkDocs' own, when the other plugins have done with it."""
        return self.guest.with_content(html, page, files) if self.guest else html

    @event_priority(AFTER_I18N)
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Leave out of the switch of a page that MkDocs makes what is in preparation: i18n has just put all languages there."""
        if self.guest:
            self.guest.offer(context, config)
        return context

    @event_priority(AFTER_I18N)
    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the site's own pages (404, sitemap) their languages."""
        if self.guest:
            self.guest.offer(context, config)
            return context
        library = self.site.library
        entries = sitemap(library) if template_name == SITEMAP and self.language.is_source else []
        _give(context, home_alternates=alternates("index.md", library), sitemap=entries)
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Keep one sitemap, and a 404 page for each language: MkDocs would leave only those of the language built last."""
        if self.guest:
            return output
        settings = self.site.library.settings
        if template_name not in ("404.html", SITEMAP) or self.language.is_source:
            return output
        if template_name == SITEMAP:
            return ""
        target = Path(config.site_dir) / missing_page_name(self.say.language, settings)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(output, encoding="utf-8")
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the pages of the language and, once, what holds every language: term bases, search index, readers."""
        if self.guest:
            return
        assert self._env and self._nav, "MkDocs calls on_env and on_nav first"
        frame, assets = MkDocsFrame(config, self._env, self._nav), self.language.assets
        with self.keeper.beside_ours(self.say.language, frame, assets) if self.keeper else nullcontext():
            for page in self.language.make_pages(frame, self._extension):
                log.info(str(_disagreement(page)))  # `check` warns of it, with the line; the page keeps its text
            if self.language.is_source:
                write_for_all_languages(self.site, Path(config.site_dir), assets)


def _knowing(tracker: Tracker, runner: TaskRunner) -> Tracker:
    """Return a tracker that knows from the start what is asked of all pages."""
    return tracker.knowing(ids_of_all(tracker.library, runner))


def _make_watched_records(settings: Path) -> None:
    """Make the folder of the records before MkDocs looks whether what it is to watch is there."""
    with suppress(OSError, UnicodeDecodeError):
        if TRANSLATIONS in (name.rstrip("/") for name in watched(settings.read_text(encoding="utf-8"))):
            (settings.parent / TRANSLATIONS).mkdir(exist_ok=True)


def _path(page: MkDocsPage) -> str:
    return page.file.src_uri.partition("/")[2]


def _give(context: TemplateContext, **values: object) -> None:
    cast(dict[str, object], context).update(values)  # MkDocs types its own keys only


def _read(root: Path, runner: TaskRunner, is_preview: bool) -> tuple[Tracker, Preview | None]:
    """Read and check the pages: what is wrong stops a build, and is shown by a preview where there is a page to show it."""
    library, problems = read_library(root, runner)
    if is_preview and library and not any(map(cannot_be_shown, problems)):
        preview = preview_of(library, problems, runner)
        _say(in_order(problem for found in preview.problems.values() for problem in found))
        return tracker_of_offered(library, runner), preview
    problems = check_library(library, runner=runner, reading=problems) if library else in_order(problems)
    _say(problems)
    if library is None or has_errors(problems):
        later = way_out(problems, library.settings.findings) if library else ""
        raise Abort(f"{len(problems)} problem(s): nothing was built. {later}".rstrip())
    return tracker_of_offered(library, runner), None


def _say(problems: Iterable[Problem]) -> None:
    for problem in problems:
        log.log(_LOGGED[problem.level], str(problem))


def _disagreement(page: Page) -> Problem:
    message = (
        "the renderer makes other blocks of this page than its text shows; it has no permalinks, and its place in the"
        " other languages is not kept. Put blank lines around lists, tables and boxes."
    )
    return Problem(page.file, page.front_matter.body_line, Code.BLOCKS_DISAGREE, message)
