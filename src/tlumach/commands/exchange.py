"""`tlumach exchange`: translations exported to CAT tools and imported. The formats are imported when one is needed."""

import sys
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tlumach.commands.console import NO_COLOR, number, progress_here, say_problems
from tlumach.commands.options import BY, FAILED, LANGUAGE, ROOT, confirmer, refusal_of_name
from tlumach.commands.project import problems_of, read_project, translations, write_files
from tlumach.library import Library, record_file
from tlumach.problems import Code, Problem, has_errors, in_order
from tlumach.records import write_record
from tlumach.tasks.timestamps import confirmation_date
from tlumach.tracking import Tracker
from tlumach.tracking.confirming import Said
from tlumach.tracking.following import carried_from

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
@NO_COLOR
@LANGUAGE
@click.option(
    "--to",
    "name",
    type=click.Choice(["po", "xliff", "xliff2", "tmx", "omegat"]),
    required=True,
    help="The format of the files.",
)
@click.option(
    "--only", type=click.Choice(["stale"]), help="Only blocks whose source has changed, or without translation."
)
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Where to; by default, exchange/.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def export_pages(
    root: Path, language: str | None, name: str, only: str | None, output: Path | None, paths: Sequence[str]
) -> None:
    """Write a file for each page and language: OUTPUT/uk/index.po for docs/uk/index.md.

    All pages, or those of PATH (docs/uk/x.md, docs/ru/x.md, x.md, or a folder). A page without translation is exported
    too. A unit is a block; its text is the block's Markdown. What changed since it was confirmed, or was never
    confirmed, is fuzzy in PO and needs review in XLIFF (xliff: version 1.2; xliff2: 2.1). TMX is a memory: it has what is
    translated, and a translation whose source has changed stands there with the source that it was made from. A file
    of an earlier export is overwritten: import it first.

    Poedit, Lokalize and Weblate take PO and XLIFF 1.2; XLIFF 2.1 is for tools that ask for it (Poedit 3.2 refuses it,
    Lokalize 22.12 shows no unit of it). OmegaT takes PO with segments by paragraph: --to omegat makes a project for
    each language, to be opened as it is (OUTPUT/uk); import what OmegaT has written into its target/, or its
    omegat/project_save.tmx.
    """
    library, problems = read_project(root)
    pages = translations(library, root, paths or ["."], language)
    found = problems_of(library, pages, problems)
    tracker, total = Tracker(library), Counter[str]()
    contents, told = dict[Path, bytes](), list[str]()
    for page in progress_here().over("pages", pages, len(pages)):
        units, left_out = _units(tracker, *page, only == "stale")
        found += left_out
        if name == "tmx":
            units = [unit for unit in units if unit.target]
        if units:
            made = _exported(output or root / FOLDER, library, name, *page, units)
            contents |= made
            told.append(_told(next(iter(made)), units))
            total.update(unit.left_to_do for unit in units)
    failed = write_files(root, {_named(root, file): content for file, content in contents.items()})
    say_problems([*found, *failed])
    if failed:
        sys.exit(FAILED)
    for line in (*told, f"{number(total.total(), 'block')} exported{_listed(total)}."):
        click.echo(line)
    sys.exit(FAILED if has_errors(found) else 0)


@exchange.command("import")
@ROOT
@NO_COLOR
@click.option("--confirm", is_flag=True, help="Confirm, with today's date, each block that comes back finished.")
@BY
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE...")
def import_files(root: Path, confirm: bool, by: str | None, files: Sequence[Path]) -> None:
    """Write the translations of returned files (PO, XLIFF 1.2 or 2, TMX) into the Markdown, block by block.

    Units may be missing or in another order; what is fuzzy or to be reviewed is left as it is. A unit that does not fit
    is refused, with the reason, and the rest goes in: the source has moved on, the block is unknown, the Markdown is
    broken, a link, an image, a footnote mark or an attribute list was lost. What had no translation is inserted where
    the source has it. Pages and records are written together or not at all.

    Importing confirms nothing: a person reads what came back and says `tlumach confirm`. With --confirm, the one who
    finished a unit in the tool is taken at their word, also for units that needed no other words. The record keeps who
    that was: what --as says, or `confirmed_by` in mkdocs.yml, or else that it is not recorded.
    """
    if wrong := refusal_of_name(by) or ("" if confirm or by is None else "--as says who confirms: say --confirm, too."):
        raise click.UsageError(wrong)
    library, problems = read_project(root)
    broken = {problem.path for problem in problems}
    said = Said(confirmation_date(), confirmer(by, library), is_renewed=by is not None) if confirm else None
    imported, found = _import(library, files, said, broken)
    read = [(each.tracked.page.language, each.tracked.page.path) for each in imported]
    found += [*problems_of(library, read, problems), *_write(library, root, imported)]
    say_problems(in_order(found))
    done = not any(problem.code == Code.UNWRITABLE for problem in found)
    click.echo("\n".join(_said(imported)) if done else "Nothing was written.")
    sys.exit(FAILED if has_errors(found) else 0)


