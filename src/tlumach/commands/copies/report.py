"""`tlumach report`: where a paragraph that a reader reported stands today, what changed since, and the draft of an answer."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from tlumach.alignment.word_diff import word_diff
from tlumach.commands.console import NO_COLOR, printable, say_problems
from tlumach.commands.options import FAILED, ROOT
from tlumach.commands.project import read_project
from tlumach.commands.word_diffs import coloured, in_colour, marked
from tlumach.editions.reports.answer import answer
from tlumach.editions.reports.compared import UnknownReportError
from tlumach.editions.reports.reading import Report, read_reports
from tlumach.editions.reports.verdict import Outcome, Reports, Verdict
from tlumach.languages.messages import known_languages
from tlumach.library.pages import decode
from tlumach.problems import Code, Problem
from tlumach.settings import Settings
from tlumach.tracking import Tracker

MOST_BYTES = 1_000_000
_SAYS = {
    Verdict.STANDS: "it reads as it was reported",
    Verdict.CHANGED: "it has been changed since",
    Verdict.BEHIND: "it reads as it was reported, but its original has been changed since",
    Verdict.GONE: "it is no longer in the text",
}


@click.command()
@ROOT
@NO_COLOR
@click.argument("file", metavar="FILE")
def report(root: Path, file: str) -> None:
    """Read a report that a reader sent: the place in today's text, whether it was changed since, and the draft of an answer.

    FILE is the report as text, as it came by mail or messenger, folded and quoted or not; - is standard input. Each paragraph
    of an explainer or a glossary entry has a text for such a report ready, on the site and offline.

    It says that a paragraph was changed only where git, the records or changes/ have the wording that was reported. Nothing
    is written. The exit status is 1 where a report was cut or altered, or is of no text that is known.
    """
    name = "-" if file == "-" else printable(file)
    content, problems = _content(file, name)
    library, _ = read_project(root)
    words = [library.settings.say(each) for each in dict.fromkeys([*library.settings.languages, *known_languages()])]
    found, wrong = read_reports(content, name, words) if not problems else ([], [])
    problems += wrong
    reports = Reports(Tracker(library), root)
    for each in found:
        try:
            click.echo("\n".join(_told(each, reports.outcome(each), library.settings)))
        except UnknownReportError as why:
            problems.append(Problem(name, each.line, Code.REPORT, f"{why}."))
    say_problems(problems)
    sys.exit(FAILED if problems else 0)


def _content(file: str, name: str) -> tuple[str, list[Problem]]:
    """Return the text of a file or of standard input; a problem where it cannot be read."""
    try:
        with click.open_file(file, "rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        return "", [
            Problem(name, 1, Code.UNREADABLE, f"cannot be read: {error.strerror}. Check the name and the permissions.")
        ]
    if len(content) > MOST_BYTES:
        return "", [Problem(name, 1, Code.REPORT, "is larger than any report. Save the message alone, as text.")]
    text, problems = decode(content, name)
    return text or "", problems


def _told(each: Report, outcome: Outcome, settings: Settings) -> Iterator[str]:
    place = outcome.place
    where = f"{place.page.file}:{place.page.blocks[place.at].line}: {place.id}" if place else outcome.page.file
    copy = f" (the reader's copy: {each.day})" if each.day else ""
    yield f"{where}: {_SAYS[outcome.verdict]}{copy}."
    show = coloured if in_colour() else marked
    yield from (f"  {language}: {show(word_diff(then, now))}" for language, then, now in outcome.wordings)
    if each.remark.text:
        yield f"  remark: {printable(each.remark.text)}"
    yield f"\n{answer(outcome, settings, settings.say(each.words))}\n"
