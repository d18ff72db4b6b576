"""Who read a translation beside its source, when, and how much of it nobody has: one truth, and the sentences that say it.

A page has paragraphs that a person confirmed, others that a machine did, others of which no name is recorded, and others
that nobody has confirmed as they stand. Each sentence says of one kind; figures are said where there is more than one kind.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tlumach.languages.messages import Messages
from tlumach.records.confirmer import Role, name_of, role_of


class Kind(StrEnum):
    """Who confirmed, as far as it is recorded."""

    PERSON = "person"
    MACHINE = "machine"
    UNRECORDED = "unrecorded"


@dataclass(frozen=True)
class Readers:
    """Those of one kind who confirmed paragraphs of a page: their names, the last first, the last day, and how many paragraphs."""

    kind: Kind
    names: tuple[str, ...]
    last: str
    """ISO 8601; empty where the record has no day, as for some of which no name is recorded."""
    count: int


@dataclass(frozen=True)
class Provenance:
    """What is recorded of a translation's paragraphs: their readers, and the ids of those that nobody has confirmed as they stand."""

    readers: tuple[Readers, ...] = ()
    unread: tuple[str, ...] = ()
    first: str = ""
    """The first of these that is no footnote, to be led to; empty where there is none."""
    was_read: bool = False
    """Whether one of them was confirmed, with other words in it or in its source."""

    @property
    def whole(self) -> int:
        """How many paragraphs can have a reader."""
        return len(self.unread) + sum(group.count for group in self.readers)

    @property
    def last(self) -> str:
        """The day (ISO 8601) on which a paragraph was last confirmed; empty where none was, or none has a day."""
        return max((group.last for group in self.readers), default="")

    @property
    def marked(self) -> tuple[str, ...]:
        """The paragraphs that are marked as not read: none where nobody has read any, since that is said of the whole."""
        return () if self.is_nobodys else self.unread

    @property
    def is_nobodys(self) -> bool:
        """Whether there is something to read that nobody ever has."""
        return bool(self.unread) and not self.readers and not self.was_read

    def has(self, kind: Kind) -> bool:
        """Whether someone of that kind confirmed a paragraph."""
        return any(group.kind is kind for group in self.readers)


NOTHING = Provenance()
"""Of a page that is no translation."""


@dataclass(frozen=True)
class Sentence:
    """A sentence about a translation, and the id of the paragraph that it leads to (empty: none)."""

    words: str
    block: str = ""


def sentences(provenance: Provenance, say: Messages) -> Iterator[Sentence]:
    """Yield what readers are told of who read a translation; nothing where there is nothing to read."""
    if provenance.is_nobodys:
        yield Sentence(say("read.nobody"))
        return
    are_several = len(provenance.readers) > 1
    for group in provenance.readers:
        words = _words(group, say)
        yield Sentence(say("read.part", said=words, count=group.count) if are_several else words)
    if unread := provenance.unread:
        yield Sentence(say("read.unread", count=len(unread), whole=provenance.whole), provenance.first)


def _words(group: Readers, say: Messages) -> str:
    date = say.date(group.last) if group.last else ""
    if group.kind is Kind.UNRECORDED:
        return say("read.unrecorded", date=date) if date else say("read.undated")
    only = role_of(group.names[0]) if len(group.names) == 1 and not name_of(group.names[0]) else None
    if only:
        return say(f"read.{only}", date=date)
    who = say.enumeration([named(name, say) for name in group.names])
    return say("read.machines" if group.kind is Kind.MACHINE else "read.people", date=date, who=who)


def named(confirmer: str, say: Messages) -> str:
    """Return who confirmed as readers are told it: the role in their language, the name as it is written."""
    role, name = role_of(confirmer), name_of(confirmer)
    said = [say(f"role.{role}")] if role and not (role is Role.MACHINE and name) else []
    return ", ".join([*said, *([name] if name else [])])
