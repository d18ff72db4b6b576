"""The pages of the site, made with MkDocs' theme: from the cache, and in several processes."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from tlumach.output.hard_links import put
from tlumach.plugin.frame.frame import Frame
from tlumach.plugin.page_context import PageContext
from tlumach.plugin.template_failure import failure_of
from tlumach.rendering.extension import TlumachExtension, page_renderer
from tlumach.tasks.cache import digest_of
from tlumach.tasks.placed import Told
from tlumach.tasks.tasks import Glance, Task, TaskRunner

TEMPLATE = "main.html"


class PageMaker:
    """Makes pages in one language with MkDocs' theme; ``shown`` gathers what the page of a path is made of."""

    def __init__(
        self, frame: Frame, extension: TlumachExtension, beside: Callable[[PageContext], dict[str, object]]
    ) -> None:
        """Take what is ready for the language that is being built, and what templates are given beside it."""
        self.frame, self.extension, self.beside = frame, extension, beside
        self._markdown = page_renderer(frame.extensions, frame.configs)

    def write(
        self,
        paths: Sequence[str],
        inputs: Callable[[str], object],
        shown: Callable[[str], PageContext],
        runner: TaskRunner,
        glance: Glance[str] | None = None,
    ) -> list[str]:
        """Write the pages of these paths into the site; return those whose blocks the renderer sees otherwise.

        ``inputs`` returns what the page of a path depends on, ``glance`` tells it faster.
        """
        navigation = digest_of(self.frame.navigation)
        kind = Task[str](
            "page",
            lambda path: (navigation, inputs(path)),
            lambda path: json.dumps(self._made(shown(path)), ensure_ascii=False).encode(),
            glance=Glance((navigation, glance.shared), glance.of) if glance else None,
        )
        own = runner.own(paths)
        told = runner.put(kind, own, self.frame.site, self._written)
        return [path for path, (_, disagrees) in zip(own, told, strict=True) if disagrees]

    def write_one(self, shown: PageContext) -> None:
        """Write a page in one step over the one that stands there: somebody may be reading it."""
        address, html, _ = self._made(shown)
        file = self.frame.site / address
        new = file.with_name(f"{file.name}.new")
        new.write_text(html, encoding="utf-8", newline="\n")
        new.replace(file)

    def _written(self, path: str, made: bytes) -> Told:
        address, html, disagrees = json.loads(made)
        put(self.frame.site, address, html.encode())
        return Told([address], bool(disagrees))

    def _made(self, shown: PageContext) -> tuple[str, str, bool]:
        """Return a page's address within the site, its HTML, and whether its blocks are not those that its text shows."""
        self.extension.rendering = shown.rendering
        content = _text_first(self._markdown.reset().convert(shown.markdown))
        with self.frame.around(shown, content, getattr(self._markdown, "toc_tokens", [])) as (template, context):
            html = self._rendered(template or TEMPLATE, context | self.beside(shown))
        return shown.view.url, html, self.extension.disagrees

    def _rendered(self, name: str, context: dict[str, Any]) -> str:
        """Return what a template makes of a page. Raises FailedTemplateError where the template fails.

        A template that is not there is a problem of a build; the preview, which goes on, shows the page in the usual one.
        """
        try:
            return self.frame.env.select_template([name, TEMPLATE]).render(context)
        except Exception as error:  # a template may raise anything
            failure = failure_of(error, self.frame.root)
            raise failure or error from error


def _text_first(html: str) -> str:
    """Have a browser fetch pictures when it has drawn the text that they would hold up on a slow line."""
    return html.replace("<img ", '<img loading="lazy" ')
