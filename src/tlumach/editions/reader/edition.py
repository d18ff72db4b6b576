"""The readers as an edition: they lie in a site of ours already; where they do not, they are made."""

from pathlib import Path

from tlumach.editions.edition import Edition, EditionInputs
from tlumach.editions.reader.making import write_one_file_readers
from tlumach.editions.reader.parts import READERS
from tlumach.output.hard_links import put_copy


def _write(shop: EditionInputs, folder: Path) -> None:
    if not (shop.site / READERS).is_dir():
        write_one_file_readers(shop.tracker, shop.root, folder, shop.runner)
        return
    for file in sorted((shop.site / READERS).glob("*.html")):
        if not shop.runner.placed.take_over_copy(file, folder, file.name):
            put_copy(folder, file.name, file)
            shop.runner.placed.note_copy(file, folder, file.name)


READER = Edition("reader", ".html", "text/html", 2, _write)
