"""`tlumach languages`."""

from pathlib import Path

import click

from tlumach.checks.coverage.parts import from_project, parts
from tlumach.commands.console import NO_COLOR
from tlumach.commands.options import ROOT
from tlumach.commands.project import read_project
from tlumach.languages.project_files.reading import file_of


@click.command()
@ROOT
@NO_COLOR
def languages(root: Path) -> None:
    """Show what is checked in each language of the site: numbers, spelling, forms of words, the site's own words."""
    library, _ = read_project(root)
    for language in library.settings.languages:
        click.echo(language)
        for part in parts(language, library.settings):
            click.echo(f"  {'+' if part.is_there else '-'} {part.name}: {part.how}")
        if own := from_project(language, library.settings):
            click.echo(f"  from {file_of(language)}: {own}")
