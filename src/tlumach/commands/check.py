"""`tlumach check`."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from tlumach.checks import Report, check_and_report
from tlumach.checks.coverage.parts import gaps
from tlumach.checks.habits import habits_once
from tlumach.checks.own_words import with_unknown_words
from tlumach.commands.console import NO_COLOR, counted, note, number, progress_here
from tlumach.commands.findings.fixing import fix, show
from tlumach.commands.findings.formats import FORMATS, as_text, as_waived
from tlumach.commands.options import FAILED, NOT_UNDERSTOOD, ROOT, trusts_stamps
from tlumach.commands.project import within, write_files
from tlumach.commands.pull_request import write_job_summary
from tlumach.library import Library
from tlumach.library.files import EditedMeanwhileError, read_library
from tlumach.library.library import TRANSLATIONS
from tlumach.library.nearest import nearest
from tlumach.library.pages import DOCS
from tlumach.problems import Level, Problem, in_order, way_out
from tlumach.problems.baseline import FILE as BASELINE
from tlumach.problems.baseline import gone
from tlumach.tasks.known_inputs import input_names
from tlumach.tasks.last_build import digests_now
from tlumach.tasks.tasks import TaskRunner, task_runner_in


@click.command()
@ROOT
@NO_COLOR
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--info", is_flag=True, help="Print findings of level info too.")
@click.option("--quiet", "-q", is_flag=True, help="Print only the findings that make the check fail, and no summary.")
@click.option("--format", "form", type=click.Choice(["text", *FORMATS]), default="text", help="The output format.")
@click.option(
    "--add-words", is_flag=True, help="Put the words that no dictionary knows into words/<language>.txt, slips aside."
)
@click.option(
    "--fix",
    "fixing",
    is_flag=True,
    help="Put right what has one right answer, then check: spaces, dashes, quotation marks.",
)
@click.option("--diff", "showing", is_flag=True, help="Show what --fix would write, and write nothing.")
@click.option("--waived", is_flag=True, help="List the waived findings with their reasons instead.")
def check(
    root: Path,
    paths: tuple[str, ...],
    strict: bool,
    info: bool,
    quiet: bool,
    form: str,
    add_words: bool,
    fixing: bool,
    showing: bool,
    waived: bool,
) -> None:
    """Check the pages of all languages, without building; with PATHs, print only what is wrong in those files and folders.

    Findings are printed on standard output, one a line, as path:line: level: code message; RULES.md has the codes. The
    summary is printed on standard error; with --format github in a job of GitHub it is added to the job's summary, with what
    is behind in which language. The exit status is 0 where nothing fails, 1 where something does, 2 where the
    command was not understood.

    --fix writes the apostrophes, quotation marks, dashes and no-break spaces of the language (these also where nobody has
    typed any: within a number, before its unit or month), makes one space of two, and takes out characters that nobody
    sees, in the source too (a signed manifest among them is kept beside the given text, with what it says); else the
    source is let be, and so are code, links and HTML. What was confirmed stays confirmed: the records follow. What is
    waived or turned off is left. With --diff nothing is written, what would be is printed as a unified diff, and the
    exit status is 1 where that is anything. A no-break space is shown as ⍽.
    """
    names = _names(root, paths)
    if fixing or showing:
        _fix(root, names, showing)
    runner = task_runner_in(root, progress=progress_here(not quiet))
    library, report = _checked(root, runner)
    among = _among(names, report.problems)
    found = habits_once(among, library) if library else among
    failing = [problem for problem in found if _fails(problem, strict)]
    if waived:
        _say_waived(names, report)
    elif add_words and library:
        failing = _add_words(root, library, found)
    elif form != "text":
        click.echo(FORMATS[form](_shown(found, failing, info, quiet), report.compared))
        if form == "github" and library:
            write_job_summary(found, library.settings.languages)
    else:
        click.echo(as_text(_shown(found, failing, info, quiet), report.compared), nl=False)
        if library and not quiet:
            _say_summary(library, found, report if not names else None, len(_among(names, report.known)))
    sys.exit(FAILED if failing else 0)


def _checked(root: Path, runner: TaskRunner) -> tuple[Library | None, Report]:
    """Read and check the project. A page or record that is as it was read last is read when a rule asks for its text."""
    known = digests_now(root, input_names(root)) if trusts_stamps() else {}
    try:
        return _checked_as(known, root, runner)
    except EditedMeanwhileError:
        return _checked_as({}, root, runner)


def _checked_as(known: Mapping[str, str], root: Path, runner: TaskRunner) -> tuple[Library | None, Report]:
    library, unread = read_library(root, runner, known)
    report = check_and_report(library, True, runner, unread) if library else Report(in_order(unread), {}, [])
    return library, report


def _fix(root: Path, names: Sequence[str], showing: bool) -> None:
    """Fix pages before they are checked; with ``showing``, print what would be done, and end."""
    library, _ = read_library(root, task_runner_in(root))
    files = [page.file for page in library.pages.values() if _is_among(page.file, names)] if library else []
    if library and showing:
        sys.exit(FAILED if show(library, root, files) else 0)
    if library and (problems := fix(library, root, files)):
        click.echo(as_text(problems, {}), nl=False)
        sys.exit(FAILED)


def _names(root: Path, paths: Sequence[str]) -> list[str]:
    """Return the files and folders that are named, as the project has them; where one is not there, say so and exit."""
    names = [within(root, path) for path in paths]
    if missing := [name for name in names if not (root / name).exists()]:
        near = nearest(missing[0], (file.relative_to(root).as_posix() for file in _files(root)))
        note(f"there is no {missing[0]} in {root.resolve().name}/." + (f" Did you mean {near}?" if near else ""))
        sys.exit(NOT_UNDERSTOOD)
    return names


def _files(root: Path) -> Iterator[Path]:
    return (file for folder in (DOCS, TRANSLATIONS) for file in (root / folder).rglob("*") if file.is_file())


def _fails(problem: Problem, strict: bool) -> bool:
    return problem.level is Level.ERROR or (strict and problem.level is Level.WARNING)


def _shown(found: list[Problem], failing: list[Problem], info: bool, quiet: bool) -> list[Problem]:
    if quiet:
        return failing
    return found if info else [problem for problem in found if problem.level is not Level.INFO]


def _among(names: Sequence[str], problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems in the files and folders that are named; all where none is."""
    return [problem for problem in problems if _is_among(problem.path, names)]


