"""Several files written together or not at all."""

import errno
import json
import os
from pathlib import Path

import pytest
from tests.killed import killed_at_each_step
from tests.project import digest

from tlumach.output.staging import HalfDoneError
from tlumach.output.together import finish_interrupted, write_together


def test_all_are_written_and_nothing_is_left_beside(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "a").chmod(0o640)
    write_together(tmp_path, {tmp_path / "a": b"new", tmp_path / "new/b": b"b"})
    assert sorted(digest(tmp_path)) == ["a", "new/b"]
    assert (tmp_path / "a").read_text() == "new"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "link").symlink_to("a")
    write_together(tmp_path, {tmp_path / "link": b"new"})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_text() == "new"


def test_if_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "file").write_text("in the way")
    before = digest(tmp_path)
    with pytest.raises(OSError):
        write_together(tmp_path, {tmp_path / "a": b"new", tmp_path / "file/b": b"b"})
    assert digest(tmp_path) == before


@pytest.mark.parametrize("failure", [OSError("no"), KeyboardInterrupt()])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_if_one_rename_fails_all_are_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, failure: BaseException
) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "c").write_text("older")
    before, rename, calls = digest(tmp_path), Path.replace, []

    def replace(self: Path, target: Path) -> Path:
        if target.parent != tmp_path:
            return rename(self, target)
        calls.append(target)
        if len(calls) == at + 1:
            raise failure
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(type(failure)):
        write_together(tmp_path, {tmp_path / "a": b"new", tmp_path / "b": b"b", tmp_path / "c": b"c"})
    assert digest(tmp_path) == before


def test_a_file_is_removed_with_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "link").symlink_to("a")
    write_together(tmp_path, {tmp_path / "link": None, tmp_path / "b": b"new", tmp_path / "none": None})
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a", "b"]


def test_a_removed_file_is_there_again_if_another_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "file").write_text("in the way")
    before = digest(tmp_path)
    with pytest.raises(OSError):
        write_together(tmp_path, {tmp_path / "a": None, tmp_path / "file/b": b"b"})
    assert digest(tmp_path) == before


def files(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text() for name in sorted(digest(folder))}


OLD = {"a": "old", "c": "older", "d": "to go"}
NEW = {"a": "new", "b/b": "b", "c": "newer"}


def make(folder: Path) -> None:
    folder.mkdir()
    for name, text in OLD.items():
        (folder / name).write_text(text)


def write(folder: Path) -> None:
    contents = {name: text.encode() for name, text in NEW.items()}
    write_together(folder, {folder / name: contents.get(name) for name in ("a", "d", "b/b", "c")})


@pytest.mark.slow
def test_a_process_killed_at_any_moment_leaves_all_or_nothing_to_the_next(tmp_path: Path) -> None:
    found = []
    for root in killed_at_each_step(tmp_path, make, write):
        assert finish_interrupted(root) == []
        assert not list(root.glob(".*"))
        found.append(files(root))
    assert len(found) > 15
    assert [text for text in found if text not in (OLD, NEW)] == []
    assert (found[0], found[-1]) == (OLD, NEW)


@pytest.mark.slow
def test_the_work_may_be_finished_by_one_that_is_killed_itself(tmp_path: Path) -> None:
    half = next(root for root in killed_at_each_step(tmp_path / "1", make, write) if list(root.glob(".*/journal.json")))
    before = {file.relative_to(half): file.read_bytes() for file in half.rglob("*") if file.is_file()}

    def make_half(folder: Path) -> None:
        for name, content in before.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)

    for root in killed_at_each_step(tmp_path / "2", make_half, finish_interrupted):
        finish_interrupted(root)
        assert (files(root), list(root.glob(".*"))) == (NEW, [])


def test_what_was_edited_since_the_kill_is_left(tmp_path: Path) -> None:
    half = next(root for root in killed_at_each_step(tmp_path, make, write) if list(root.glob(".*/journal.json")))
    (half / "c").write_text("edited")
    assert finish_interrupted(half) == [half / "c"]
    assert files(half) == {**NEW, "c": "edited"}


@pytest.mark.parametrize(
    "journal", ["", "[", "[1]", '[["../x", 0, ""]]', '[["a", 0]]', '{"a": 1}', '[["/tmp/x", 0, ""]]']
)
def test_a_journal_that_is_none_of_ours_writes_nothing(tmp_path: Path, journal: str) -> None:
    folder = tmp_path / "root/.tlumach-writing-x"
    folder.mkdir(parents=True)
    (folder / "0.new").write_text("no")
    (folder / "journal.json").write_text(journal)
    assert finish_interrupted(tmp_path / "root") == []
    assert digest(tmp_path) == {}


def test_what_a_living_process_writes_is_its_own(tmp_path: Path) -> None:
    from tlumach.output.staging import held

    folder = tmp_path / ".tlumach-writing-x"
    folder.mkdir()
    (folder / "0.new").write_text("new")
    (folder / "journal.json").write_text(json.dumps([["a", 0, ""]]))
    with held(folder):
        assert finish_interrupted(tmp_path) == []
        assert folder.exists()
    finish_interrupted(tmp_path)
    assert files(tmp_path) == {"a": "new"}


@pytest.mark.parametrize("number", [2, 3])
def test_a_disk_that_takes_nothing_back_leaves_the_work_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    root = tmp_path / "root"
    make(root)
    replace, calls = Path.replace, list[Path]()

    def refusing(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) > number:  # the first puts the journal down
            raise OSError(errno.EIO, "Input/output error", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(HalfDoneError, match="Input/output error"):
        write(root)
    monkeypatch.undo()
    assert files(root) not in (OLD, NEW)
    assert finish_interrupted(root) == []
    assert (files(root), list(root.glob(".*"))) == (NEW, [])


@pytest.mark.parametrize("at", range(4))
def test_ctrl_c_after_the_last_step_is_too_late(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """All is written: to say that it was ended would be wrong, and nothing is left beside."""
    (tmp_path / "a").write_text("old")
    removals, unlink = [0], os.unlink

    def interrupted(*given: object, **named: object) -> None:
        removals[0] += 1
        if removals[0] == at + 1:
            raise KeyboardInterrupt
        unlink(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "unlink", interrupted)
    write_together(tmp_path, {tmp_path / "a": b"new", tmp_path / "b": b"new", tmp_path / "c": b"new"})
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == dict.fromkeys("abc", "new")
