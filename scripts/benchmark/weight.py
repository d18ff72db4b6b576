"""What a page of a built site weighs: what a browser asks for on a first visit, and on a second page, compressed by brotli.

A real browser opens the page, so that what scripts fetch counts as well. Without one there are no such rows.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import environment

from benchmark.builders.contender import CHANGED, Contender
from benchmark.content.generate import explainer_path
from benchmark.figures import Figure
from benchmark.web import COMPRESSED_ALREADY, Requests, compressed_bytes, served

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
    if not environment.find_browser():
        return
    site = folder / contender.site
    pages = [f"{CHANGED}/{explainer_path(number).removesuffix('index.md')}" for number in range(2)]
    first, second = (asked_for(site, page) for page in pages)
    without_index = {file for file in first if file.suffix != ".json"}
    for row, files in (
        ("first visit (brotli)", first),
        ("first visit, no search index (brotli)", without_index),
        ("a second page (brotli)", second - first),
    ):
        yield Figure(row, contender.name, explainers, sum(transferred(file) for file in files), "bytes")


def transferred(file: Path) -> int:
    """Return the bytes of a file on the way to a reader."""
    return file.stat().st_size if file.suffix in COMPRESSED_ALREADY else len(compressed_bytes(file))


def asked_for(site: Path, page: str) -> set[Path]:
    """Return the files that a browser with an empty cache asks for when it opens a page of a site."""
    requests = Requests()
    with served(site, requests) as address, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [str(environment.find_browser()), *FLAGS, f"--user-data-dir={profile}", "--dump-dom"]
        command.append(f"{address}/{page}")
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=120)
    return requests.files
