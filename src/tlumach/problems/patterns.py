"""Patterns of paths in the settings, as in .gitignore and in MkDocs' `exclude_docs`: `docs/uk/**`, `blog/`, `*.md`."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

DOCS, RECORDS = "docs/", "translations/"


class File(NamedTuple):
    """A file as patterns mean it: its path in the project, its language (empty: none), and its path in every language."""

    path: str
    language: str = ""
    name: str = ""


def file_of(path: str, languages: Collection[str]) -> File:
    """Return a file with its language, told by its folder (`docs/uk/a.md`) or by its name (`docs/a.uk.md`).

    The record of a page (`translations/uk/a.po`) is taken for the page.
    """
    if path.startswith(RECORDS) and path.endswith(".po"):
        path = f"{DOCS}{path.removeprefix(RECORDS).removesuffix('.po')}.md"
    if not path.startswith(DOCS):
        return File(path)
    name = path.removeprefix(DOCS)
    folder, _, rest = name.partition("/")
    if rest and folder in languages:
        return File(path, folder, rest)
    stem, _, language = name.removesuffix(".md").rpartition(".")
    return File(path, language, f"{stem}.md") if stem and language in languages else File(path, "", name)


@dataclass(frozen=True)
class Pattern:
    """A pattern of paths: from the project's folder, from `docs/`, or of a page in every language, whichever fits."""

    text: str

    def fits(self, file: File) -> bool:
        """Whether a file is among those that the pattern means."""
        names = {file.path, file.path.removeprefix(DOCS), file.name} - {""}
        return any(self._spec.match_file(name) for name in names)

    @cached_property
    def _spec(self) -> "GitIgnoreSpec":
        from pathspec import GitIgnoreSpec  # half of the time of a small command, and few projects have patterns

        return GitIgnoreSpec.from_lines([self.text])
