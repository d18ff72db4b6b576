"""A small project in git, with a history that a test writes commit by commit."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.translator import Desk

LANGUAGES = """\
site_name: x
theme: {name: material}
plugins:
  - i18n:
      docs_structure: STRUCTURE
      languages:
        - {locale: en, name: English, default: true}
        - {locale: uk, name: Українська}
        - {locale: de, name: Deutsch}
  - tlumach
"""


class Repository(Desk):
    """A project's folder with a repository in it; ``commit`` makes a commit of all that lies there and returns its id."""

    def __init__(self, root: Path, structure: str = "folder") -> None:
        root.mkdir(parents=True, exist_ok=True)
        (root / "mkdocs.yml").write_text(LANGUAGES.replace("STRUCTURE", structure), encoding="utf-8")
        super().__init__(root)
        self.git("init", "-b", "main")

    def commit(self, day: str = "2026-11-01") -> str:
        self.git("add", "-A")
        self.git("commit", "-m", "x", "--allow-empty", day=day)
        return self.git("rev-parse", "HEAD").strip()

    def git(self, *arguments: str, day: str = "2026-11-01") -> str:
        environment = os.environ | {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
        name = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
        command = ["git", "-C", str(self.root), *name, *arguments]
        return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def git_that_fails(folder: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a `git` into a folder and first among the programs: the real one, but for a command in the midst of which it fails."""
    folder.mkdir()
    program = folder / "git"
    program.write_text(
        f'#!/bin/sh\ncase " $* " in *" {command} "*) echo "fatal: no more space" >&2; exit 128;; esac\n'
        f'exec {shutil.which("git")} "$@"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