def _is_among(path: str, names: Sequence[str]) -> bool:
    return not names or any(_is_in(path, name) for name in names)


def _is_in(path: str, name: str) -> bool:
    return name == "." or path == name or path.startswith(name.rstrip("/") + "/")


def _add_words(root: Path, library: Library, found: Sequence[Problem]) -> list[Problem]:
    """Put the words that spelling found on the project's lists; return what could not be written."""
    added = with_unknown_words(library, found)
    problems = write_files(root, added.contents)
    for file, count in added.counts.items() if not problems else ():
        note(f"{file}: {number(count, 'word')} added.")
    if not added.counts:
        note("no word to add.")
    if added.slips:
        note(f"left out as likely slips, mend them or add them by hand: {', '.join(added.slips)}.")
    click.echo(as_text(problems, {}), nl=False)
    return problems


def _say_summary(library: Library, found: Sequence[Problem], whole: Report | None, known: int) -> None:
    """Say how many problems there are; and of the baseline, what it keeps back, and where all was checked what is mended."""
    pages, languages = number(len(library.pages), "page"), number(len(library.settings.languages), "language")
    kept_back = f"; {known} known, in {BASELINE}" if known else ""
    mended = gone(library.settings.findings.baseline, whole.known) if whole else 0
    advice = f" {number(mended, 'finding')} of {BASELINE} fixed: run `tlumach baseline`." if mended else ""
    note(f"{pages} in {languages}: {counted(found)}{kept_back}.{advice}")
    if later := way_out(found, library.settings.findings):
        note(later)
    if missing := [
        f"{each}: {lacking}" for each in library.settings.languages if (lacking := gaps(each, library.settings))
    ]:
        note(f"Not there in {'; '.join(missing)}. `tlumach languages` says more.")


def _say_waived(names: Sequence[str], report: Report) -> None:
    chosen = [each for each in report.waived if _is_among(each.problem.path, names)]
    click.echo(as_waived(chosen), nl=False)
    note(f"{len(chosen)} waived.")
