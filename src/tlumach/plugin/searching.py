"""Put the search index into the built site, once: it holds every language."""

from pathlib import Path

from tlumach.search.index import FOLDER, build_index
from tlumach.tracking import Tracker
from tlumach.words import Lemmatizer


def write_search(tracker: Tracker, site: Path) -> None:
    """Write the files of the search index under ``site``. Raises OSError where the disk refuses."""
    for name, content in build_index(tracker, Lemmatizer()).items():
        file = site / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
