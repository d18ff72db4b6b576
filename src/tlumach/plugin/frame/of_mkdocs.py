"""The frame that MkDocs makes: its own objects, as its themes know them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from tlumach.plugin.page_context import PageContext


class MkDocsFrame:
    """The frame of a language that MkDocs has made ready."""

    def __init__(self, config: MkDocsConfig, env: Environment, nav: Navigation) -> None:
        """Take what MkDocs has; static-i18n gives the next language the same object with other values, and the same theme."""
        self.config = copy(config)
        self.config.theme = copy(config.theme)
        self.env, self.nav, self.navigation = env, nav, str(nav)
        self.root, self.site = Path(config.config_file_path).parent, Path(config.site_dir)
        self.extensions: Sequence[Any] = config.markdown_extensions
        self.configs: Mapping[str, dict[str, Any]] = config.mdx_configs
        self.contact = str(config.extra.get("contact") or "")
        self._named = {page.url: page for page in nav.pages}

    def without_page(self, base_url: str) -> dict[str, Any]:
        """Return what the template of something that is no page of MkDocs' is given; ``base_url`` leads from there to the site's top."""
        return cast(dict[str, Any], get_context(self.nav, [], self.config, base_url=base_url))

    @contextmanager
    def around(self, shown: PageContext, content: str, headings: list[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        """Return the name of the template of a page (empty: the usual one) and what it is given, for as long as it is filled in."""
        page = self._named.get(shown.view.url) or self._unnamed(shown)
        page.meta, page.content, page.toc = dict(shown.meta), content, get_toc(headings)
        page.active = True  # in the navigation, if it is there
        context = cast(dict[str, Any], get_context(self.nav, [], self.config, page))
        yield str(page.meta.get("template", "")), context
        page.active = False

    def _unnamed(self, shown: PageContext) -> MkDocsPage:
        view = shown.view
        file = File(f"{view.language}/{view.page.path}", None, self.config.site_dir, False, dest_uri=view.url)
        return MkDocsPage(str(shown.meta.get("title", view.page.title)), file, self.config)
