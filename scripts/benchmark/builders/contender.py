"""One that builds the generated content in the bench: what it is given, what it runs, what it makes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

VARIABLES = {"SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1", "CI": "", "PYTHONDONTWRITEBYTECODE": ""}
"""Python may keep what it has compiled: what is installed has it, and without it each run would compile us alone anew."""

NEXT_DAY = VARIABLES | {"SOURCE_DATE_EPOCH": "1700086400"}


@dataclass(frozen=True)
class Contender:
    """One that is measured: how it is made ready (the generated project, its own folder), and what is run in that folder.

    ``makes`` is what the command makes and keeps: it is removed before each cold run; ``site`` is the site among it, if
    it makes one. ``texts`` has a folder of Markdown for each language. ``again`` is run after a change of a page in the
    language ``CHANGED`` (nothing: the same command); one that builds each language by itself builds that one alone.
    """

    name: str
    prepare: Callable[[Path, Path], None]
    command: tuple[str, ...]
    makes: tuple[str, ...]
    again: tuple[str, ...] = ()
    site: str = "site"
    texts: str = "docs"
    version: str = ""


CHANGED = "uk"  # the language of the page that is changed, and of the pages that are weighed
