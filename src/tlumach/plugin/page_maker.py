"""The pages of the site, made with MkDocs' theme: from the cache, and in several processes."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from tlumach.output.hard_links import put
from tlumach.plugin.page_context import PageContext
from tlumach.plugin.template_failure import failure_of
from tlumach.rendering.extension import TlumachExtension, page_renderer
from tlumach.tasks.placed import Told
from tlumach.tasks.tasks import Task, TaskRunner

TEMPLATE = "main.html"


class PageMaker:
    """Makes pages in one language with MkDocs' theme; ``shown`` gathers what the page of a path is made of."""

    def __init__(
        self,
        config: MkDocsConfig,
        env: Environment,
        nav: Navigation,
        extension: TlumachExtension,
        beside: Callable[[PageContext], dict[str, object]],
    ) -> None:
        """Take what MkDocs has made ready for the language that is being built, and what templates are given beside it."""
        self.config, self.env, self.nav = config, env, nav
        self.extension, self.beside = extension, beside
        self._named = {page.url: page for page in nav.pages}
        self._markdown = page_renderer(config.markdown_extensions, config.mdx_configs)

    def write(
        self,
        paths: Sequence[str],
        inputs: Callable[[str], object],
        shown: Callable[[str], PageContext],
        runner: TaskRunner,
    ) -> list[str]:
        """Write the pages of these paths into the site; return those whose blocks the renderer sees otherwise.

        ``inputs`` returns what the page of a path depends on.
        """
        navigation = str(self.nav)
        kind = Task[str](
            "page",
            lambda path: (navigation, inputs(path)),
            lambda path: json.dumps(self._made(shown(path)), ensure_ascii=False).encode(),
        )
        own = runner.own(paths)
        told = runner.put(kind, own, Path(self.config.site_dir), self._written)
        return [path for path, (_, disagrees) in zip(own, told, strict=True) if disagrees]

    def write_one(self, shown: PageContext) -> None:
        """Write a page in one step over the one that stands there: somebody may be reading it."""
        address, html, _ = self._made(shown)
        file = Path(self.config.site_dir) / address
        new = file.with_name(f"{file.name}.new")
        new.write_text(html, encoding="utf-8", newline="\n")
        new.replace(file)

    def _written(self, path: str, made: bytes) -> Told:
        address, html, disagrees = json.loads(made)
        put(Path(self.config.site_dir), address, html.encode())
        return Told([address], bool(disagrees))

    def _made(self, shown: PageContext) -> tuple[str, str, bool]:
        """Return a page's address within the site, its HTML, and whether its blocks are not those that its text shows."""
        page = self._page(shown)
        page.active = True  # in the navigation, if it is there
        context = get_context(self.nav, [], self.config, page)
        cast(dict[str, object], context).update(self.beside(shown))
        html = self._rendered(page.meta.get("template", TEMPLATE), cast(dict[str, Any], context))
        page.active = False
        return shown.view.url, html, self.extension.disagrees

    def _rendered(self, name: str, context: dict[str, Any]) -> str:
        """Return what a template makes of a page. Raises FailedTemplateError where the template fails.

        A template that is not there is a problem of a build; the preview, which goes on, shows the page in the usual one.
        """
        try:
            return self.env.select_template([name, TEMPLATE]).render(context)
        except Exception as error:  # a template may raise anything
            failure = failure_of(error, Path(self.config.config_file_path).parent)
            raise failure or error from error

    def _page(self, shown: PageContext) -> MkDocsPage:
        """Return the page as MkDocs' templates know it."""
        page = self._named.get(shown.view.url) or self._unnamed(shown)
        page.meta = dict(shown.meta)
        self.extension.rendering = shown.rendering
        page.content = _text_first(self._markdown.reset().convert(shown.markdown))
        page.toc = get_toc(getattr(self._markdown, "toc_tokens", []))
        return page

    def _unnamed(self, shown: PageContext) -> MkDocsPage:
        view = shown.view
        file = File(f"{view.language}/{view.page.path}", None, self.config.site_dir, False, dest_uri=view.url)
        return MkDocsPage(str(shown.meta.get("title", view.page.title)), file, self.config)


def _text_first(html: str) -> str:
    """Have a browser fetch pictures when it has drawn the text that they would hold up on a slow line."""
    return html.replace("<img ", '<img loading="lazy" ')
