"""The download page: each edition, what it is for, its size and its checksum; filled in when the editions are made."""

import filecmp
import os
import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from types import MappingProxyType

from tlumach.editions.catalogue import EDITIONS, of_file
from tlumach.editions.copies.update_files import update_since
from tlumach.editions.listing import ListedFile
from tlumach.editions.offline import SIGNATURE, SUMS
from tlumach.editions.reader.edition import READER
from tlumach.editions.reader.parts import READERS
from tlumach.editions.shared.book import explainers, file_name
from tlumach.editions.shared.translated import languages_of
from tlumach.languages.messages import Messages
from tlumach.languages.profiles import direction
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
_WHY = "\0"
"""Stands where it is said why some languages have no edition of their own."""
WITH_A_VERSION = (".html", ".epub", ".txt")
"""How the names of files end that say which version they are."""
AT_ONCE = 10
"""Explainers of each kind that are shown at once."""
Titles = Mapping[str, Mapping[str, str]]
Names = Mapping[str, str]
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
    written = []
    for language in settings.languages:
        page = site / site_path(PAGE, language, settings)
        if page.is_file():
            up = "../" * site_path(PAGE, language, settings).count("/")
            addresses = {name: f"{up}{encoded(place)}" for name, place in places.items()}
            listed = _list(files, settings.say(language), addresses, day, titles, settings)
            listed = listed.replace(_WHY, _not_given_out(without, settings, settings.say(language)))
            text = page.read_text(encoding="utf-8")
            if found := _GAP.search(text):
                write_anew(page, text[: found.start()] + listed + text[found.end() :])
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


def _list(
    files: Sequence[ListedFile],
    say: Messages,
    addresses: Mapping[str, str],
    day: str,
    titles: Titles,
    settings: Settings,
) -> str:
    names = settings.language_names
    kinds = [(each.ending, each.name) for each in sorted(EDITIONS, key=lambda each: each.place)]
    whole = [file for file in files if not update_since(file.name)]
    groups = [
        (kind, ending, [file for file in whole if file.name.endswith(ending)])
        for ending, kind in (*kinds, (SUMS, "sums"), (SIGNATURE, "signature"))
    ]
    parts = [
        f'<h2 id="{kind}">{escape(say(f"download.{kind}"))}</h2><p>{escape(say(f"download.{kind}_for"))}</p>'
        + _of_a_kind(group, ending, say, addresses, titles, names)
        + (_updates(files, say, addresses, titles) if kind == READER.name else "")
        for kind, ending, group in groups
        if group
    ]
    is_signed = any(file.name == SIGNATURE for file in files)
    checked = _how_to_check(say, settings.signing_key) if is_signed else ""
    compared = (
        f"<p>{escape(say('download.check_code'))}</p>"
        if any(file.name.endswith(WITH_A_VERSION) for file in files)
        else ""
    )
    built = f"<p>{escape(say('download.built', date=say.date(day)))}</p>" if day else ""
    return f'<div id="{DOWNLOADS_ID}">{"".join(parts)}{_WHY}{checked}{compared}{_sums(files, say)}{built}</div>'


def _updates(files: Sequence[ListedFile], say: Messages, addresses: Mapping[str, str], titles: Titles) -> str:
    """Return the pages of what is new since earlier copies; nothing where there are none."""
    items = []
    for file in files:
        if told := update_since(file.name):
            stem, day = told
            title = titles.get(stem, {}).get(say.language, stem)
            label = say("download.since", date=say.date(day)) if day[0].isdigit() else file.name
            items.append(f"<li>{escape(title)}<br>{_link(file, label, '', say, addresses.get(file.name, ''))}</li>")
    heading = f'<h2 id="update">{escape(say("download.update"))}</h2><p>{escape(say("download.update_for"))}</p>'
    return heading + _items(items) if items else ""


def _how_to_check(say: Messages, key: str) -> str:
    """Return what a reader does with a copy, on a phone or a PC, to know whose it is: two commands of programs that are not ours."""
    commands = f"minisign -Vm {SUMS} -P {key}\nsha256sum -c --ignore-missing {SUMS}"
    return (
        f'<h2 id="check">{escape(say("download.check"))}</h2><p>{escape(say("download.check_for"))}</p>'
        f"<pre><code>{escape(commands)}</code></pre><p>{escape(say('download.check_said'))}</p>"
    )


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


def _of_a_kind(
    files: Sequence[ListedFile], ending: str, say: Messages, addresses: Mapping[str, str], titles: Titles, names: Names
) -> str:
    """Return a list with a line for each explainer; those beyond the first ten are folded."""
    lines: dict[str, list[str]] = {}
    order = ["", *names]  # what holds all languages comes first
    newest = {stem: at for at, stem in enumerate(titles)}
    named = [(file, language := _language(file, ending, names), _stem(file, ending, language)) for file in files]
    for file, language, stem in sorted(named, key=lambda each: (newest.get(each[2], -1), order.index(each[1]))):
        title = titles.get(stem, {}).get(say.language, "")
        label = (names[language] if language else say("reader.all")) if title else file.name
        lines.setdefault(title, []).append(_link(file, label, language, say, addresses.get(file.name, "")))
    items = [f"<li>{f'{escape(title)}<br>' if title else ''}{' · '.join(links)}</li>" for title, links in lines.items()]
    shown, folded = items[:AT_ONCE], items[AT_ONCE:]
    more = f"<details><summary>{escape(say('download.more', count=len(folded)))}</summary>{_items(folded)}</details>"
    return _items(shown) + (more if folded else "")


def _stem(file: ListedFile, ending: str, language: str) -> str:
    return file.name.removesuffix(ending).removesuffix(f".{language}" if language else "")


def _language(file: ListedFile, ending: str, names: Names) -> str:
    """Return the language that a file's name bears before its ending; empty where it holds all."""
    stem, _, language = file.name.removesuffix(ending).rpartition(".")
    return language if stem and language in names else ""


def _items(items: Sequence[str]) -> str:
    return f'<ul class="downloads">{"".join(items)}</ul>'


def _link(file: ListedFile, label: str, language: str, say: Messages, address: str) -> str:
    edition = of_file(file.name)
    kind = f' type="{edition.media_type}"' if edition else ""
    named = f' lang="{language}" dir="{direction(language)}"' if language else ""
    link = (
        f'<a href="{escape(address)}" download{kind}{named}>{escape(label)}</a>'
        if address
        else f"<b>{escape(label)}</b>"
    )
    return f"{link}, {escape(size_of(file.size, say))}"


def size_of(size: int, say: Messages) -> str:
    """Return a size in bytes as a reader is told it: whole kilobytes, or megabytes with one decimal."""
    if size < 1_000_000:
        return say("download.size", size=say.number(max(1, round(size / 1000))))
    return say("download.size_mb", size=say.number(round(size / 1_000_000, 1)))


def _sums(files: Sequence[ListedFile], say: Messages) -> str:
    """Return the checksums, folded: most readers compare none."""
    items = "".join(
        f'<li>{escape(file.name)}<br><small>SHA-256: <code class="sum">{file.checksum}</code></small></li>'
        for file in files
    )
    return (
        f"<details><summary>{escape(say('download.sums'))}: SHA-256</summary><ul>{items}</ul></details>"
        if items
        else ""
    )
