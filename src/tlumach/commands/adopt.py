"""`tlumach adopt`: a repository that kept its translations in step by stamps of its own becomes one with records."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from tlumach.adoption.adopting import Adoption
from tlumach.adoption.adopting import adopt as adopt_pages
from tlumach.adoption.manifest import read_manifest
from tlumach.adoption.stamps import Stamp
from tlumach.alignment.freshness import State
from tlumach.commands.console import NO_COLOR, note, number, say_problems
from tlumach.commands.options import FAILED, LANGUAGE, ROOT
from tlumach.commands.project import problems_of, read_project, translations, within, write_files
from tlumach.library import Library, record_file
from tlumach.library.structure import Place
from tlumach.problems import Code, Problem, has_errors, in_order
from tlumach.records import write_record
from tlumach.tasks.timestamps import confirmation_date
from tlumach.tracking import tracker_of_path
from tlumach.tracking.status import report


@click.command()
@ROOT
@NO_COLOR
@LANGUAGE
@click.option(
    "--manifest",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A JSON file with the SHA-256 of the source for each page, for pages without a stamp of their own.",
)
@click.option(
    "--by-last-commit",
    is_flag=True,
    help="For pages without a stamp: take both sides as the last commit left them that touched both.",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def adopt(root: Path, language: str | None, manifest: Path | None, by_last_commit: bool, paths: Sequence[str]) -> None:
    """Make records of the stamps that translations have already: all, or those of PATH (a file or a folder).

    A stamp says from which source a page was translated. In the front matter: the id of a commit (source_commit,
    l10n.sourceCommit, default_lang_commit, en_commit), the SHA-256 of the source file (source_sha256), or one for each
    ## section (section_hashes); or a JSON manifest of pages and their SHA-256. The source is read from git as it was then, and
    each block that certainly belongs to a block of the translation is recorded; what is left is "unconfirmed".

    Pages that have a record are left alone. If any stamp is wrong, all that are wrong are named and nothing is
    written. Afterwards nothing of git is needed, and the stamps may go.
    """
    library, problems = read_project(root)
    chosen = translations(library, root, paths or ["."], language)
    read, wrong = _manifest(root, manifest, library)
    adoption = adopt_pages(library, root, chosen, read, confirmation_date(), by_last_commit)
    said = in_order([*problems_of(library, chosen, problems), *wrong, *adoption.problems])
    say_problems(said)
    if not has_errors(said):
        say_problems(failed := write_files(root, _contents(library, adoption)))
        said = failed
    if has_errors(said):
        note("Nothing was written.")
        sys.exit(FAILED)
    click.echo("\n".join(_summary(library, adoption, by_last_commit)))


def _manifest(root: Path, file: Path | None, library: Library) -> tuple[Mapping[Place, Stamp], list[Problem]]:
    if file is None:
        return {}, []
    name = within(root, str(file))
    try:
        return read_manifest(file.read_text(encoding="utf-8-sig"), name, library)
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        return {}, [Problem(name, 1, Code.STAMP_MALFORMED, f"the manifest cannot be read: {why}.")]


def _contents(library: Library, adoption: Adoption) -> dict[str, bytes]:
    contents = {}
    for (language, path), record in adoption.records.items():
        source, own = library.origin_file(path), library.file_of(language, path)
        contents[record_file(language, path)] = write_record(record, source, own, language).encode()
    return contents


def _summary(library: Library, adoption: Adoption, by_last_commit: bool) -> Iterator[str]:
    """Yield a line for each language: how many pages were adopted and by which stamps, in which states their blocks are."""
    after = replace(library, records={**library.records, **adoption.records})
    for language in library.settings.translations:
        places = [place for place in adoption.records if place[0] == language]
        if places:
            yield f"{language}: {number(len(places), 'page')} adopted by {_keys(adoption, places)}: {_states(after, places)}."
        lacking = "no stamp, nor a commit that touched both sides" if by_last_commit else "no stamp"
        for others, why in ((adoption.recorded, "a record already"), (adoption.unstamped, f"{lacking}: unconfirmed")):
            if left := sum(place[0] == language for place in others):
                yield f"{language}: {number(left, 'page')} with {why}."
    if not adoption.records:
        yield "No page was adopted; nothing was written."


def _keys(adoption: Adoption, places: Sequence[Place]) -> str:
    keys = {
        adoption.stamps[place].name if place in adoption.stamps else "the last commit of both sides" for place in places
    }
    return ", ".join(sorted(keys))


def _states(library: Library, places: Sequence[Place]) -> str:
    counts: Counter[State] = Counter()
    for language, path in places:
        counts.update(report(tracker_of_path(library, path), language, path).counts.blocks)
    return ", ".join(f"{counts[state]} {state}" for state in State if counts[state] or state is State.CURRENT)
