"""How many of the project's own queries (tests/cases/search) lead to the page that they are about, in each search.

They are asked of the texts that they were written for, which are kept beside them: a new text of the site changes no figure.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmark.builders.contender import VARIABLES
from benchmark.builders.rivals import BARE, BARE_FOLDER, OURS, OURS_FOLDER, write_bare_stack
from benchmark.figures import Figure
from benchmark.measure import measure
from benchmark.searching.asking import browser
from benchmark.searching.engines import PAGEFIND, Engine, add_pagefind, engine_of, pagefind
from benchmark.web import Requests, served

Query = tuple[str, str, str]  # the reader's language, what is asked for, the page that it is about
LISTS = ("ru", "uk", "en", "across")
CASES = "tests/cases/search"
_NEEDED = {f"{CASES}/docs": "docs", "sources": "sources", "mkdocs.yml": "mkdocs.yml"}


def recall(project: Path, scratch: Path) -> Iterator[Figure]:
    """Yield the share of queries that lead to their page among the first ten results, on the texts kept for them."""
    for contender in (OURS, BARE):
        folder = scratch / f"recall {contender.name}"
        contender.prepare(kept_project(project, scratch / f"source {contender.name}"), folder)
        measure(contender.command, folder, VARIABLES)
        site = folder / contender.site
        engine = engine_of(site)
        assert engine
        yield from _figures(engine, site, project)
        if contender is BARE and pagefind():
            add_pagefind(site)
            yield from _figures(PAGEFIND, site, project)


def queries(project: Path, name: str) -> Iterator[Query]:
    """Yield the queries of a list and of those kept apart from it."""
    for file in sorted((project / CASES).glob(f"{name}*.yml")):
        for group in yaml.safe_load(file.read_text(encoding="utf-8")):
            yield from ((group.get("reader", name), str(text), group["page"]) for text in group["ask"])


def kept_project(project: Path, folder: Path) -> Path:
    """Write the kept texts into ``folder``, with the project's settings, theme and sources, as ours and as the bare stack's."""
    ours = folder / OURS_FOLDER
    (ours / "translations").mkdir(parents=True)  # nothing was confirmed of them, and the settings watch the folder
    for name, target in _NEEDED.items():
        source = project / name
        if source.is_dir():
            shutil.copytree(source, ours / target)
        else:
            shutil.copy(source, ours / target)
    write_bare_stack(ours, folder / BARE_FOLDER)
    return folder


def _figures(engine: Engine, site: Path, project: Path) -> Iterator[Figure]:
    with browser() as opened, served(site, Requests()) as root:
        pages = {}
        for language, folder in (("ru", ""), ("uk", "uk/"), ("en", "en/")):
            pages[language] = opened.new_page()
            pages[language].goto(f"{root}/{folder}index.html")
        for name in LISTS:
            asked = [*queries(project, name)]
            hits = sum(_is_found(engine, pages[reader], text, page) for reader, text, page in asked)
            yield Figure(f"recall, {name}, of {len(asked)} queries", engine.name, 1, 100 * hits / len(asked), "%")


def _is_found(engine: Engine, page: object, text: str, wanted: str) -> bool:
    return any(_address(url).endswith(_address(f"/{wanted}.html")) for url in engine.ask(page, text))


def _address(url: str) -> str:
    return url.partition("#")[0].partition("?")[0].removesuffix("index.html")
