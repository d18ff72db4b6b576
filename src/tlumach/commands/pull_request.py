"""What a pull request leaves behind: one line for people, and a table for the summary of a GitHub job."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tlumach.commands.console import counted, number
from tlumach.library.pages import DOCS
from tlumach.problems import Code, Level, Problem
from tlumach.problems.freshness import STALE
from tlumach.problems.patterns import language_of

CURRENT = "All translations are current."
_MOST = 3  # pages that the line names
_SUMMARY = "GITHUB_STEP_SUMMARY"


def line_of_stale(problems: Iterable[Problem]) -> str:
    """Return what changed, in which languages it is behind, and how to see it: ``2 paragraphs changed, behind in de, pl; …``."""
    stale = [problem for problem in problems if problem.code in STALE]
    if not stale:
        return CURRENT
    languages = ", ".join(sorted({language_of(problem.path) for problem in stale}))
    return f"{', '.join(_changes(stale))}, behind in {languages}; diff: {_command(stale)}"


def table_of_stale(problems: Iterable[Problem]) -> str:
    """Return the same as Markdown: a row for each page, a column for each language that is behind; empty where none is."""
    stale = [problem for problem in problems if problem.code in STALE]
    languages = sorted({language_of(problem.path) for problem in stale})
    pages = sorted({_page(problem) for problem in stale})
    rows = [f"| `{page}` | {' | '.join(_cells(stale, page, languages))} |" for page in pages]
    head = [f"| page | {' | '.join(languages)} |", "|---" * (len(languages) + 1) + "|"]
    return "\n".join([*head, *rows]) if rows else ""


def write_job_summary(problems: Sequence[Problem]) -> None:
    """Add both to the summary of a GitHub job, if this is one (GitHub: "Adding a job summary")."""
    if file := os.environ.get(_SUMMARY):
        parts = [f"### Tlumach: {counted(problems)}", line_of_stale(problems), table_of_stale(problems)]
        with Path(file).open("a", encoding="utf-8") as summary:
            summary.write("\n\n".join(filter(None, parts)) + "\n")


def _changes(stale: Sequence[Problem]) -> Iterator[str]:
    changed = {each.source for each in stale if each.code in (Code.STALE_BLOCK, Code.MISSING_BLOCK)}
    removed = [each for each in stale if each.code is Code.ORPHANED_BLOCK]
    pages = {each.source for each in stale if each.code is Code.MISSING_TRANSLATION}
    if changed:
        yield f"{number(len(changed), 'paragraph')} changed"
    if removed:
        by_language = [sum(language_of(each.path) == language_of(one.path) for each in removed) for one in removed]
        yield f"{number(max(by_language), 'paragraph')} removed"
    if pages:
        yield f"{number(len(pages), 'page')} not translated"


def _command(stale: Sequence[Problem]) -> str:
    pages = sorted({_page(problem) for problem in stale})
    more = f" and {len(pages) - _MOST} more" if len(pages) > _MOST else ""
    return ", ".join(f"`tlumach diff {page}`" for page in pages[:_MOST]) + more


def _cells(stale: Sequence[Problem], page: str, languages: Iterable[str]) -> Iterator[str]:
    for language in languages:
        yield _cell([each for each in stale if _page(each) == page and language_of(each.path) == language])


def _cell(here: Sequence[Problem]) -> str:
    """Return how many paragraphs of a page are behind in a language, in bold where they fail."""
    if not here:
        return ""
    is_missing = any(problem.code is Code.MISSING_TRANSLATION for problem in here)
    said = "not translated" if is_missing else f"{len(here)} behind"
    return f"**{said}**" if any(problem.level is Level.ERROR for problem in here) else said


def _page(problem: Problem) -> str:
    """Return the path of a page as it is in each language, which `tlumach diff` takes."""
    return problem.path.removeprefix(f"{DOCS}/").removeprefix(f"{language_of(problem.path)}/")
