"""A wording as it was reported beside what stands today: whether it stands, whole or in parts, and whether it is what was sent."""

import re
from dataclasses import dataclass

from tlumach.editions.reports.place import Place
from tlumach.editions.reports.reading import Said
from tlumach.editions.reports.wording import letters, short_hash

ASK = "Ask the reader to send it again, whole"
_STOPS = re.compile(r"[.,:;!?()\[\]]+")


class UnknownReportError(ValueError):
    """A report of which nothing can be said; the words say why, for a person."""


@dataclass(frozen=True)
class Compared:
    """A wording then, and where it stands now; ``is_exact``: it is known to the sign, not by its letters alone."""

    then: str
    place: Place | None
    is_exact: bool

    @property
    def now(self) -> str:
        """What stands there today; empty where it is no more."""
        return self.place.text if self.place else ""

    @property
    def stands(self) -> bool:
        """Whether readers get it as it was, here or in parts; that a sign of it was mended is seen where it is known to the sign."""
        same = self.now == self.then if self.is_exact else letters(self.now) == letters(self.then)
        return self.place is not None and (same or self._stands_in_parts(self.place))

    def _stands_in_parts(self, place: Place) -> bool:
        """Whether all clauses of it stand on the page: where it was split, or put together with another, or something was added."""
        clauses = [each for each in _STOPS.split(letters(self.then)) if each]
        if "".join(clauses) == _STOPS.sub("", letters(self.now)):
            return False  # it is whole, and has other signs
        page = letters("".join(place.page.shown))
        return all(each in page for each in clauses)


def refuse_what_was_altered(said: Said, known: str) -> None:
    """Raise UnknownReportError where a wording is not the one that its check is of; a report may leave it out."""
    if not said.letters or said.letters == letters(known):
        return
    why = "was cut on its way" if letters(known).startswith(said.letters) else "was altered"
    raise UnknownReportError(f"its text {why}: it is not the one that its check {short_hash(known)} is of. {ASK}")
