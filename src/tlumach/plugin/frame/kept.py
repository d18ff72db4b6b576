"""The frame of a language as plain values, of which pages are made as MkDocs would have them made, without it.

Only for a theme whose templates are ours, with Material's logo and icons: what these ask of MkDocs is known.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import script_tag_filter, url_filter

from tlumach.plugin.page_context import PageContext
from tlumach.plugin.theme import Compiled
from tlumach.rendering.extension import TlumachExtension

Values = dict[str, Any]
TOP = (".", "./", "index.html")
"""The addresses at which MkDocs has the site's front page."""


class Known(dict[str, Any]):
    """Values by name; another name than those is a fault of ours: a template asks for more than was kept."""

    def __missing__(self, key: str) -> Any:
        """Raise AssertionError."""
        raise AssertionError(f"the frame that is kept has no `{key}`")


@dataclass
class NavFile:
    """The file of a page in the navigation."""

    src_uri: str


@dataclass
class Item:
    """An item of the navigation, or a page beside it, with the names that MkDocs has for them."""

    title: str
    url: str
    kind: str = "page"
    file: NavFile = field(default_factory=lambda: NavFile(""))
    children: list["Item"] = field(default_factory=list)
    is_homepage: bool = False
    active: bool = False
    meta: Values = field(default_factory=dict)
    content: str = ""
    toc: Any = ()

    @property
    def is_page(self) -> bool:
        """Whether it is a page of the site."""
        return self.kind == "page"

    @property
    def is_section(self) -> bool:
        """Whether it holds other items."""
        return self.kind == "section"

    @property
    def is_link(self) -> bool:
        """Whether it leads elsewhere."""
        return self.kind == "link"

    @classmethod
    def of(cls, kept: Values) -> "Item":
        """Return an item from plain values."""
        children = [cls.of(each) for each in kept["children"]]
        file = NavFile(kept["file"])
        return cls(kept["title"], kept["url"], kept["kind"], file, children, kept["is_homepage"])


@dataclass
class Nav:
    """The navigation: its items, and the front page."""

    items: list[Item]
    homepage: Item

    @property
    def pages(self) -> Iterator[Item]:
        """All pages in it."""
        waiting = [*self.items]
        while waiting:
            item = waiting.pop()
            waiting += item.children
            if item.is_page:
                yield item


class KeptFrame:
    """A frame made of what :func:`tlumach.plugin.frame.keeping.values_of` kept."""

    def __init__(self, kept: Values, root: Path, site: Path, compiled: Compiled, extension: TlumachExtension) -> None:
        """Take the plain values; ``extension`` is ours of Markdown, ``compiled`` are the templates that languages share."""
        self.root, self.site, self.navigation = root, site, kept["navigation"]
        self.extensions: Sequence[Any] = [*kept["extensions"], extension]
        self.configs: Mapping[str, dict[str, Any]] = kept["configs"]
        self.assets: Mapping[str, str] = kept["assets"]
        self._config = Known({**kept["config"], "theme": kept["theme"]})
        self._nav = Nav([Item.of(each) for each in kept["items"]], Item("", kept["homepage"]))
        self.contact = str(kept["config"]["extra"].get("contact") or "")
        self._named = {page.url: page for page in self._nav.pages}
        self.env = Environment(loader=FileSystemLoader(kept["dirs"]), auto_reload=False, bytecode_cache=compiled)
        self.env.filters.update(url=url_filter, script_tag=script_tag_filter)

    def without_page(self, base_url: str) -> Values:
        """Return what the template of something that is no page of MkDocs' is given; ``base_url`` leads from there to the site's top."""
        return {"nav": self._nav, "config": self._config, "page": None, "base_url": base_url}

    @contextmanager
    def around(self, shown: PageContext, content: str, headings: list[Any]) -> Iterator[tuple[str, Values]]:
        """Return the name of the template of a page (empty: the usual one) and what it is given, for as long as it is filled in."""
        url = shown.view.url
        page = self._named.get(url) or Item(
            str(shown.meta.get("title", shown.view.page.title)), url, is_homepage=url in TOP
        )
        page.meta, page.content, page.toc, page.active = dict(shown.meta), content, get_toc(headings), True
        yield "", self.without_page(get_relative_url(".", url)) | {"page": page}
        page.active = False
