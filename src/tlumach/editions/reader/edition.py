"""The readers as an edition: they lie in a site of ours already; where they do not, they are made."""

import os
from pathlib import Path

from tlumach.editions.edition import Edition, EditionInputs
from tlumach.editions.reader.making import write_one_file_readers
from tlumach.editions.reader.parts import READERS
from tlumach.output.hard_links import put_copy


def _write(shop: EditionInputs, folder: Path) -> None:
    if not (shop.site / READERS).is_dir():
        write_one_file_readers(shop.tracker, shop.root, folder, shop.runner)
        return
    names = {f"{READERS}/{name}": name for name in sorted(os.listdir(shop.site / READERS)) if name.endswith(".html")}
    taken = shop.runner.placed.take_over_copies(shop.site, folder, names)
    new = {name: copy for name, copy in names.items() if name not in taken}
    for name, copy in new.items():
        put_copy(folder, copy, shop.site / name)
    shop.runner.placed.note_copies(shop.site, folder, new)


READER = Edition("reader", ".html", "text/html", 2, _write)
