"""The term base in a built site: its files are taken over where the glossary is the same."""

from functools import cache
from pathlib import Path

from tlumach.editions.termbase.collecting import concepts_of
from tlumach.editions.termbase.spreadsheet import FORMATS
from tlumach.library import Library
from tlumach.library.pages import GLOSSARY
from tlumach.output.hard_links import put
from tlumach.tasks.placed import Told
from tlumach.tasks.tasks import Task, TaskRunner


def put_termbase(library: Library, site: Path, runner: TaskRunner) -> None:
    """Put the term base in all formats into the glossary's folder of a site that is built; none where there is no term.

    Raises OSError where the disk refuses.
    """
    concepts = cache(lambda: concepts_of(library))

    def write(name: str, made: bytes) -> Told:
        put(site, file := f"{GLOSSARY}/{FORMATS[name].file}", made)
        return Told([file], None)

    kind = Task[str](
        "term base",
        lambda name: (name, library.around_glossary, library.settings.told()),
        lambda name: FORMATS[name].write(concepts(), library.settings),
    )
    has_terms = any(page.is_term for page in library.pages.values())
    runner.put(kind, [*FORMATS] if has_terms else [], site, write)
