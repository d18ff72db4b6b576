"""The readers as an edition: they lie in the built site already."""

from pathlib import Path

from tlumach.editions.edition import Edition, EditionInputs
from tlumach.editions.reader.parts import READERS
from tlumach.output.hard_links import put_copy


def _copy(shop: EditionInputs, folder: Path) -> None:
    for file in sorted((shop.site / READERS).glob("*.html")):
        put_copy(folder, file.name, file)


READER = Edition("reader", ".html", "text/html", 2, _copy)
