"""What a page is put into: the theme's templates with the navigation and the settings of one language."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment

from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.plugin.frame.first_screen import first_screen
from tlumach.plugin.frame.search_words import search_words
from tlumach.plugin.metadata.feed import corrections_path, feed_path
from tlumach.plugin.page_context import PageContext
from tlumach.plugin.theme import Once, needs_markup


class Frame(Protocol):
    """What MkDocs makes ready for the pages of a language. ``navigation`` tells it from another navigation."""

    root: Path
    """The project's."""
    site: Path
    """The folder that is filled."""
    env: Environment
    navigation: str
    extensions: Sequence[Any]
    """Those of Markdown."""
    configs: Mapping[str, dict[str, Any]]
    """Their options."""

    contact: str
    """Where a reader reports a mistake, as the settings have it; empty where they name none."""

    def without_page(self, base_url: str) -> dict[str, Any]:
        """Return what the template of something that is no page of MkDocs' is given; ``base_url`` leads from there to the site's top."""

    def around(
        self, shown: PageContext, content: str, headings: list[Any]
    ) -> AbstractContextManager[tuple[str, dict[str, Any]]]:
        """Return the name of the template of a page (empty: the usual one) and what it is given, for as long as it is filled in.

        ``headings`` are those of ``content``, as Python-Markdown tells of them.
        """


def give_globals(env: Environment, library: Library, say: Messages, assets: Mapping[str, str], is_ours: bool) -> None:
    """Give every template the site's words in a language, and what the theme needs; ``assets``: the names of the theme's files.

    ``is_ours``: the theme is ours alone, so that it is known what a page looks like before its style sheet is there.
    """
    language = say.language
    is_offered = language in library.offered
    asset: Callable[[str], str] = lambda path: assets.get(path, path)  # noqa: E731
    env.globals.update(
        say=say,
        language=language,
        corrections=corrections_path(language, library) if is_offered else "",
        feed=feed_path(language, library.settings) if is_offered else "",
        once=Once(),
        asset=asset,
        needs_markup=needs_markup,
        search_words=search_words(say)[0],
        first_screen=first_screen if is_ours else None,
    )
