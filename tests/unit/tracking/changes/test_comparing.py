"""Thirty edits between two publications: each is there once, nearly all are proposed as what an editor would call them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import yaml
from tests.conftest import CASES

from tlumach.library import Library
from tlumach.library.changes import Change, Wording
from tlumach.tracking.changes.comparing import Texts, changed

MakeLibrary = Callable[..., Library]
EDITS: list[dict[str, Any]] = yaml.load((CASES / "changes/edits.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
PATH, DAY = "a/index.md", "2026-12-03"
QUIET = {
    "ru": "Абзац {}: здесь всё осталось прежним, слово в слово.",
    "uk": "Абзац {}: тут усе лишилося, як було, слово в слово.",
}


def texts(edits: list[dict[str, Any]], side: str) -> Texts:
    """The pages of both languages on one side of the edits, a paragraph that nobody touches after each."""
    found = {}
    for language in ("ru", "uk"):
        parts = ["# Т"]
        for number, edit in enumerate(edits):
            own = edit[side] if edit["language"] == language else edit["beside"]
            parts += [own, QUIET[language].format(number)]
        found[language, PATH] = "\n\n".join(part for part in parts if part) + "\n"
    return found


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    made = make_library({"ru/a/index.md": "# Т\n", "uk/a/index.md": "# Т\n"})
    return replace(made, settings=replace(made.settings, languages=("ru", "uk")))


def of(edit: dict[str, Any], changes: list[Change]) -> list[Change]:
    wording = Wording(edit["then"], edit["now"])
    return [change for change in changes if change.wordings.get(edit["language"]) == wording]


def test_thirty_edits_are_there_once_each_and_nothing_else(library: Library) -> None:
    changes = changed(library, texts(EDITS, "then"), texts(EDITS, "now"), DAY)
    assert len(EDITS) == 30
    assert [edit["name"] for edit in EDITS if len(of(edit, changes)) != 1] == []
    assert len(changes) == 30 and len({change.block for change in changes}) == 30
    assert all((change.path, change.date, len(change.wordings)) == (PATH, DAY, 1) for change in changes)


def test_the_right_kind_is_proposed_for_nearly_all(library: Library) -> None:
    changes = changed(library, texts(EDITS, "then"), texts(EDITS, "now"), DAY)
    wrong = [
        (edit["name"], str(found.kind)) for edit in EDITS for found in of(edit, changes) if found.kind != edit["kind"]
    ]
    assert len(wrong) <= 3, wrong


def test_a_source_and_its_translation_that_follow_are_one_change(library: Library) -> None:
    then = {("ru", PATH): "# Т\n\nИх было 14.\n", ("uk", PATH): "# Т\n\nЇх було 14.\n"}
    now = {("ru", PATH): "# Т\n\nИх было 15.\n", ("uk", PATH): "# Т\n\nЇх було 15.\n"}
    (change,) = changed(library, then, now, DAY)
    assert change.kind == "correction"
    assert change.wordings == {"ru": Wording("Их было 14.", "Их было 15."), "uk": Wording("Їх було 14.", "Їх було 15.")}


def test_what_readers_do_not_see_a_page_that_is_new_and_one_that_is_gone_are_no_changes(library: Library) -> None:
    then = {("ru", PATH): "# Т\n\nСм. [там](b.md).\n", ("ru", "a/old.md"): "# С\n"}
    now = {("ru", PATH): "# Т\n\nСм. [там](b.md).\n", ("ru", "a/new.md"): "# Н\n", ("uk", PATH): "# Т\n\nДив.\n"}
    assert changed(library, then, now, DAY) == []
