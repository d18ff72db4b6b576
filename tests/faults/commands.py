"""The commands that change a project, as data: to put one under faults, add a line to ``COMMANDS``."""

import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.edits import LANGUAGES, PIXEL, small_project
from tests.project import run


@dataclass(frozen=True)
class Command:
    """A command, what is done to a project so that it has something to do, and whether its site must be built before.

    ``is_build``: it makes `site/` and `dist/`, which no other command puts right. The others change `docs/` and
    `translations/`, which every next command sees old or new as a whole.
    """

    name: str
    arguments: tuple[str, ...]
    prepare: Callable[[Path], object] = lambda root: None
    is_build: bool = False


def make_base(root: Path, *, is_built: bool) -> None:
    """Write the project that all begin with: eleven pages in three languages, all confirmed."""
    small_project(root)
    for language in LANGUAGES:
        for folder in ("first", "second"):
            (root / f"docs/{language}/{folder}/map.png").write_bytes(PIXEL)
    for command in (["confirm", "--all", "."], *([["build"]] if is_built else [])):
        done = run(root, *command)
        assert done.returncode == 0, done.stderr


def _replace(root: Path, old: str, new: str, *names: str) -> None:
    for name in names:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text, name
        (root / name).write_text(text.replace(old, new), encoding="utf-8")


def _translate_anew(root: Path) -> None:
    """Change two pages of a translation, which then are to be confirmed."""
    _replace(root, "- a\n", "- letter\n", "docs/uk/first/index.md", "docs/uk/second/index.md")


def _get_files_back(root: Path) -> None:
    """Hand two pages out and let a translator change both."""
    assert run(root, "exchange", "export", "--to", "po", "--language", "uk", "first", "second").returncode == 0
    for name in BACK:
        _replace(root, 'msgstr ""\n"- a', 'msgstr ""\n"- letter', name)


def _use_a_term(root: Path) -> None:
    """Use a term in all languages, in a new block without a link."""
    for language in LANGUAGES:
        file = root / "docs" / language / "first/notes.md"
        file.write_text(f"{file.read_text(encoding='utf-8')}\nHere is Term a {language} used.\n", encoding="utf-8")


def _write_two_spaces(root: Path) -> None:
    _replace(root, "Two [", "Two  [", "docs/uk/first/index.md", "docs/uk/second/index.md")


def _write_a_number(root: Path) -> None:
    _replace(root, "Two [", "Two 1734 [", "docs/uk/first/index.md")


def _edit_about(root: Path) -> None:
    _replace(root, "Text.", "Words.", "docs/en/about.md")


def _publish_and_correct(root: Path) -> None:
    """Give readers a state of the project, and correct a figure of it afterwards in two explainers."""
    for day, change in (("2026-11-01", _keep_nothing), ("2026-11-02", _correct)):
        change(root)
        _git(root, day, "add", "-A")
        _git(root, day, "commit", "-q", "-m", day)
        if change is _keep_nothing:
            _git(root, day, "tag", "readers-have")


def _keep_nothing(root: Path) -> None:
    """Begin a repository that leaves out what a build makes."""
    (root / ".gitignore").write_text("/.cache/\n/site/\n/dist/\n", encoding="utf-8")
    _git(root, "2026-11-01", "init", "-q", "-b", "main")


def _correct(root: Path) -> None:
    for language in LANGUAGES:
        _replace(root, "Two [", "Three [", *(f"docs/{language}/{each}/index.md" for each in ("first", "second")))


def _git(root: Path, day: str, *arguments: str) -> None:
    dates = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "gc.auto=0")
    subprocess.run(["git", "-C", str(root), *who, *arguments], env={**os.environ, **dates}, check=True)


def _forget_checksums(root: Path) -> None:
    """Leave the records as they were written before there were checksums."""
    for file in (root / "translations").rglob("*.po"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?m)^(#\. confirmed: \S+) [0-9a-f]{8}$", r"\1", text), encoding="utf-8")


BACK = tuple(f"exchange/uk/{page}/index.po" for page in ("first", "second"))

OF_OURS = ("--only", "reader", "--only", "epub", "--only", "text", "--only", "offline")
"""The editions that we write ourselves; a ZIM file is written by a library in threads of its own."""

COMMANDS = (
    Command("confirm", ("confirm", "--all", "--language", "uk"), _translate_anew),
    Command("import", ("exchange", "import", "--confirm", *BACK), _get_files_back),
    Command("terms --fix", ("terms", "--fix", "first"), _use_a_term),
    Command("check --fix", ("check", "--fix", "docs/uk"), _write_two_spaces),
    Command("move", ("move", "first/notes.md", "first/more.md")),
    Command("remove", ("remove", "glossary/c.md", "--to", "glossary/a.md")),
    Command("waive", ("waive", "docs/uk/first/index.md", "10", "numbers", "--why", "as it is"), _write_a_number),
    Command("baseline", ("baseline",), _write_a_number),
    Command("changes", ("changes",), _publish_and_correct),
    Command("seal", ("seal",), _forget_checksums),
    Command("export", ("exchange", "export", "--to", "po", "--language", "uk")),
    Command("build", ("build",), _edit_about, is_build=True),
    Command("editions", ("editions", *OF_OURS), _edit_about, is_build=True),
)