def _units(tracker: Tracker, language: str, path: str, only_stale: bool) -> tuple[list["Unit"], list[Problem]]:
    """Return the units of a page, and problems with those that no XML can carry, which are left out."""
    from tlumach.exchange.units import in_xml, not_in_xml, tracked_or_new, units

    tracked = tracked_or_new(tracker, language, path)
    found = units(tracked, only_stale) if tracked else []
    return [unit for unit in found if in_xml(unit)], [not_in_xml(unit) for unit in found if not in_xml(unit)]


def _exported(
    folder: Path, library: Library, name: str, language: str, path: str, units: Sequence["Unit"]
) -> dict[Path, bytes]:
    """Return the files of a page, that of its units first."""
    from tlumach.exchange.formats import FORMATS

    chosen = FORMATS[name]
    source = library.settings.source
    file = folder / language / chosen.folder / f"{path.removesuffix('.md')}.{chosen.ending}"
    beside = {folder / language / other: text.encode() for other, text in chosen.project(source, language).items()}
    return {file: chosen.write(units, source, language), **beside}


def _told(file: Path, units: Sequence["Unit"]) -> str:
    return f"{file.as_posix()}: {number(len(units), 'block')}{_listed(Counter(unit.left_to_do for unit in units))}"


def _listed(counts: Counter[str]) -> str:
    return f" ({', '.join(f'{count} {name}' for name, count in sorted(counts.items()))})" if counts else ""


def _import(
    library: Library, files: Sequence[Path], said: Said | None, broken: Container[str]
) -> tuple[list["Imported"], list[Problem]]:
    """Take the files into the pages; a record among the ``broken`` files is not written anew: what it lost would be gone."""
    from tlumach.exchange.formats import read_returned
    from tlumach.exchange.receiving import receive

    returned, problems = [], list[Problem]()
    for file in files:
        try:
            units, found = read_returned(file.read_bytes(), file.as_posix())
        except OSError as error:
            units, found = [], [_unreadable(file, error)]
        returned += units
        problems += found
    imported, found = receive(Tracker(library), returned, lambda *page: None if record_file(*page) in broken else said)
    return imported, [*problems, *found]


def _write(library: Library, root: Path, imported: Sequence["Imported"]) -> list[Problem]:
    """Write the pages and records that something came into, together or not at all."""
    places = {(each.tracked.page.language, each.tracked.page.path) for each in imported if each.record is not None}
    carried = dict(carried_from(library, places))
    return write_files(root, carried | {file: content for each in imported for file, content in _contents(root, each)})


def _contents(root: Path, imported: "Imported") -> Iterator[tuple[str, bytes]]:
    page, source = imported.tracked.page, imported.tracked.source
    if imported.written:
        mark = BYTE_ORDER_MARK if _begins_with_mark(root / page.file) else b""
        yield page.file, mark + imported.text.encode()
    if imported.record is not None:
        text = write_record(imported.record, source.file, page.file, page.language)
        yield record_file(page.language, page.path), text.encode()


def _begins_with_mark(file: Path) -> bool:
    return file.exists() and file.read_bytes().startswith(BYTE_ORDER_MARK)


def _said(imported: Sequence["Imported"]) -> Iterator[str]:
    """Yield what came into each page, and the sums."""
    for each in imported:
        if each.written or each.confirmed:
            new = "" if each.tracked.page.text else ", a new page: give it its front matter"
            yield f"{each.tracked.page.file}: {_counts([each])}{new}."
    yield f"{number(len(imported), 'page')} read: {_counts(imported)}."


def _counts(imported: Sequence["Imported"]) -> str:
    counts = {
        "written": sum(each.written for each in imported),
        "confirmed": sum(each.confirmed for each in imported),
        "as they were": sum(each.unchanged for each in imported),
        "not finished": sum(each.unfinished for each in imported),
        "refused": sum(each.refused for each in imported),
    }
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "no blocks"


def _named(root: Path, file: Path) -> str:
    """Return a file's name in the project, or its whole name where it lies elsewhere."""
    return (file.relative_to(root) if file.is_relative_to(root) else file.absolute()).as_posix()


def _unreadable(file: Path, error: OSError) -> Problem:
    return Problem(
        file.as_posix(), 1, Code.UNREADABLE, f"cannot be read: {error.strerror}. Check its name and permissions."
    )
