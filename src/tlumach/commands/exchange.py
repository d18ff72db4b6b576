"""`tlumach exchange`: translations handed out to CAT tools and taken back. The formats are imported when one is needed."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tlumach.commands.project import (
    FAILED,
    LANGUAGE,
    ROOT,
    number,
    problems_of,
    read_project,
    say_problems,
    translations,
)
from tlumach.library import Library, record_file
from tlumach.problems import Problem, has_errors, in_order
from tlumach.publishing import put_file
from tlumach.records import write_record
from tlumach.timestamps import confirmation_date
from tlumach.tracking import Tracker

if TYPE_CHECKING:
    from tlumach.exchange.importing import Imported
    from tlumach.exchange.units import Unit

FOLDER = "exchange"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@click.group()
def exchange() -> None:
    """Hand translations out to CAT tools (Weblate, OmegaT, Poedit, Virtaal, …) as PO, XLIFF or TMX, and take them back."""


@exchange.command("export")
@ROOT
@LANGUAGE
@click.option("--to", "name", type=click.Choice(["po", "xliff", "tmx"]), required=True, help="The format of the files.")
@click.option("--only", type=click.Choice(["stale"]), help="Only blocks whose source has changed, or without translation.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Where to; by default, exchange/.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def export_pages(
    root: Path, language: str | None, name: str, only: str | None, output: Path | None, paths: Sequence[str]
) -> None:
    """Write a file for each page and language: OUTPUT/uk/index.po for docs/uk/index.md.

    All pages, or those of PATH (docs/uk/x.md, docs/ru/x.md, x.md, or a folder). A page without translation is handed
    out too. A unit is a block; its text is the block's Markdown. What changed since it was confirmed, or was never
    confirmed, is fuzzy in PO and needs review in XLIFF. TMX is a memory: it has what is translated, and a translation
    whose source has changed stands there with the source that it was made from. A file of an earlier export is
    overwritten: import it first.
    """
    library, problems = read_project(root)
    pages = translations(library, root, paths or ["."], language)
    found = problems_of(library, pages, problems)
    tracker, total = Tracker(library), Counter[str]()
    for page in pages:
        units, left_out = _units(tracker, *page, only == "stale")
        found += left_out
        if name == "tmx":
            units = [unit for unit in units if unit.target]
        if units:
            found += _export(output or root / FOLDER, library, name, *page, units)
            total.update(unit.status for unit in units)
    say_problems(found)
    click.echo(f"{number(total.total(), 'block')} handed out{_listed(total)}.")
    sys.exit(FAILED if has_errors(found) else 0)


@exchange.command("import")
@ROOT
@click.option("--confirm", is_flag=True, help="Confirm, with today's date, each block that comes back finished.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE...")
def import_files(root: Path, confirm: bool, files: Sequence[Path]) -> None:
    """Write the translations of returned files (PO, XLIFF 1.2, TMX) into the Markdown, block by block.

    Units may be missing or in another order; what is fuzzy or to be reviewed is left as it is. A unit that does not fit
    is refused, with the reason, and the rest goes in: the source has moved on, the block is unknown, the Markdown is
    broken, a link, an image, a footnote mark or an attribute list was lost. What had no translation is inserted where
    the source has it. Pages and records are written together or not at all.

    Importing confirms nothing: a person reads what came back and says `tlumach confirm`. With --confirm, the one who
    finished a unit in the tool is taken at their word, also for units that needed no other words.
    """
    library, problems = read_project(root)
    imported, found = _import(library, files, confirmation_date() if confirm else "")
    read = [(each.tracked.page.language, each.tracked.page.path) for each in imported]
    found += [*problems_of(library, read, problems), *_write(root, imported)] if imported else []
    say_problems(in_order(found))
    done = not any(problem.code == "unwritable" for problem in found)
    click.echo("\n".join(_said(imported)) if done else "Nothing was written.")
    sys.exit(FAILED if has_errors(found) else 0)
