"""What commands have in common that needs nothing of a project: options and statuses."""

from pathlib import Path

import click

FAILED = 1
NOT_UNDERSTOOD = 2  # as click has it

ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="The project's folder; by default the current one.",
)
LANGUAGE = click.option("--language", help="Only the translations into this language, such as `uk`.")
