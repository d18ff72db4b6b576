"""What the term base is made of: concepts, what each language has of them, and what to call them.

A concept is the page of a term; an entry is what one language has of it. All texts are plain and on one line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class TermStatus(StrEnum):
    """Whether to use a designation: the term itself, another one in use, one to avoid."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    AVOIDED = "avoided"


class TermForm(StrEnum):
    """What a designation is beside the others, where that is known."""

    FULL = "full form"
    SHORT = "short form"
    ABBREVIATION = "abbreviation"


@dataclass(frozen=True)
class Designation:
    """A word or phrase for a concept. One to avoid has the reason, and ``advice``: the reason with the form, in the site's words."""

    text: str
    status: TermStatus
    form: TermForm | None = None
    reason: str = ""
    advice: str = ""


@dataclass(frozen=True)
class Citation:
    """A source as a reader of one language is told of it; ``date`` (ISO 8601) is that of its publication.

    ``remark`` is what it lacks (a date, independence); ``defines``: the definition itself rests on it.
    """

    title: str
    url: str
    date: str
    remark: str
    defines: bool

    def __str__(self) -> str:
        """Return the citation on one line."""
        return ", ".join(part for part in (self.title, self.date, self.remark) if part) + f". {self.url}"


@dataclass(frozen=True)
class TermEntry:
    """A concept in one language: its designations (the term first, each once), definition, sources, and the page's address."""

    language: str
    designations: tuple[Designation, ...]
    definition: str = ""
    citations: tuple[Citation, ...] = ()
    address: str = ""

    @property
    def term(self) -> str:
        """The term itself."""
        return self.designations[0].text

    def having(self, status: TermStatus) -> tuple[Designation, ...]:
        """Return the designations of that status."""
        return tuple(each for each in self.designations if each.status is status)


@dataclass(frozen=True)
class Concept:
    """A concept: an id (an XML name, unlike all others), its kind, and its entries, the source language's first.

    The Kazakh name, where the term's page has one, is an entry without definition. ``as_of`` is the date to which the
    entries hold, ``as_of_note`` the same in words of the source language.
    """

    id: str
    kind: str
    as_of: str
    as_of_note: str
    entries: tuple[TermEntry, ...]

    def entry(self, language: str) -> TermEntry | None:
        """Return the entry in that language, or None."""
        return next((entry for entry in self.entries if entry.language == language), None)


@dataclass(frozen=True)
class Names:
    """What the glossary as a whole is called, and where it stands, by language."""

    titles: Mapping[str, str]
    addresses: Mapping[str, str]
