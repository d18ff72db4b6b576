"""A library whose pages are read when somebody asks for their text is the one of which all were read, whatever was edited."""

import os
import random
from pathlib import Path

import pytest
from tests.edits import edit, small_project

from tlumach.library import Library
from tlumach.library.files import EditedMeanwhileError, read_library
from tlumach.library.library import digest
from tlumach.output.stamps import stamps
from tlumach.problems import Problem, in_order
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import TaskRunner


def digests(root: Path) -> dict[str, str]:
    return {name: digest((root / name).read_bytes()) for name in stamps(str(root), ["docs", "translations"])}


def all_of(library: Library | None, problems: list[Problem]) -> tuple[object, ...]:
    assert library is not None
    pages = {place: (page, page.file, page.blocks) for place, page in library.pages.items()}
    records = dict(library.records)
    return (
        pages,
        records,
        library.carried,
        library.digests,
        library.unreadable,
        [str(each) for each in in_order(problems)],
    )


def meddle(root: Path, chance: random.Random) -> None:
    """Do to a page what no editor does."""
    page = root / "docs/uk" / chance.choice(("first/index.md", "second/notes.md", "gone.md"))
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(
        chance.choice(
            (b"\xff no UTF-8", b"\xef\xbb\xbf# \xd0\x90\n", b"---\na: !!set {x}\n---\n# A\n", b"---\na: [\n---\n")
        )
    )


@pytest.mark.parametrize("seed", range(3))
def test_after_random_edits_it_is_the_same(tmp_path: Path, seed: int) -> None:
    chance, root = random.Random(f"unread {seed}"), small_project(tmp_path / "project")
    runner = TaskRunner(Cache(tmp_path / "cache.db", ""), 1)
    for _ in range(12):
        names = [edit(root, chance) for _ in range(4)]
        meddle(root, chance)
        late = read_library(root, runner, digests(root))
        assert all_of(*late) == all_of(*read_library(root)), names


def test_what_is_known_is_not_read_until_its_text_is_asked_for(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    runner = TaskRunner(Cache(tmp_path / "cache.db", ""), 1)
    record = root / "translations/uk/first/index.po"
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text('msgid ""\nmsgstr ""\n')
    read_library(root, runner)
    known = digests(root)
    for name in known:
        os.truncate(root / name, 0)
    library, problems = read_library(root, runner, known)
    assert library and library.pages and library.record_facts and not problems
    with pytest.raises(EditedMeanwhileError, match=r"docs/uk/first/index\.md"):
        print(library.pages["uk", "first/index.md"].title)
    with pytest.raises(EditedMeanwhileError, match=r"translations/uk/first/index\.po"):
        print(library.records["uk", "first/index.md"])
