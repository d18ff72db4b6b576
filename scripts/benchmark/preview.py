"""How soon a page that was saved is seen: from the save until the preview has it with the new words.

The browser is told at that moment; what it takes to draw the page is the same for all and not in the figure.
"""

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmark.builders.contender import CHANGED, VARIABLES, Contender
from benchmark.builders.rivals import BARE, OURS, SETTINGS
from benchmark.change import change_page
from benchmark.content.generate import explainer_path
from benchmark.figures import Figure
from benchmark.nginx import free_port
from benchmark.processes import started

COMMANDS = {OURS: ("tlumach", "serve"), BARE: ("mkdocs", "serve", "-q")}
FIRST, SECOND = 10, 11  # more than the bench's other edits add, so that each is told from all before
LOOKS_A_SECOND, PATIENCE = 50, 1800  # seconds


def preview(contender: Contender, folder: Path, explainers: int) -> Iterator[Figure]:
    """Yield what an edit takes in the preview, and a second one right after it; nothing for those who have none here."""
    if contender in COMMANDS:
        with _serving(folder, COMMANDS[contender]) as address:
            page = f"{address}{CHANGED}/{explainer_path(0)}".replace(".md", ".html")
            seen = _when_it_differs(page, -1)[0]
            for turn, row in ((FIRST, "preview, one edit"), (SECOND, "preview, a second edit at once")):
                start = time.monotonic()
                change_page(contender, folder, turn)
                seen, when = _when_it_differs(page, seen)
                yield Figure(row, contender.name, explainers, when - start, "s", grows=True)


@contextmanager
def _serving(folder: Path, command: tuple[str, ...]) -> Iterator[str]:
    port = free_port()
    with (folder / SETTINGS).open("a", encoding="utf-8") as settings:
        settings.write(f"\ndev_addr: 127.0.0.1:{port}\n")
    with started([sys.executable, "-m", *command], folder, VARIABLES, ends_by=signal.SIGINT):
        yield f"http://127.0.0.1:{port}/"


def _when_it_differs(address: str, before: int) -> tuple[int, float]:
    """Wait until a page has another number of the marks that an edit adds; return the number, and when that was."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if (found := urlopen(address, timeout=PATIENCE).read().decode().count("…")) != before:
                return found, time.monotonic()
        except URLError:
            pass  # the server does not listen yet
        time.sleep(1 / LOOKS_A_SECOND)
    raise TimeoutError(address)
