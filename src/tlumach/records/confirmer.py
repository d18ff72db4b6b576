"""Who confirmed a pair: a role, a name, or both (``editor``, ``M. Kovalenko``, ``editor, M.``), or a machine (``machine, its name``).

It is text, and stands in records, pages, editions and on terminals: what is not seen, or would be obeyed, it may not have.
"""

import unicodedata
from enum import StrEnum

LONGEST = 60
"""Characters at most: programs that fold comments after 78 columns leave the line of such a name whole."""
_JOINERS = "\u200c\u200d"
"""Characters without a shape of their own that names are written with (Persian, Sinhala and others)."""


class Role(StrEnum):
    """What stands before a name, or alone; readers see it in their own language."""

    EDITOR = "editor"
    TRANSLATOR = "translator"
    MACHINE = "machine"


def role_of(confirmer: str) -> Role | None:
    """Return the role that is said of who confirmed; None where a name stands alone."""
    said = confirmer.partition(",")[0].strip().casefold()
    return next((role for role in Role if role == said), None)


def name_of(confirmer: str) -> str:
    """Return the name that is said of who confirmed, without the role; empty where there is none."""
    return confirmer.partition(",")[2].strip() if role_of(confirmer) else confirmer.strip()


def is_machine(confirmer: str) -> bool:
    """Whether it was a machine; what names no role is a person."""
    return role_of(confirmer) is Role.MACHINE


def one_line(confirmer: str) -> str:
    """Return what is said of who confirmed as records have it: one line, single spaces."""
    return " ".join(confirmer.split())


def refusal_of(confirmer: str) -> str:
    """Return why a text cannot say who confirmed, as the rest of a sentence that begins with it; empty where it can."""
    if not any(sign.isalnum() for sign in confirmer):
        return "names nobody"
    if len(confirmer) > LONGEST:
        return f"has {len(confirmer)} characters; {LONGEST} fit"
    unseen = [sign for sign in confirmer if unicodedata.category(sign)[0] in "CZ" and sign not in f" {_JOINERS}"]
    return f"has a character that nobody sees, U+{ord(unseen[0]):04X}" if unseen else ""
