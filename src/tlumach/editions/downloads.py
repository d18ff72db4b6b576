"""The download page: each edition, what it is for, its size and its checksum; filled in when the editions are made."""

import filecmp
import os
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from types import MappingProxyType

from tlumach.editions.catalogue import EDITIONS
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
from tlumach.tasks.tasks import TaskRunner
from tlumach.tasks.workers import shared
from tlumach.tracking import Tracker

PAGE = "download.md"
FOLDER = "downloads"
Without = Mapping[str, Sequence[str]]
_GAPS = ((f'<p id="{DOWNLOADS_ID}">', "</p>"), (f'<div id="{DOWNLOADS_ID}"', "</div>"))
"""How the place of the list begins and ends, empty and filled: it is long, and no pattern is searched for in it."""


def fill_in(
    site: Path,
    files: Sequence[ListedFile],
    settings: Settings,
    places: Mapping[str, str],
    day: str = "",
    titles: Titles = MappingProxyType({}),
    without: Without = MappingProxyType({}),
) -> list[str]:
    """Write the list of files into the download page of each language, and return the paths of those pages in the site.

    ``places``: where in the site the files lie, if they do.

    ``day`` is that of the build (ISO 8601; empty: not known), which stands on this page alone. ``titles``: see ``titles_of``.
    ``without``: see ``without_editions``.
    """
    written, addresses = [], {name: encoded(place) for name, place in places.items()}
    listed = DownloadList(files, addresses, titles, settings)
    for language in settings.languages:
        address, say = site_path(PAGE, language, settings), settings.say(language)
        if (page := site / address).is_file():
            up = "../" * address.count("/")
            text = page.read_text(encoding="utf-8")
            if gap := _gap(text):
                shown = listed.html(say, up, _not_given_out(without, settings, say), day)
                write_anew(page, text[: gap.start] + shown + text[gap.stop :])
                written.append(address)
    return written


def _gap(text: str) -> slice | None:
    """Return where in a page the list stands; None where it has no place for it."""
    for begins, ends in _GAPS:
        if (start := text.find(begins)) >= 0 and (end := text.find(ends, start)) >= 0:
            return slice(start, end + len(ends))
    return None


def of_a_part(folder: Path) -> list[str]:
    """Return the files in a folder of editions that hold a part of the site: one that holds the whole cannot list itself."""
    whole = tuple(edition.ending for edition in EDITIONS if edition.holds_whole_site)
    return [name for name in sorted(os.listdir(folder)) if name not in (SUMS, SIGNATURE) and not name.endswith(whole)]


def put_beside(site: Path, dist: Path, names: Sequence[str], runner: TaskRunner) -> dict[str, str]:
    """Copy the files of ``dist`` into the site's `downloads/`, so that uploading the site uploads them; readers lie in `read/` already.

    Return where in the site each lies, by its name.
    """
    placed = runner.placed
    readers = {name: place for name, place in placed.copies_in(dist, site).items() if place == f"{READERS}/{name}"}
    places = {name: f"{FOLDER}/{name}" for name in names if name not in readers}
    taken = placed.take_over_copies(dist, site, places)
    placed.complete_part(site, FOLDER)
    (site / FOLDER).mkdir(exist_ok=True)
    new = [name for name in places if name not in taken]
    found = shared(new, lambda part: [_place(site, dist / name) for name in part], runner.processes)
    places |= zip(new, found, strict=True)
    placed.note_copies(dist, site, {name: places[name] for name in new if places[name].startswith(FOLDER)})
    return readers | places


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
