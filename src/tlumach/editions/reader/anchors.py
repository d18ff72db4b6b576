"""The ids within one file: those of the site's pages, kept as they are where two pages do not have the same.

`#ID` is a row in all languages, `#ID-uk` its Ukrainian cell, so every id is taken together with its forms for the languages.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, count
from pathlib import PurePosixPath

GLOSSARY, NOTES, ABOUT, CONTENTS, FROM = "glossary", "notes-and-sources", "about", "contents", "from"
_OURS = re.compile(r"n\d+|[tc]-.*")
_NOT_FOR_IDS = re.compile(r"\s+")


class Anchors:
    """Gives each row of a file its id, and tells the id of a row by its page and its id there."""

    def __init__(self, languages: Iterable[str]) -> None:
        """Make anchors for a file in these languages; nothing has an id yet but what the file itself is made of."""
        self.languages = tuple(languages)
        pairs = (f"{one}-{other}" for one in self.languages for other in self.languages)
        self._taken = set(
            chain(*map(self._forms, (GLOSSARY, NOTES, ABOUT, CONTENTS)), self._from(), self.languages, pairs)
        )
        self._ids: dict[tuple[str, str], str] = {}

    def _from(self) -> Iterator[str]:
        return map(came_from, self.languages)

    def add(self, path: str, id: str) -> str:
        """Return the id in the file for a row of a page."""
        found = self._free(id)
        self._ids[path, id] = found
        return found

    def add_page(self, path: str) -> str:
        """Return the id in the file for a page as a whole."""
        found = self._free(PurePosixPath(path).stem)
        self._ids[path, ""] = found
        return found

    def of(self, path: str, id: str) -> str:
        """Return the id in the file for an id of a page: that of the page where it has no such row, empty without the page."""
        return self._ids.get((path, id)) or self._ids.get((path, ""), "")

    def _free(self, wanted: str) -> str:
        wanted = _NOT_FOR_IDS.sub("-", wanted)
        wanted = f"{wanted}-" if _OURS.fullmatch(wanted) else wanted
        for candidate in chain((wanted,), (f"{wanted}-{number}" for number in count(2))):
            if self._taken.isdisjoint(forms := self._forms(candidate)):
                self._taken.update(forms)
                break
        return candidate

    def _forms(self, id: str) -> set[str]:
        return {id, *(f"{id}-{language}" for language in self.languages)}


def note_id(number: int) -> str:
    """Return the id of a note."""
    return f"n{number}"


def term_id(name: str) -> str:
    """Return the id of a term's entry."""
    return f"t-{name}"


def came_from(language: str) -> str:
    """Return the id by which a file is opened from a page in a language: on a phone that language is then the one shown first."""
    return f"{FROM}-{language}"
