"""The search of a built site: its index, what a first query transfers and takes, what making the index takes.

Beside the bare stack's (Material's), and Pagefind where it is installed, on the same content. The answer is timed in a
browser on a processor slowed four times; without Playwright and a browser (requirements-test.txt) there are no such rows.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmark.builders.contender import Contender
from benchmark.content.generate import explainer_path
from benchmark.figures import Figure
from benchmark.measure import measure
from benchmark.searching.asking import first_query, is_possible
from benchmark.searching.engines import MATERIAL, OURS, PAGEFIND, Engine, add_pagefind, engine_of, pagefind
from benchmark.weight import transferred
from tlumach.library.files import read_library
from tlumach.search.index.rows import read_rows
from tlumach.tracking import Tracker

_MAKE = (
    "from pathlib import Path; from tlumach.library.files import read_library; from tlumach.tracking import Tracker;"
    "from tlumach.plugin.search_index import write_search; from tlumach.tasks.cache import Cache;"
    "from tlumach.tasks.workers import processes_here; from tlumach.tasks.tasks import TaskRunner; made = Path('made');"
    "runner = TaskRunner(Cache(made / 'cache.db', ''), processes_here());"  # nothing is known from before
    "write_search(Tracker(read_library(Path.cwd())[0]), made, runner)"
)


def search(contender: Contender, folder: Path, explainers: int) -> Iterator[Figure]:
    """Yield the figures of the search of what a contender built."""
    engine = engine_of(folder / contender.site)
    if not engine:
        return
    yield from _figures(engine, folder / contender.site, explainers)
    if engine is OURS:
        yield from _of_ours(folder, explainers)
    if engine is MATERIAL and pagefind():
        started = time.perf_counter()
        add_pagefind(folder / contender.site)
        yield Figure(
            "search: making the index", PAGEFIND.name, explainers, time.perf_counter() - started, "s", grows=True
        )
        yield from _figures(PAGEFIND, folder / contender.site, explainers)


def left_out() -> list[str]:
    """Return a line for each search that is not measured."""
    lines = [] if pagefind() else ["Pagefind is left out: it is not installed (`pip install pagefind[bin]`)."]
    return lines if is_possible() else [*lines, "No query is measured: Playwright or a browser is missing."]


def _figures(engine: Engine, site: Path, explainers: int) -> Iterator[Figure]:
    size = sum(map(transferred, engine.shipped(site)))
    yield Figure("search: index (brotli)", engine.name, explainers, size, "bytes", grows=True)
    if not is_possible():
        return
    asked = first_query(engine, site, f"uk/{explainer_path(0).removesuffix('.md')}.html")
    for row, files in (("code", asked.code), ("data", asked.data)):
        found = sum(map(transferred, files))
        yield Figure(f"search: a first query, {row} (brotli)", engine.name, explainers, found, "bytes")
    if engine is OURS:
        yield Figure("search: answer after data, 4 × slower", engine.name, explainers, asked.after_data, "ms")
        yield Figure("search: answer in all, 4 × slower", engine.name, explainers, asked.in_all, "ms")


def _of_ours(folder: Path, explainers: int) -> Iterator[Figure]:
    """Yield what making our index takes by itself, the reading of the pages included, and its size beside the texts."""
    taken = measure([sys.executable, "-c", _MAKE], folder, {})
    yield Figure("search: making the index", OURS.name, explainers, taken.seconds, "s", grows=True)
    yield Figure("search: making the index: CPU", OURS.name, explainers, taken.cpu, "s", grows=True)
    shipped = sum(map(transferred, OURS.shipped(folder / "site")))
    each, whole = _texts(folder)
    yield Figure("search: index ÷ texts, each by itself", OURS.name, explainers, shipped / each, "times")
    yield Figure("search: index ÷ texts as one file", OURS.name, explainers, shipped / whole, "times")


def _texts(folder: Path) -> tuple[int, int]:
    """Return the compressed bytes of the texts that the index covers: each page by itself, and each language as one file."""
    library = read_library(folder)[0]
    assert library
    tracker = Tracker(library)
    pages = [read_rows(path, tracker) for path in library.paths]
    each = whole = 0
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "text"
        for language in library.settings.languages:
            texts = ["\n".join(row.texts.get(language, "") for row in page.rows) for page in pages]
            for text in texts:
                file.write_text(text, encoding="utf-8")
                each += transferred(file)
            file.write_text("\n".join(texts), encoding="utf-8")
            whole += transferred(file)
    return each, whole
