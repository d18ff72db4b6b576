"""The ZIM file: the whole site for Kiwix, with a main page, an index of titles and a full-text index.

The library of the field is openZIM's own libzim. It is an extra of the package (`tlumach[zim]`): where it is not
installed, :func:`missing` says so. Releases after 3.6 write a later revision of the format, which `zimcheck` and
readers of the libzim 8 line refuse; 3.6 writes what all read.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module, resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tlumach.editions.zim.items import Forms, item
from tlumach.editions.zim.stable_ids import with_fixed_ids
from tlumach.languages.messages import load_messages
from tlumach.settings import Settings

NAME = "tlumach.zim"
MAIN = "index.html"
_FOR_A_HOST = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz"})
_STEMMED_AS_RUSSIAN = "rus"  # Xapian, which indexes, has a stemmer for Russian and none for Ukrainian
_ISO_639_3: Mapping[str, str] = {
    "be": "bel", "bg": "bul", "cs": "ces", "de": "deu", "en": "eng", "es": "spa", "et": "est", "fr": "fra", "hy": "hye",
    "it": "ita", "ka": "kat", "kk": "kaz", "ky": "kir", "lt": "lit", "lv": "lav", "pl": "pol", "ro": "ron", "ru": "rus",
    "tg": "tgk", "tr": "tur", "uk": "ukr", "uz": "uzb",
}  # fmt: skip


def missing() -> str:
    """Say in a line why this edition cannot be made here; empty where it can."""
    if find_spec("libzim"):
        return ""
    return f"{NAME}: left out: libzim is not installed here (pip install 'tlumach[zim]'; it has no build for every system)."


def exact(word: str, language: str) -> Iterable[str]:
    """Return no other form of a word: it is found as it stands, and by the stemmer."""
    return ()


def write_zim(site: Path, folder: Path, timestamp: int, settings: Settings, forms: Forms = exact) -> list[Path]:
    """Write the built site into `tlumach.zim` in a folder; the same site and timestamp (seconds) give the same bytes.

    ``forms`` is asked about each word of the languages other than the one that the index can stem (Russian). Raises
    ImportError where libzim is not there.
    """
    target = folder / NAME
    with tempfile.TemporaryDirectory(dir=folder, prefix=".zim-") as scratch, _quiet():
        draft = Path(scratch) / NAME
        _create(site, draft, timestamp, settings, forms)
        target.write_bytes(with_fixed_ids(draft.read_bytes(), _seed(site, timestamp)))
    return [target]


def _create(site: Path, draft: Path, timestamp: int, settings: Settings, forms: Forms) -> None:
    writer: Any = import_module("libzim.writer")
    creator = writer.Creator(draft).config_indexing(True, _STEMMED_AS_RUSSIAN)
    creator.config_nbworkers(1)  # more of them would write in the order in which they are done
    creator.set_mainpath(MAIN)
    with creator:
        creator.add_illustration(48, (resources.files("tlumach.editions") / "icon.png").read_bytes())
        for name, value in _metadata(timestamp, settings).items():
            creator.add_metadata(name, value)
        for path, content in _files(site):
            creator.add_item(item(writer, path, content, forms))


def _metadata(timestamp: int, settings: Settings) -> dict[str, str]:
    """Return what openZIM's specification asks for."""
    name = settings.site_names[settings.source]
    return {
        "Name": "tlumach",
        "Title": name[:30],
        "Description": load_messages(settings.source)("site.description")[:80],
        "Language": ",".join(_ISO_639_3.get(language, language) for language in settings.languages),
        "Creator": name,
        "Publisher": name,
        "Date": datetime.fromtimestamp(timestamp, UTC).date().isoformat(),
        "Source": settings.site_url,
        **({"License": settings.license} if settings.license else {}),
        "Scraper": "tlumach",
        "Tags": "_ftindex:yes;_pictures:yes;_videos:no;_details:yes",
    }


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
