"""The ZIM file: the whole site for Kiwix, with a main page, an index of titles and a full-text index.

The library of the field is openZIM's own libzim. It is an extra of the package (`tlumach[zim]`): where it is not
installed, :func:`missing` says so. Releases after 3.6 write a later revision of the format, which `zimcheck` and
readers of the libzim 8 line refuse; 3.6 writes what all read.
"""

import errno
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from importlib import import_module, resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tlumach.editions.edition import Edition, EditionInputs
from tlumach.editions.zim.items import Forms, cached, item
from tlumach.editions.zim.stable_ids import with_fixed_ids
from tlumach.editions.zim.word_forms import every_form
from tlumach.languages.lemmas import Lemmatizer
from tlumach.library import Library
from tlumach.library.urls import site_path
from tlumach.settings import Settings
from tlumach.terms.glossary import term_of

MAIN = "index.html"
Titles = Mapping[str, str]
NO_TITLES: Titles = {}
_ROOM_BESIDE = 64 << 20  # bytes: an index is made of parts that are larger than it
_FOR_A_HOST = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz"})
_STEMMED_AS_RUSSIAN = "rus"
"""Xapian 1.4 takes й for и before it stems, so that its Russian stemmer gives Казахстан and Казахстане two stems, and has none
for Ukrainian; so all forms of a word are indexed with it, in every language, and the stemmer helps with words of no dictionary."""
_ISO_639_3: Mapping[str, str] = {
    "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "ca": "cat", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng",
    "es": "spa", "et": "est", "eu": "eus", "fa": "fas", "fi": "fin", "fr": "fra", "ga": "gle", "he": "heb", "hi": "hin", "hr": "hrv",
    "hu": "hun", "hy": "hye", "id": "ind", "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz", "ko": "kor", "ky": "kir", "lt": "lit",
    "lv": "lav", "nb": "nob", "ne": "nep", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk",
    "sl": "slv", "sr": "srp", "sv": "swe", "ta": "tam", "tg": "tgk", "tr": "tur", "tt": "tat", "uk": "ukr", "ur": "urd", "uz": "uzb",
    "vi": "vie", "yi": "yid", "zh": "zho",
}  # fmt: skip
"""The names that a ZIM has for languages (openZIM, "Metadata"): Kiwix lists a library by them. A code of three letters is one already."""


def missing() -> str:
    """Say in a line why this edition cannot be made here; empty where it can."""
    if find_spec("libzim"):
        return ""
    return "zim: left out: libzim is not installed here (pip install 'tlumach[zim]'; it has no build for every system)."


def exact(word: str, language: str) -> Iterable[str]:
    """Return no other form of a word: it is found as it stands, and by the stemmer."""
    return ()


def write_zim(
    site: Path, folder: Path, timestamp: int, settings: Settings, forms: Forms = exact, titles: Titles = NO_TITLES
) -> list[Path]:
    """Write the built site into a ZIM file in a folder; the same site and timestamp (seconds) give the same bytes.

    ``forms`` is asked about each word; ``titles`` has what pages are suggested by, by their places in the site, where that is
    another than what their `<title>` says. Raises ImportError where libzim is not there.
    """
    target = folder / f"{settings.slug}.zim"
    _refuse_without_room(site, target)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".zim-") as scratch, _quiet():
        draft = Path(scratch) / target.name
        _create(site, draft, timestamp, settings, cached(forms), titles)
        target.write_bytes(with_fixed_ids(draft.read_bytes(), _seed(site, timestamp)))
    return [target]


def _refuse_without_room(site: Path, target: Path) -> None:
    """Raise OSError where the disk may not hold a draft, its index and the finished file: libzim itself does not stop there."""
    size = sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
    if shutil.disk_usage(target.parent).free < _ROOM_BESIDE + 4 * size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))


def _create(site: Path, draft: Path, timestamp: int, settings: Settings, forms: Forms, titles: Titles) -> None:
    writer: Any = import_module("libzim.writer")
    creator = writer.Creator(draft).config_indexing(True, _STEMMED_AS_RUSSIAN)
    creator.config_nbworkers(1)  # more of them would write in the order in which they are done
    creator.set_mainpath(MAIN)
    with creator:
        creator.add_illustration(48, (resources.files("tlumach") / "theme/assets/images/favicon.png").read_bytes())
        for name, value in _metadata(timestamp, settings).items():
            creator.add_metadata(name, value)
        for path, content in _files(site):
            creator.add_item(item(writer, path, content, forms, titles.get(path, "")))


def _metadata(timestamp: int, settings: Settings) -> dict[str, str]:
    """Return what openZIM's specification asks for."""
    name = settings.site_names[settings.source]
    return {
        "Name": settings.slug,
        "Title": name[:30],
        "Description": settings.say(settings.source)("site.description")[:80],
        "Language": ",".join(dict.fromkeys(map(iso_639_3, settings.languages))),
        "Creator": name,
        "Publisher": name,
        "Date": datetime.fromtimestamp(timestamp, UTC).date().isoformat(),
        "Source": settings.site_url,
        **({"License": settings.license} if settings.license else {}),
        "Scraper": "tlumach",
        "Tags": "_ftindex:yes;_pictures:yes;_videos:no;_details:yes",
    }


def iso_639_3(language: str) -> str:
    """Return the code of three letters of a language (BCP 47), whatever its script or region; its own where none is known."""
    own = language.split("-")[0]
    return _ISO_639_3.get(own, own)


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(site.rglob("*")):
        if file.is_file() and file.name not in _FOR_A_HOST:
            yield file.relative_to(site).as_posix(), file.read_bytes()


def _seed(site: Path, timestamp: int) -> bytes:
    digest = hashlib.sha256(str(timestamp).encode())
    for path, content in _files(site):
        digest.update(path.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.digest()


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what libzim writes to the standard output, its steps, from the person's screen; exceptions come as always."""
    sys.stdout.flush()
    kept = os.dup(1)
    try:
        with open(os.devnull, "wb") as nothing:
            os.dup2(nothing.fileno(), 1)
            yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def titles_of(library: Library) -> Titles:
    """Return what each page is suggested by: its own title, and of a term the short name too, as a reader may type it."""
    found = {}
    for language in library.settings.languages:
        for page in library.shown(language):
            term = term_of(library, page)
            short = f" ({term.short})" if term and term.short and term.short not in page.title else ""
            found[site_path(page.path, language, library.settings)] = page.title + short
    return found


def _write(shop: EditionInputs, folder: Path) -> list[Path]:
    library, lemmatizer = shop.tracker.library, Lemmatizer()
    forms = partial(every_form, lemmatizer, library.settings.languages)
    return write_zim(shop.site, folder, shop.timestamp, library.settings, forms, titles_of(library))


ZIM = Edition("zim", ".zim", "application/x-zim", 4, _write, missing, holds_whole_site=True, by_default=False)
