"""`tlumach changes`: what readers get that they had not, proposed for the page “What changed” of each explainer."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from tlumach.adoption.git_history import GitHistory
from tlumach.commands.console import NO_COLOR, number, say_problems
from tlumach.commands.options import FAILED, ROOT
from tlumach.commands.project import read_project, write_files
from tlumach.library import Library
from tlumach.library.changes import Change, Changes, changes_file, with_more
from tlumach.problems import Code, Problem, has_errors
from tlumach.tasks.timestamps import confirmation_date
from tlumach.tracking.changes.comparing import Texts, changed


@click.command()
@ROOT
@NO_COLOR
@click.option(
    "--since",
    metavar="REVISION",
    help="The commit that readers have; by default the one that was looked at last, or else the last tag.",
)
def changes(root: Path, since: str | None) -> None:
    """Propose what to tell readers of what has changed in the explainers since they had them.

    The last commit is compared with the one that readers have, paragraph by paragraph, in all languages: what lies between
    the two, and what is not committed, no reader ever saw. Each change is added to changes/<explainer>.yml with its day, its
    kind (correction, update, translation, style) and both wordings. Correct the kind where it is wrong, and say under
    `says`, in one sentence and in each language, what changed; then commit the file. What stands in it is left as it is.

    The site then has a page “What changed” for the explainer, in each language, and a feed of corrections.
    """
    library, problems = read_project(root)
    say_problems(problems)
    if any(problem.code is Code.CHANGES and has_errors([problem]) for problem in problems):
        sys.exit(FAILED)  # what cannot be read would be written over
    history = GitHistory(root)
    texts = dict[Path, str]()
    told = 0
    for explainer in _explainers(library):
        base, head = (
            since or library.changes.get(explainer, Changes()).until or history.last_tag(),
            history.commit("HEAD"),
        )
        then = history.commit(base) if base else ""
        if not then or not head:
            _stop(explainer, base)
        found = _found(library, history, explainer, then, head)
        new = [change for change in found if not _is_known(change, library.changes.get(explainer, Changes()))]
        for change in new:
            click.echo(f"{change.path}#{change.block}: {change.kind} ({', '.join(change.wordings)})")
        known = root / changes_file(explainer)
        if new or known.exists():
            before = known.read_text(encoding="utf-8") if known.exists() else None
            texts[known] = with_more(before, tuple(new), head, library.settings.languages)
        told += len(new)
    failed = write_files(root, {file.relative_to(root).as_posix(): text.encode() for file, text in texts.items()})
    say_problems(failed)
    if failed:
        sys.exit(FAILED)
    click.echo(f"{number(told, 'change')} proposed." + (" Say under `says` what each was." if told else ""))


def _explainers(library: Library) -> list[str]:
    return [page.path for page in library.in_language(library.settings.source) if page.is_explainer]


def _is_known(change: Change, kept: Changes) -> bool:
    """Whether a change stands there already: the same paragraph with the same words."""
    return any(
        (each.path, each.block, each.wordings) == (change.path, change.block, change.wordings) for each in kept.changes
    )


def _found(library: Library, history: GitHistory, explainer: str, then: str, head: str) -> list[Change]:
    paths = library.folders[explainer.rpartition("/")[0]]
    places = [(language, path) for path in paths for language in library.settings.languages]
    before, after = (_at(library, history, places, commit) for commit in (then, head))
    return changed(library, before, after, confirmation_date())


def _at(library: Library, history: GitHistory, places: Sequence[tuple[str, str]], commit: str) -> Texts:
    """Return the texts of pages as a commit has them, of those that it has."""
    names = {place: history.name(history.folder / library.file_of(*place)) for place in places}
    contents = history.files([(commit, name) for name in names.values() if name])
    found = {place: contents.get((commit, name)) for place, name in names.items() if name}
    return {place: content.decode(errors="replace") for place, content in found.items() if content is not None}


def _stop(explainer: str, base: str) -> None:
    why = f"git knows no commit “{base}”" if base else "it is not known which commit readers have, and there is no tag"
    message = f"{why}. Say it: `tlumach changes --since REVISION`; in a shallow clone, fetch the history first."
    say_problems([Problem(changes_file(explainer), 1, Code.CHANGES, message)])
    sys.exit(FAILED)
