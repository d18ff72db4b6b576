"""What a pull request leaves behind: one line for people, and a table for the summary of a GitHub job."""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from tlumach.commands.console import counted, number
from tlumach.problems import Code, Level, Problem
from tlumach.problems.freshness import STALE
from tlumach.problems.patterns import File, file_of

CURRENT = "All translations are current."
Stale = tuple[Problem, File]
_MOST = 3  # pages that the line names
_SUMMARY = "GITHUB_STEP_SUMMARY"


def line_of_stale(problems: Iterable[Problem], languages: Collection[str]) -> str:
    """Return what changed, in which languages it is behind, and how to see it: ``2 paragraphs changed, behind in de, pl; …``.

    ``languages`` are those of the site.
    """
    stale = _stale(problems, languages)
    if not stale:
        return CURRENT
    behind = ", ".join(sorted({file.language for _, file in stale}))
    return f"{', '.join(_changes(stale))}, behind in {behind}; diff: {_command(stale)}"


def table_of_stale(problems: Iterable[Problem], languages: Collection[str]) -> str:
    """Return the same as Markdown: a row for each page, a column for each language that is behind; empty where none is."""
    stale = _stale(problems, languages)
    behind = sorted({file.language for _, file in stale})
    rows = [f"| `{page}` | {' | '.join(_cells(stale, page, behind))} |" for page in _pages(stale)]
    head = [f"| page | {' | '.join(behind)} |", "|---" * (len(behind) + 1) + "|"]
    return "\n".join([*head, *rows]) if rows else ""


def write_job_summary(problems: Sequence[Problem], languages: Collection[str]) -> None:
    """Add both to the summary of a GitHub job, if this is one (GitHub: "Adding a job summary")."""
    if file := os.environ.get(_SUMMARY):
        line, table = line_of_stale(problems, languages), table_of_stale(problems, languages)
        with Path(file).open("a", encoding="utf-8") as summary:
            summary.write("\n\n".join(filter(None, [f"### Tlumach: {counted(problems)}", line, table])) + "\n")


def _stale(problems: Iterable[Problem], languages: Collection[str]) -> list[Stale]:
    return [(problem, file_of(problem.path, languages)) for problem in problems if problem.code in STALE]


def _changes(stale: Sequence[Stale]) -> Iterator[str]:
    changed = {each.source for each, _ in stale if each.code in (Code.STALE_BLOCK, Code.MISSING_BLOCK)}
    removed = Counter(file.language for each, file in stale if each.code is Code.ORPHANED_BLOCK)
    pages = {each.source for each, _ in stale if each.code is Code.MISSING_TRANSLATION}
    if changed:
        yield f"{number(len(changed), 'paragraph')} changed"
    if removed:
        yield f"{number(max(removed.values()), 'paragraph')} removed"
    if pages:
        yield f"{number(len(pages), 'page')} not translated"


def _command(stale: Sequence[Stale]) -> str:
    pages = _pages(stale)
    more = f" and {len(pages) - _MOST} more" if len(pages) > _MOST else ""
    return ", ".join(f"`tlumach diff {page}`" for page in pages[:_MOST]) + more


def _pages(stale: Sequence[Stale]) -> list[str]:
    return sorted({file.name for _, file in stale})


def _cells(stale: Sequence[Stale], page: str, languages: Iterable[str]) -> Iterator[str]:
    for language in languages:
        yield _cell([each for each, file in stale if (file.name, file.language) == (page, language)])


def _cell(here: Sequence[Problem]) -> str:
    """Return how many paragraphs of a page are behind in a language, in bold where they fail."""
    if not here:
        return ""
    is_missing = any(problem.code is Code.MISSING_TRANSLATION for problem in here)
    said = "not translated" if is_missing else f"{len(here)} behind"
    return f"**{said}**" if any(problem.level is Level.ERROR for problem in here) else said
