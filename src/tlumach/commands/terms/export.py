"""`tlumach terms export`: the terms as a file for CAT tools and spreadsheets."""

import sys
from pathlib import Path

import click

from tlumach.commands.console import NO_COLOR, number, say_problems
from tlumach.commands.options import FAILED, ROOT
from tlumach.commands.project import read_project
from tlumach.editions.termbase.collecting import concepts_of
from tlumach.editions.termbase.spreadsheet import FORMATS
from tlumach.library import Library
from tlumach.library.pages import DOCS, GLOSSARY
from tlumach.output.publish import put_file
from tlumach.problems import Code, Problem, has_errors, in_order


@click.command(short_help="Write the glossary as TBX or CSV.")
@ROOT
@NO_COLOR
@click.option("--to", "name", type=click.Choice(list(FORMATS)), default="tbx", show_default=True, help="The format.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; by default glossary.tbx, glossary-v3.tbx or glossary.csv in the current folder.",
)
def export(root: Path, name: str, output: Path | None) -> None:
    """Write the terms of all languages into one file: forms, definitions, sources; renderings to avoid are marked so.

    tbx is TBX-Basic 2, which Weblate, OmegaT and translate-toolkit read; tbx3 is TBX-Basic 3 (ISO 30042:2019), which
    translate-toolkit, and so Weblate, cannot read; csv opens in a spreadsheet.
    Where a page of the glossary cannot be read, nothing is written: a term base with gaps would mislead.
    """
    library, problems = read_project(root)
    found = in_order(problem for problem in problems if _is_of_the_glossary(problem, library))
    file = output or Path(FORMATS[name].file)
    if not has_errors(found):
        found += _write(library, name, file)
    say_problems(found)
    sys.exit(FAILED if has_errors(found) else 0)


def _write(library: Library, name: str, file: Path) -> list[Problem]:
    concepts = concepts_of(library)
    if not concepts:
        message = "there is no term to export. A term is a page in this folder, such as csto.md."
        return [Problem(f"{DOCS}/{library.settings.source}/{GLOSSARY}", 1, Code.NO_TERMS, message)]
    try:
        put_file(file, FORMATS[name].write(concepts, library.settings))
    except OSError as error:
        message = f"cannot be written: {error.strerror}. Check free space and permissions, or choose another --output."
        return [Problem(str(file), 1, Code.UNWRITABLE, message)]
    languages = {entry.language for concept in concepts for entry in concept.entries}
    click.echo(f"{file}: {number(len(concepts), 'term')} in {number(len(languages), 'language')}.")
    return []


def _is_of_the_glossary(problem: Problem, library: Library) -> bool:
    return any(problem.path.startswith(f"{DOCS}/{each}/{GLOSSARY}/") for each in library.settings.languages)
