"""What commands have in common: options, what they mean, and statuses."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # a build in which nothing has changed imports neither pages nor records
    from tlumach.library import Library

FAILED = 1
NOT_UNDERSTOOD = 2  # as click has it

ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="The project's folder; by default the current one.",
)
LANGUAGE = click.option("--language", help="Only the translations into this language, such as `uk`.")
BY = click.option(
    "--as",
    "by",
    metavar="WHO",
    help="Who confirms: a name, a role (editor, translator, machine), or both: 'editor, M.', 'machine, NAME'.",
)


def trusts_stamps() -> bool:
    """Tell whether a file is taken for what it was where its size and dates are: not on a machine that builds for others (`CI`)."""
    return not os.environ.get("CI")


def refusal_of_name(by: str | None) -> str:
    """Return why what --as says cannot be recorded; an empty text where it can, or nothing is said."""
    from tlumach.records.confirmer import one_line, refusal_of

    why = refusal_of(one_line(by)) if by is not None else ""
    return f"What --as says {why}. Say who confirms, as in --as 'editor, M.'." if why else ""


def confirmer(by: str | None, library: "Library") -> str:
    """Return who confirms: what --as says, or else the project's settings; empty where neither does."""
    from tlumach.records.confirmer import one_line

    return library.settings.confirmed_by if by is None else one_line(by)
