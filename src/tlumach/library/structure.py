"""Where the pages of each language lie under `docs/`, and which files there are no part of the site: by MkDocs' own rules.

The two structures are those of mkdocs-static-i18n 1.3.1: ``folder`` (`uk/a.md`) and ``suffix`` (`a.uk.md`).
"""

import re
from collections.abc import Iterable
from functools import cached_property

from pathspec.gitignore import GitIgnoreSpec

from tlumach.library.pages import DOCS
from tlumach.settings import Settings

LEFT_OUT_BY_MKDOCS = (".*", "/templates/")
"""The patterns that MkDocs 1.6.1 has of its own (`structure/files.py`)."""
LEFT_BY_EDITORS = (r"\#*#", "~$*", "*~", "*.swp")
"""What editors and word processors leave beside a file while it is open."""
_LOCALE = re.compile(r"[a-z]{2}(-[A-Za-z]{4})?(-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}")
"""What the plugin takes for a language, listed or not."""

Place = tuple[str, str]
"""A page's language and path."""


class Structure:
    """The order of files under `docs/` that a site's settings ask for."""

    def __init__(self, settings: Settings) -> None:
        """Take a site's settings."""
        self.settings = settings

    @cached_property
    def _left_out(self) -> GitIgnoreSpec:
        return GitIgnoreSpec.from_lines([*LEFT_OUT_BY_MKDOCS, *LEFT_BY_EDITORS, *self.settings.left_out])

    def leaves_out(self, name: str) -> bool:
        """Tell whether a file (its path within `docs/`) is no part of the site: `exclude_docs`, `draft_docs`, an editor's own."""
        return self._left_out.match_file(name)

    def place(self, name: str) -> Place | None:
        """Return the language and the path of a file (its path within `docs/`); None where it is no file of a listed language."""
        parted = self._with_suffix(name) if self.settings.structure == "suffix" else self._in_folder(name)
        if parted is None or parted[0] not in self.settings.languages:
            return None
        return self.settings.known(parted[0]), parted[1]

    def is_named(self, name: str) -> bool:
        """Tell whether a file (its path within `docs/`) says its language: by its folder or its suffix."""
        place = self.place(name)
        return place is not None and place[1] != name

    def file(self, language: str, path: str) -> str:
        """Return the file that a page has or should have, relative to the project's root."""
        if self.settings.structure == "folder":
            return f"{DOCS}/{language}/{path}"
        if language == self.settings.source:
            return f"{DOCS}/{path}"
        stem, dot, ending = path.rpartition(".")
        return f"{DOCS}/{stem}.{language}{dot}{ending}"

    def _in_folder(self, name: str) -> Place | None:
        """Return where a file lies; what is in no language's folder is the source language's, if MkDocs makes the pages."""
        first, slash, rest = name.partition("/")
        if slash and (first in self.settings.languages or _LOCALE.fullmatch(first)):
            return first, rest
        return (self.settings.source, name) if self.settings.pages == "mkdocs" else None

    def _with_suffix(self, name: str) -> Place:
        folder, slash, last = name.rpartition("/")
        parts = last.split(".")
        if len(parts) > 2 and _LOCALE.fullmatch(parts[-2]):
            return parts[-2], f"{folder}{slash}{'.'.join([*parts[:-2], parts[-1]])}"
        return self.settings.source, name


def without_readmes_beside_an_index(names: Iterable[str]) -> list[str]:
    """Return the names without a `README.md` where an `index.md` lies beside it: MkDocs makes one page of the two."""
    found = list(names)
    there = set(found)
    return [name for name in found if not (_is_readme(name) and f"{name[: -len('README.md')]}index.md" in there)]


def _is_readme(name: str) -> bool:
    return name == "README.md" or name.endswith("/README.md")
