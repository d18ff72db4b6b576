"""The one-file reader of each explainer, among the pages of the site."""

from pathlib import Path

from tlumach.editions.reader import write_readers
from tlumach.plugin.views import READERS
from tlumach.timestamps import build_timestamp
from tlumach.tracking import Tracker


def write_one_file_readers(tracker: Tracker, root: Path, site: Path) -> None:
    """Write the readers of the project in ``root`` into the site's own folder for them."""
    (site / READERS).mkdir(exist_ok=True)
    write_readers(tracker, root, site / READERS, build_timestamp(root))
