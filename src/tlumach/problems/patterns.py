"""Patterns of paths in the settings, as in .gitignore and in MkDocs' `exclude_docs`: `docs/uk/**`, `blog/`, `*.md`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

DOCS, RECORDS = "docs/", "translations/"


@dataclass(frozen=True)
class Pattern:
    """A pattern of paths: from the project's folder, from `docs/`, or from the folder of a language, whichever fits."""

    text: str

    def fits(self, path: str) -> bool:
        """Whether a file, or the page that a record is of, is among those that the pattern means."""
        return any(self._spec.match_file(name) for name in _names(path))

    @cached_property
    def _spec(self) -> "GitIgnoreSpec":
        from pathspec import GitIgnoreSpec  # half of the time of a small command, and few projects have patterns

        return GitIgnoreSpec.from_lines([self.text])


def language_of(path: str) -> str:
    """Return the language in whose folder a page or record lies; empty for any other file."""
    folder, _, rest = path.partition("/")
    language, _, within = rest.partition("/")
    return language if within and f"{folder}/" in (DOCS, RECORDS) else ""


def _names(path: str) -> Iterator[str]:
    """Yield a path as a pattern may mean it: whole, within `docs/`, within the folder of a language."""
    if path.startswith(RECORDS) and path.endswith(".po"):
        path = f"{DOCS}{path.removeprefix(RECORDS).removesuffix('.po')}.md"
    yield path
    if path.startswith(DOCS):
        yield path.removeprefix(DOCS)
        _, _, rest = path.removeprefix(DOCS).partition("/")
        if rest:
            yield rest
