"""What a theme's template fails on, as a problem that names the template's file and line; templates that are not there."""

import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

from tlumach.library.pages import Page
from tlumach.problems import Code, Problem


class FailedTemplateError(Exception):
    """Carries problems through whatever calls the template, and from one process to another."""

    def __init__(self, *problems: Problem) -> None:
        """Carry these problems."""
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        """Return the problems, a line each."""
        return "\n".join(map(str, self.problems))


def missing_templates(pages: Iterable[Page], env: Environment) -> Iterator[Problem]:
    """Yield the pages whose front matter names a template that the theme lacks, each as a problem."""
    named = [(page, name) for page in pages if isinstance(name := page.meta.get("template"), str)]
    known = frozenset(env.list_templates()) if named else frozenset()  # it lists the theme's folders each time
    for page, name in named:
        if name not in known:
            message = f"`template: {name}`: the theme has no such template. Correct the name, or take the line out."
            yield Problem(page.file, page.front_matter.line_of("template"), Code.TEMPLATE, message)


def failure_of(error: Exception, root: Path) -> FailedTemplateError | None:
    """Return what a template failed on; None where the error is not a template's.

    A template is Python to the traceback, with its own file and lines: the last of its frames is where it failed.
    """
    place = _place(error)
    if place is None and not isinstance(error, TemplateError | TemplateNotFound):
        return None
    file, line = place or (str(getattr(error, "name", "")), 1)
    return FailedTemplateError(Problem(_within(file, root), line, Code.TEMPLATE, _said(error)))


def _place(error: Exception) -> tuple[str, int] | None:
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "", error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    found = [frame for frame in frames if not frame.filename.endswith(".py") and Path(frame.filename).is_file()]
    return (found[-1].filename, found[-1].lineno or 1) if found else None


def _said(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template `{error.name}` in the theme. Correct the name, or add the file."
    return f"the template fails: {error or type(error).__name__} ({type(error).__name__}). Mend this line."


def _within(file: str, root: Path) -> str:
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
