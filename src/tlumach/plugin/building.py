"""Builds the site: in the frame of the last build where nothing of it has changed, without MkDocs; else MkDocs makes it anew."""

import gzip
import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tlumach.library import Library
from tlumach.library.pages import DOCS
from tlumach.library.urls import site_path
from tlumach.output.hard_links import put, take_out
from tlumach.output.staging import replaced_by
from tlumach.output.stamps import stamps
from tlumach.plugin.metadata.feed import corrections_path
from tlumach.plugin.site_build import Language, Site, write_for_all_languages
from tlumach.plugin.theme import Compiled
from tlumach.problems import Problem, has_errors
from tlumach.rendering.extension import TlumachExtension
from tlumach.tasks.last_build import Inputs
from tlumach.tasks.placed import Told
from tlumach.tasks.tasks import TaskRunner
from tlumach.tracking import Tracker
from tlumach.tracking.tracker import ids_of_all

SITEMAP = "sitemap.xml"
UNUSED = (
    "**/*.map",
    "assets/javascripts/bundle.*",
    "assets/stylesheets/palette.*",
    "assets/stylesheets/main.*",
)
"""What Material ships and no page loads: source maps, its script, its style sheets."""
UNUSED_FOLDERS = ("lunr", "workers")
"""Those of its search."""


def build_site(root: Path, site: Path, tracker: Tracker, runner: TaskRunner, inputs: Inputs | None) -> list[Problem]:
    """Build the site of the project in ``root`` into the folder ``site``; return what went wrong (nothing: it is good).

    ``inputs``: what the build reads, as it was when it began; None where that is not known: then nothing of the frame is kept.
    Raises OSError where the disk refuses.
    """
    said = _inputs(tracker, inputs)
    key = runner.cache.key("frame", said) if said is not None else ""
    if kept := runner.placed.take_over(key, site):
        _build_within(kept, root, site, tracker, runner)
        return []
    from tlumach.plugin.frame.keeping import FrameKeeper
    from tlumach.plugin.mkdocs_runner import build_site

    keeper = FrameKeeper() if key and inputs else None
    problems = build_site(root, site, tracker, runner, keeper)
    if tracker.library.settings.pages == "tlumach" and not has_errors(problems):
        _leave_out_unused(site)
    if keeper and inputs and not problems and _is_as_read(root, inputs):
        pages = _addresses(tracker.library)
        if all(keeper.values.values()) and (names := keeper.names(site, pages)):
            runner.placed.note(key, site, Told(names, keeper.values))
    return problems


def _inputs(tracker: Tracker, inputs: Inputs | None) -> object:
    """Return all that the frame is made of, beside the tools and the settings; None where that cannot be told.

    The titles of the pages in the navigation; which pages there are, for the list of all addresses; what is published as it is.
    """
    library = tracker.library
    has_templates = any("template" in page.meta for page in library.pages.values())
    if inputs is None or not library.settings.navigation or has_templates:
        return None
    named = dict.fromkeys(path for path, _ in library.settings.navigation)
    shown = [(path, each, library.shown_page(each, path)) for each in library.settings.languages for path in named]
    return (
        sys.prefix,  # where the themes are
        [(path, each, page and (page.language, tracker.facts(page).title)) for path, each, page in shown],
        sorted(library.pages),
        sorted(library.left_out),
        library.in_preparation,
        [corrections_path(each, library) for each in library.offered],
        sorted((name, digest) for name, (_, digest) in inputs.files.items() if _is_published(name)),
    )


def _is_published(name: str) -> bool:
    """Tell whether a file of the project is one that MkDocs puts into the site as it is."""
    return name.startswith(f"{DOCS}/") and not name.endswith(".md")


def _is_as_read(root: Path, inputs: Inputs) -> bool:
    """Tell whether what MkDocs has just published is what was read at the beginning."""
    now = {name: stamp for name, stamp in stamps(str(root), [DOCS]).items() if _is_published(name)}
    return now == {name: stamp for name, (stamp, _) in inputs.files.items() if _is_published(name)}


def _addresses(library: Library) -> set[str]:
    return {site_path(path, each, library.settings) for path in library.paths for each in library.settings.languages}


def _build_within(kept: Told, root: Path, site: Path, tracker: Tracker, runner: TaskRunner) -> None:
    """Make all that is ours; MkDocs' files are taken over."""
    from tlumach.plugin.frame.frame import give_globals
    from tlumach.plugin.frame.kept import KeptFrame

    library, compiled = tracker.library, Compiled()
    whole = Site(root, tracker.knowing(ids_of_all(library, runner)), runner)
    source: dict[str, Any] = kept.value[library.settings.source]
    for language, values in kept.value.items():
        extension = TlumachExtension()
        frame = KeptFrame(values, root, site, compiled, extension)
        made = Language(whole, library.settings.say(language))
        give_globals(frame.env, library, made.say, frame.assets, is_ours=True)
        made.make_pages(frame, extension)
    write_for_all_languages(whole, site, source["assets"])
    _pack_sitemap(kept, site)


def _pack_sitemap(kept: Told, site: Path) -> None:
    """Write the list of addresses as MkDocs packs it: with the day of the build in its head."""
    from mkdocs.utils import get_build_date

    if (former := replaced_by(site)) and f"{former.name}/{SITEMAP}" in kept.names:
        day = datetime.fromisoformat(get_build_date()).replace(tzinfo=UTC)
        packed = io.BytesIO()
        with gzip.GzipFile(f"{SITEMAP}.gz", "wb", fileobj=packed, mtime=int(day.timestamp())) as out:
            out.write((former / SITEMAP).read_bytes())
        put(site, f"{SITEMAP}.gz", packed.getvalue())


def _leave_out_unused(site: Path) -> None:
    """Remove what no page loads."""
    for pattern in UNUSED:
        for file in site.glob(pattern):
            file.unlink()
    for unused in UNUSED_FOLDERS:
        take_out(site, f"assets/javascripts/{unused}")
