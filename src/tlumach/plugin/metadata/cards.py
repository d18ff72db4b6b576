"""The cards of the explainers, among the files of the site."""

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
    settings = library.settings
    pages = {path: page for page in library.pages.values() if (path := card_path(page, settings))}

    def words(path: str) -> tuple[str, str]:
        page = pages[path]
        return page.title, settings.site_names[page.language]

    kind = Task[str]("card", words, lambda path: card(*words(path)))

    def write(path: str, made: bytes) -> Told:
        put(site, path, made)
        return Told([path], None)

    runner.put(kind, runner.own(sorted(pages)), site, write)
