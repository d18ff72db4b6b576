"""`freshness` with an age: what git knows of the source decides whether a stale translation is a warning or an error."""

import datetime
import json
import os
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from tests.translator import MKDOCS, RU, UK, Desk

from tlumach.library.files import read_library
from tlumach.rendering.composition import compose
from tlumach.tracking import Tracker


def commit(root: Path, days_ago: int) -> None:
    day = (datetime.datetime.now(datetime.UTC) - datetime.timedelta(days_ago)).isoformat()
    environment = os.environ | {"GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day}
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        name = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", "-C", str(root), *name, *command], env=environment, check=True)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A project that was confirmed forty days ago, with one paragraph changed twenty days ago and one three days ago."""
    desk = Desk(tmp_path)
    desk.run("confirm", UK)
    desk.write("mkdocs.yml", MKDOCS + "  - tlumach: {checks: error, freshness: {fail: [uk], after: 14 days}}\n")
    commit(tmp_path, 40)
    desk.edit(RU, "Первый абзац", "Самый первый абзац")
    commit(tmp_path, 20)
    desk.edit(RU, "Третий абзац", "Третий и последний абзац")
    commit(tmp_path, 3)
    return desk


def test_a_change_may_be_stale_for_some_days(desk: Desk) -> None:
    result = desk.run("check", UK)
    old, new = (line for line in result.stdout.splitlines() if "stale-block" in line)
    assert old.startswith(f"{UK}:3: error: ") and "It fails since" in old
    assert new.startswith(f"{UK}:7: warning: ") and "It fails from" in new
    assert result.exit_code == 1


def test_what_is_known_stays_known_when_its_days_are_over(desk: Desk) -> None:
    desk.run("baseline")
    assert desk.run("check").exit_code == 0
    desk.write("mkdocs.yml", MKDOCS + "  - tlumach: {checks: error, freshness: {fail: [uk], after: 1 day}}\n")
    assert desk.run("check").exit_code == 0


def test_without_history_it_fails_and_says_what_is_missing(desk: Desk) -> None:
    subprocess.run(["rm", "-rf", str(desk.root / ".git")], check=True)
    lines = [line for line in desk.run("check", UK).stdout.splitlines() if "stale-block" in line]
    assert len(lines) == 2 and all("error:" in line and "fetch-depth: 0" in line for line in lines)


def test_check_status_diff_and_the_page_name_the_same_blocks(desk: Desk) -> None:
    """There is one truth: what a check finds stale, a reader is told of, in our theme and as a guest."""
    desk.edit(UK, "Другий абзац", "Другий, змінений абзац")
    checked = json.loads(desk.run("check", "--format", "json").stdout)
    found = {each["line"] for each in checked if each["code"] == "stale-block"}
    status = json.loads(desk.run("status", "--json", UK).stdout)["pages"][0]["blocks"]
    library, _ = read_library(desk.root)
    assert library
    tracker = Tracker(library)
    tracked = tracker.track("uk", "a.md")
    assert tracked
    composed = compose(tracked.page, tracker, library.settings.say("uk"))
    followed = [piece.id for piece, after in pairwise(composed.pieces) if not after.id]
    assert found == {block["translation_line"] for block in status if block["state"] == "changed"}
    marked = [block["id"] for block in status if block["state"] in ("changed", "unconfirmed")]
    assert followed == marked and len(followed) == 3


@pytest.mark.parametrize(
    ("settings", "status"),
    [
        ("{checks: warn, freshness: {fail: [uk]}}", 1),
        ("{checks: warn, strict_translations: true}", 1),
        ("{checks: warn, freshness: {fail: [en]}}", 0),
        ("{checks: {docs/uk/**: warn}, freshness: {fail: all}}", 0),
        ("{checks: {stale-block: warn}, freshness: {fail: [uk]}}", 0),
        ("{checks: off, freshness: {fail: [uk]}}", 0),
        ("{freshness: {fail: [uk]}}", 1),
        ("{strict_translations: true}", 1),
    ],
)
@pytest.mark.parametrize("theme", ["", "theme: {name: material}\n"])
def test_what_is_to_fail_fails_though_all_else_is_a_warning(
    tmp_path: Path, settings: str, status: int, theme: str
) -> None:
    """In pages that MkDocs makes, too, where nothing fails that nobody asked for."""
    desk = Desk(tmp_path)
    desk.write("mkdocs.yml", f"{theme}{MKDOCS}  - tlumach: {settings}\n")
    desk.run("confirm", UK)
    desk.edit(RU, "Первый абзац", "Самый первый абзац")
    assert desk.run("check", UK).exit_code == status
