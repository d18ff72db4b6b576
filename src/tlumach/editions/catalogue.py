"""Every edition, and which of them are made."""

from collections.abc import Sequence

from tlumach.editions.books import EPUB_EDITION, TEXT_EDITION, books_edition
from tlumach.editions.edition import Edition, EditionInputs
from tlumach.editions.offline import OFFLINE
from tlumach.editions.reader.edition import READER
from tlumach.editions.signing.materials import SBOM
from tlumach.editions.zim.archive import ZIM
from tlumach.problems import Code, Problem

__all__ = ["EDITIONS", "Edition", "EditionInputs", "chosen", "of_file"]

EDITIONS: tuple[Edition, ...] = (READER, EPUB_EDITION, TEXT_EDITION, ZIM, SBOM, OFFLINE)
"""The one list; those that hold the whole site stand last, as their download page lists the others."""


def of_file(name: str) -> Edition | None:
    """Return the edition that a file is of, by the ending of its name; None where it is of none."""
    return next((edition for edition in EDITIONS if name.endswith(edition.ending)), None)


def chosen(names: Sequence[str]) -> tuple[list[Edition], list[str], list[Problem]]:
    """Return the editions to make, a line for each that is left out, and a problem for each that was asked for in vain.

    Without names: all that this machine can make.
    """
    wanted = [edition for edition in EDITIONS if not names or edition.name in names]
    lacking = {edition.name: why for edition in wanted if (why := edition.missing())}
    known = [edition.name for edition in EDITIONS]
    problems = [
        Problem("dist", 1, Code.EDITION_UNKNOWN, f"there is no edition `{name}`. Known are {', '.join(known)}.")
        for name in names
        if name not in known
    ]
    if names:
        problems += [Problem("dist", 1, Code.EDITION_MISSING, why) for why in lacking.values()]
    made = _in_one_pass([edition for edition in wanted if edition.name not in lacking])
    return made, list(lacking.values()), problems


def _in_one_pass(editions: Sequence[Edition]) -> list[Edition]:
    """Make the books together where several are wanted: their pages are rendered once, which is most of the work."""
    books = [edition for edition in editions if edition.book]
    if len(books) < 2:
        return list(editions)
    together = books_edition(books)
    return [together if edition is books[0] else edition for edition in editions if edition not in books[1:]]
