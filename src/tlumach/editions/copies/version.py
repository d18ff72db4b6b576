"""The version of an explainer: a day, and a code of six words that is the same in every edition and means the same in every language."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from tlumach.alignment.sequences import comparable
from tlumach.editions.copies.code_words import LENGTH, count, in_words, number_of
from tlumach.languages.messages import Messages
from tlumach.library.dates import revised
from tlumach.tracking import Tracker

_NO_DAY = "–"
_WORD = r"[^\W\d_]+"
_SAID = re.compile(rf"(?<!\w)(\d{{4}}-\d\d-\d\d|{_NO_DAY})\s*:((?:\s+{_WORD}){{{LENGTH}}})")


@dataclass(frozen=True)
class Version:
    """``day``: when a person last confirmed something of it (ISO 8601; empty: not known). ``number``: what its code says."""

    day: str
    number: int

    def said(self, say: Messages) -> str:
        """Return the line that a copy carries, in a reader's language."""
        return say("edition.version", day=self.day or _NO_DAY, code=" ".join(in_words(self.number, say.language)))

    def bare(self, say: Messages) -> str:
        """Return day and code without a word beside them."""
        return f"{self.day or _NO_DAY}: {' '.join(in_words(self.number, say.language))}"


def version_of(explainer: str, tracker: Tracker) -> Version:
    """Return the version of an explainer (the path of its first page): of its pages and terms in all languages.

    Line ends and the composition of letters make no difference; nor does the day, the theme, or any other page.
    """
    return version_of_pages(tracker.library.folders[PurePosixPath(explainer).parent.as_posix()], tracker)


def version_of_pages(paths: Sequence[str], tracker: Tracker) -> Version:
    """Return the version of some pages with the terms that they link to, in all languages."""
    key = (version_of_pages, *paths)
    if key not in tracker.kept:
        tracker.kept[key] = _version(paths, tracker)
    version: Version = tracker.kept[key]
    return version


def _version(paths: Sequence[str], tracker: Tracker) -> Version:
    library = tracker.library
    digest = hashlib.sha256("\0".join(_texts(paths, tracker)).encode()).digest()
    return Version(revised(library, paths, library.settings.source), int.from_bytes(digest) % count())


def version_in(text: str) -> Version | None:
    """Return the version that stands in the text of a copy, in any language, wrapped or not; None where there is none."""
    for match in _SAID.finditer(text):
        number = number_of(match[2].split())
        if number is not None:
            return Version("" if match[1] == _NO_DAY else match[1], number)
    return None


def _texts(paths: Iterable[str], tracker: Tracker) -> Iterator[str]:
    """Yield each page of an explainer and each term that it links to, with path and language, in one order."""
    library = tracker.library
    own = sorted(paths)
    pages = [page for path in own for language in library.offered if (page := library.page(language, path))]
    terms = {term for page in pages for term in tracker.facts(page).terms} - set(own)
    pages += [page for path in sorted(terms) for language in library.offered if (page := library.page(language, path))]
    for page in pages:
        yield from (page.path, page.language, comparable(page.text))
