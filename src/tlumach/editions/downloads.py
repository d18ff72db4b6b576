"""The download page: each edition, what it is for, its size and its checksum; filled in when the editions are made."""

import filecmp
import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from tlumach.editions.catalogue import EDITIONS, of_file
from tlumach.editions.listing import Handed
from tlumach.editions.offline import SUMS
from tlumach.editions.reader.parts import READERS
from tlumach.languages.messages import Messages, load_messages
from tlumach.library.urls import encoded, site_path
from tlumach.output.hard_links import put_copy, write_anew
from tlumach.rendering.generated import DOWNLOADS_ID
from tlumach.settings import Settings
from tlumach.tasks.workers import shared

PAGE = "download.md"
FOLDER = "downloads"
_GAP = re.compile(rf'<p id="{DOWNLOADS_ID}">.*?</p>|<div id="{DOWNLOADS_ID}".*?</div>', re.DOTALL)


def fill_in(site: Path, files: Sequence[Handed], settings: Settings, places: Mapping[str, str], day: str = "") -> None:
    """Write the list of files into the download page of each language; ``places``: where in the site they lie, if they do.

    ``day`` is that of the build (ISO 8601; empty: not known), which stands on this page alone.
    """
    for language in settings.languages:
        page = site / site_path(PAGE, language, settings)
        if page.is_file():
            up = "../" * site_path(PAGE, language, settings).count("/")
            addresses = {name: f"{up}{encoded(place)}" for name, place in places.items()}
            listed = _list(files, load_messages(language), addresses, day)
            text = page.read_text(encoding="utf-8")
            if found := _GAP.search(text):
                write_anew(page, text[: found.start()] + listed + text[found.end() :])


def of_a_part(folder: Path) -> list[Path]:
    """Return the files in a folder of editions that hold a part of the site: one that holds the whole cannot list itself."""
    files = [(file, of_file(file.name)) for file in sorted(folder.iterdir())]
    return [file for file, edition in files if file.name != SUMS and not (edition and edition.holds_whole_site)]


def put_beside(site: Path, files: Sequence[Path], processes: int) -> dict[str, str]:
    """Copy the files into the site's `downloads/`, so that uploading the site uploads them; readers lie in `read/` already.

    Return where in the site each lies, by its name.
    """
    (site / FOLDER).mkdir(exist_ok=True)
    places = shared(files, lambda part: [_place(site, file) for file in part], processes)
    return {file.name: place for file, place in zip(files, places, strict=True)}


def _place(site: Path, file: Path) -> str:
    reader = site / READERS / file.name
    if reader.exists() and filecmp.cmp(reader, file, shallow=False):
        return f"{READERS}/{file.name}"
    put_copy(site, f"{FOLDER}/{file.name}", file)
    return f"{FOLDER}/{file.name}"


def _list(files: Sequence[Handed], say: Messages, addresses: Mapping[str, str], day: str) -> str:
    kinds = [(each.ending, each.name) for each in sorted(EDITIONS, key=lambda each: each.place)]
    groups = [
        (kind, [file for file in files if file.name.endswith(ending)]) for ending, kind in (*kinds, (SUMS, "sums"))
    ]
    parts = [
        f'<h2 id="{kind}">{escape(say(f"download.{kind}"))}</h2>'
        f"<p>{escape(say(f'download.{kind}_for'))}</p>"
        f'<ul class="downloads">{"".join(_item(file, say, addresses.get(file.name, "")) for file in group)}</ul>'
        for kind, group in groups
        if group
    ]
    built = f"<p>{escape(say('download.built', date=say.date(day)))}</p>" if day else ""
    return f'<div id="{DOWNLOADS_ID}">{"".join(parts)}{built}</div>'


def _item(file: Handed, say: Messages, address: str) -> str:
    name = escape(file.name)
    edition = of_file(file.name)
    kind = f' type="{edition.media_type}"' if edition else ""
    link = f'<a href="{escape(address)}" download{kind}>{name}</a>' if address else f"<strong>{name}</strong>"
    size = say("download.size", size=say.number(round(file.size / 1000, 1)))
    return f'<li>{link}, {escape(size)}<br><small>SHA-256: <code class="sum">{file.checksum}</code></small></li>'
