"""The download page: each edition, what it is for, its size and its checksum; filled in when the editions are made."""

import filecmp
import os
import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from types import MappingProxyType

from tlumach.editions.catalogue import of_file
from tlumach.editions.download_list import DownloadList, Titles
from tlumach.editions.listing import ListedFile
from tlumach.editions.offline import SIGNATURE, SUMS
from tlumach.editions.reader.parts import READERS
from tlumach.editions.shared.book import explainers, file_name
from tlumach.editions.shared.translated import languages_of
from tlumach.languages.messages import Messages
from tlumach.library.urls import encoded, site_path
from tlumach.output.hard_links import put_copy, write_anew
from tlumach.rendering.front_page import in_order
from tlumach.rendering.generated import DOWNLOADS_ID
from tlumach.settings import Settings
from tlumach.tasks.placed import Placed
from tlumach.tasks.tasks import TaskRunner
from tlumach.tasks.workers import shared
from tlumach.tracking import Tracker

PAGE = "download.md"
FOLDER = "downloads"
Without = Mapping[str, Sequence[str]]
_GAP = re.compile(rf'<p id="{DOWNLOADS_ID}">.*?</p>|<div id="{DOWNLOADS_ID}".*?</div>', re.DOTALL)


def fill_in(
    site: Path,
    files: Sequence[ListedFile],
    settings: Settings,
    places: Mapping[str, str],
    day: str = "",
    titles: Titles = MappingProxyType({}),
    without: Without = MappingProxyType({}),
) -> list[Path]:
    """Write the list of files into the download page of each language, and return those pages.

    ``places``: where in the site the files lie, if they do.

    ``day`` is that of the build (ISO 8601; empty: not known), which stands on this page alone. ``titles``: see ``titles_of``.
    ``without``: see ``without_editions``.
    """
    written, addresses = [], {name: encoded(place) for name, place in places.items()}
    listed = DownloadList(files, addresses, titles, settings)
    for language in settings.languages:
        page, say = site / site_path(PAGE, language, settings), settings.say(language)
        if page.is_file():
            up = "../" * site_path(PAGE, language, settings).count("/")
            text = page.read_text(encoding="utf-8")
            if found := _GAP.search(text):
                shown = listed.html(say, up, _not_given_out(without, settings, say), day)
                write_anew(page, text[: found.start()] + shown + text[found.end() :])
                written.append(page)
    return written


def of_a_part(folder: Path) -> list[Path]:
    """Return the files in a folder of editions that hold a part of the site: one that holds the whole cannot list itself."""
    files = [(folder / name, of_file(name)) for name in sorted(os.listdir(folder))]
    return [
        file
        for file, edition in files
        if file.name not in (SUMS, SIGNATURE) and not (edition and edition.holds_whole_site)
    ]


def put_beside(site: Path, files: Sequence[Path], runner: TaskRunner) -> dict[str, str]:
    """Copy the files into the site's `downloads/`, so that uploading the site uploads them; readers lie in `read/` already.

    Return where in the site each lies, by its name.
    """
    known = {file.name: place for file in files if (place := _known_place(site, file, runner.placed))}
    runner.placed.complete_part(site, FOLDER)
    (site / FOLDER).mkdir(exist_ok=True)
    new = [file for file in files if file.name not in known]
    places = shared(new, lambda part: [_place(site, file) for file in part], runner.processes)
    for file, place in zip(new, places, strict=True):
        if place.startswith(FOLDER):
            runner.placed.note_copy(file, site, place)
    return known | {file.name: place for file, place in zip(new, places, strict=True)}


def _known_place(site: Path, file: Path, placed: Placed) -> str:
    """Return where a file lies that was taken over from the last build, as its copy is; empty where it must be looked at."""
    if placed.is_copy(site / READERS / file.name, file):
        return f"{READERS}/{file.name}"
    place = f"{FOLDER}/{file.name}"
    return place if placed.take_over_copy(file, site, place) else ""


def _place(site: Path, file: Path) -> str:
    reader = site / READERS / file.name
    if reader.exists() and filecmp.cmp(reader, file, shallow=False):
        return f"{READERS}/{file.name}"
    put_copy(site, f"{FOLDER}/{file.name}", file)
    return f"{FOLDER}/{file.name}"


def titles_of(tracker: Tracker) -> Titles:
    """Return the title of each explainer in each language of the readers, by what the names of its files begin with; newest first."""
    library, languages = tracker.library, tracker.library.settings.languages
    return {
        file_name(path, "", "").removesuffix("."): {
            language: tracker.facts(page).title
            for language in languages
            if (page := library.shown_page(language, path))
        }
        for path in (page.path for page in in_order(library, library.settings.source))
    }


def _not_given_out(without: Without, settings: Settings, say: Messages) -> str:
    """Return why some languages have no edition of their own; nothing where all have."""
    least = say.percent(settings.least_translated)
    named = {key: [settings.language_names[each] for each in languages] for key, languages in without.items()}
    said = (say(key, languages=say.enumeration(names), least=least) for key, names in named.items() if names)
    return "".join(f"<p>{escape(each)}</p>" for each in said)


def without_editions(tracker: Tracker) -> Without:
    """Return the languages that lack an edition of an explainer, by the message that says why.

    Too little of it is translated, or the language is in preparation: named in words, with no link to it.
    """
    library = tracker.library
    made = [languages_of(path, tracker) for path in explainers(library)]
    return {
        "download.in_preparation": list(library.in_preparation),
        "download.too_little": [each for each in library.offered if any(each not in some for some in made)],
    }
