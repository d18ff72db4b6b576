"""`tlumach adopt`, as somebody meets it who has a repository with stamps."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from tests.repository import Repository
from tests.translator import Desk

EN, UK, PO = "docs/en/a.md", "docs/uk/a.md", "translations/uk/a.po"
SOURCE = "# A\n\nOne of them.\n\nTwo of them.\n"
TRANSLATION = "# А\n\nРаз.\n\nДва.\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "project")
    repository.write(EN, SOURCE)
    first = repository.commit("2026-10-01")
    repository.write(EN, SOURCE.replace("Two", "Both"))
    repository.write(UK, f"---\ndefault_lang_commit: {first}\n---\n{TRANSLATION}")
    repository.write("docs/de/a.md", "# A\n\nEins.\n\nZwei.\n")
    repository.commit("2026-10-02")
    return repository


def test_records_are_written_and_the_states_are_those_of_the_history(repository: Repository) -> None:
    done = repository.run("adopt")
    assert done.exit_code == 0 and not done.stderr
    assert done.stdout.splitlines() == [
        "uk: 1 page adopted by `default_lang_commit`: 2 current, 1 changed.",
        "de: 1 page with no stamp: unconfirmed.",
    ]
    assert re.search(r'confirmed: 2026-10-01 [0-9a-f]{8}\n#: docs/en/a.md:5\nmsgctxt "p-', repository.read(PO))
    assert "changed      docs/uk/a.md:8" in repository.run("status", UK).stdout
    assert repository.run("adopt").stdout.splitlines() == [
        "uk: 1 page with a record already.",
        "de: 1 page with no stamp: unconfirmed.",
        "No page was adopted; nothing was written.",
    ]


def test_a_shallow_clone_needs_nothing_of_git_afterwards(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.run("adopt")
    repository.commit()
    said = repository.run("status", "--json").stdout
    repository.git("clone", "--depth", "1", f"file://{repository.root}", str(tmp_path / "clone"))
    shutil.rmtree(tmp_path / "clone/.git")
    monkeypatch.setenv("PATH", "")
    assert Desk(tmp_path / "clone").run("status", "--json").stdout == said
    assert "Both" in Desk(tmp_path / "clone").run("diff", UK).stdout


def test_without_stamps_the_last_commit_of_both_sides(repository: Repository) -> None:
    done = repository.run("adopt", "docs/de", "--by-last-commit")
    assert done.stdout == "de: 1 page adopted by the last commit of both sides: 3 current.\n"
    assert not (repository.root / PO).exists()
    repository.write("docs/de/b.md", TRANSLATION)
    repository.write("docs/en/b.md", SOURCE)
    said = repository.run("adopt", "docs/de/b.md", "--by-last-commit").stdout
    assert said.startswith("de: 1 page with no stamp, nor a commit that touched both sides: unconfirmed.\n")


def test_a_manifest(repository: Repository) -> None:
    digest = hashlib.sha256(SOURCE.encode()).hexdigest()
    repository.write("made.json", f'{{"{UK}": "0123", "de": {{"a.md": "{digest}"}}}}')
    done = repository.run("adopt", "--manifest", str(repository.root / "made.json"))
    assert done.exit_code == 1 and done.stderr.startswith("made.json:1: error: stamp-malformed `docs/uk/a.md: 0123`")
    repository.edit("made.json", f'"{UK}": "0123", ', "")
    done = repository.run("adopt", "--manifest", str(repository.root / "made.json"))
    assert done.stdout.splitlines()[1:] == ["de: 1 page adopted by made.json: 2 current, 1 changed."]


def test_bad_stamps_are_said_in_one_run_and_nothing_is_written(repository: Repository) -> None:
    for name, stamp in (("b", "'1234567'"), ("c", "main")):
        repository.write(f"docs/en/{name}.md", SOURCE)
        repository.write(f"docs/uk/{name}.md", f"---\nsource_commit: {stamp}\n---\n{TRANSLATION}")
    before = repository.files()
    done = repository.run("adopt")
    assert done.exit_code == 1 and not done.stdout and repository.files() == before
    assert done.stderr.splitlines() == [
        "docs/uk/b.md:2: error: stamp-unknown `source_commit: 1234567`: the repository has no such commit. Mend the stamp, or"
        " take the line out.",
        "docs/uk/c.md:2: error: stamp-malformed `source_commit: main` is not the id of a commit: write its hexadecimal digits,"
        " or take the line out.",
        "Nothing was written.",
    ]
    assert repository.run("adopt", UK).exit_code == 0
