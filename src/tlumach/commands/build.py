"""`tlumach build` and `tlumach serve`. MkDocs is imported when one of them runs: no other command should wait for it."""

import os
import sys
from pathlib import Path

import click

from tlumach.commands.project import ROOT, counted, say_problems
from tlumach.timestamps import build_timestamp


@click.command()
@ROOT
def build(root: Path) -> None:
    """Check, build `site/` and `dist/`, and say what was made. A failed build leaves both as they were."""
    from tlumach.site import Built, build_all

    os.environ["SOURCE_DATE_EPOCH"] = str(build_timestamp(root))  # MkDocs reads it too
    result = build_all(root.resolve(), say=click.echo)
    if isinstance(result, Built):
        click.echo(str(result))
        return
    say_problems(result)
    click.echo(f"{counted(result)}; nothing was built: site/ and dist/ are as they were.", err=True)
    sys.exit(1)


@click.command()
@ROOT
def serve(root: Path) -> None:
    """Preview the site with live reload, for an editor."""
    from tlumach.plugin.building import serve_site

    serve_site(root.resolve())
