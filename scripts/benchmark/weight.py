"""What a page of a built site weighs: what a browser asks for on a first visit, and on a second page, compressed by brotli.

A real browser opens the page, so that what scripts fetch counts as well. Without one there are no such rows.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # ships no types
import environment

from benchmark.builders.contender import CHANGED, Contender
from benchmark.content.generate import explainer_path
from benchmark.figures import Figure
from benchmark.web import Requests, served

QUALITY = 9  # of 11, which takes minutes for an index of a large site; what differs is a hundredth or two
COMPRESSED_ALREADY = {".woff", ".woff2", ".png", ".jpg", ".gz", ".zip", ".epub"}
PATIENCE = 10_000  # milliseconds of the page's own clock in which its scripts may ask for more
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    f"--virtual-time-budget={PATIENCE}",
)


def weight(contender: Contender, folder: Path, explainers: int) -> Iterator[Figure]:
    """Yield the weight of an explainer's page for one who comes for the first time, and of a second one after it."""
    browser = environment.find_browser()
    if not browser:
        return
    site = folder / contender.site
    first, second = (_asked_for(browser, site, number) for number in range(2))
    without_index = {file for file in first if file.suffix != ".json"}
    for row, files in (
        ("first visit (brotli)", first),
        ("first visit, no search index (brotli)", without_index),
        ("a second page (brotli)", second - first),
    ):
        yield Figure(row, contender.name, explainers, sum(transferred(file) for file in files), "bytes")


def transferred(file: Path) -> int:
    """Return the bytes of a file on the way to a reader."""
    content = file.read_bytes()
    return len(content) if file.suffix in COMPRESSED_ALREADY else len(brotli.compress(content, quality=QUALITY))


def _asked_for(browser: str, site: Path, number: int) -> set[Path]:
    """Return the files that a browser with an empty cache asks for when it opens an explainer."""
    requests = Requests()
    with served(site, requests) as address, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        page = f"{address}/{CHANGED}/{explainer_path(number).removesuffix('index.md')}"
        command = [browser, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", page]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=120)
    return requests.files
