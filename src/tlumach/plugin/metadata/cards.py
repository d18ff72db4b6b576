"""The cards of the explainers, among the files of the site."""

import json
from pathlib import Path

from tlumach.editions.card import card
from tlumach.library import Library
from tlumach.library.pages import Page
from tlumach.output.hard_links import put
from tlumach.rendering.front_page import opening
from tlumach.settings import Settings
from tlumach.tasks.placed import Told
from tlumach.tasks.tasks import Task, TaskRunner

FOLDER = "assets/cards"


def card_path(page: Page, settings: Settings) -> str:
    """Return where in the site an explainer's card lies; empty where it has none: one that shows nothing above its headline."""
    begins_with_a_box = page.is_explainer and page.body.lstrip().startswith("!!! ")  # told without parsing each page
    if not (begins_with_a_box and opening(page)):
        return ""
    name = page.path.removesuffix("/index.md").replace("/", "-")
    return f"{FOLDER}/{name}.{page.language}.png"


def write_cards(library: Library, site: Path, runner: TaskRunner) -> None:
    """Draw the card of each explainer in each language that has it."""
    words = _words(library, runner)
    kind = Task[str]("card", lambda path: words[path], lambda path: card(*words[path]))

    def write(path: str, made: bytes) -> Told:
        put(site, path, made)
        return Told([path], None)

    runner.put(kind, runner.own(sorted(words)), site, write)


def _words(library: Library, runner: TaskRunner) -> dict[str, tuple[str, str]]:
    """Return the words of each card, by where it lies: the page's title and the site's name. Only pages that have changed are read."""
    settings = library.settings
    kind = Task[Page](
        "card's words",
        lambda page: (page.file, library.digests.get(page.file) or page.text),
        lambda page: json.dumps([path, page.title] if (path := card_path(page, settings)) else ["", ""]).encode(),
        is_small=True,
    )
    pages = [page for page in library.pages.values() if page.is_explainer]
    told = runner.made(kind, pages, lambda _, made: json.loads(made))
    return {
        path: (title, settings.site_names[page.language])
        for page, (path, title) in zip(pages, told, strict=True)
        if path
    }
