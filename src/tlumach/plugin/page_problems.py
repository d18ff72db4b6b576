"""The preview (`mkdocs serve`): what is wrong with a page stands in the page itself, for who writes it, and nowhere else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tlumach.checks import check_library
from tlumach.library import Library, record_file
from tlumach.library.pages import DOCS, Page
from tlumach.problems import Code, Level, Problem, in_order
from tlumach.tasks.tasks import TaskRunner
from tlumach.tracking import Tracker

NOT_TO_BE_SHOWN = frozenset({Code.ENCODING, Code.SETTINGS, Code.UNREADABLE})
"""The codes of what leaves no page that could show them."""


@dataclass(frozen=True)
class ShownProblem:
    """A problem as a page shows it; ``anchor`` is the id of the block that it is in (empty: the page as a whole)."""

    place: str
    code: Code
    message: str
    is_error: bool
    anchor: str


@dataclass(frozen=True)
class Preview:
    """The problems that pages show, by file; none outside the preview."""

    problems: Mapping[str, Sequence[Problem]] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(problem.level is Level.ERROR for found in self.problems.values() for problem in found)

    def of(self, path: str, tracker: Tracker, language: str) -> list[ShownProblem]:
        """Return what the page of that path shows readers of a language: of its own file, or the one that is not there, and its record."""
        if not self.problems:
            return []
        page = tracker.library.shown_page(language, path)
        own = [f"{DOCS}/{language}/{path}", record_file(language, path), page.file if page else ""]
        found = [problem for file in dict.fromkeys(own) for problem in self.problems.get(file, ())]
        return [_shown(problem, page, tracker) for problem in found]


def cannot_be_shown(problem: Problem) -> bool:
    """Tell whether a problem leaves no page that could show it, so that the preview must stop."""
    return problem.level is Level.ERROR and problem.code in NOT_TO_BE_SHOWN


def preview_of(library: Library, reading: Sequence[Problem], runner: TaskRunner) -> Preview:
    """Return the preview of a library, with what was wrong in reading it and all that the checks find."""
    return showing(check_library(library, words=True, runner=runner, reading=reading))


def showing(problems: Iterable[Problem]) -> Preview:
    """Return the preview that shows these problems; infos are for those who ask `tlumach check` for them."""
    by_file: dict[str, list[Problem]] = {}
    for problem in in_order(each for each in problems if each.level is not Level.INFO):
        by_file.setdefault(problem.path, []).append(problem)
    return Preview(by_file)


def _shown(problem: Problem, page: Page | None, tracker: Tracker) -> ShownProblem:
    anchor = _anchor(problem.line, page, tracker) if page and page.file == problem.path else ""
    place = f"{problem.path}:{max(problem.line, 1)}"
    return ShownProblem(place, problem.code, problem.message, problem.level is Level.ERROR, anchor)


def _anchor(line: int, page: Page, tracker: Tracker) -> str:
    ids = tracker.ids(page)
    return next((id for id, block in zip(ids, page.blocks, strict=True) if block.line <= line <= block.end), "")
