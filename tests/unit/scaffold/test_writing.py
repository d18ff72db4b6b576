"""All files are written or none, and never over one."""

from pathlib import Path

import pytest

from tlumach.scaffold.writing import standing_in_the_way, write_files

FILES = {"a/b/c.txt": b"c", "a/d.txt": b"d", "e": b""}


def all_in(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    root = tmp_path / "x/y"
    assert standing_in_the_way(root, FILES) == []
    write_files(root, FILES)
    assert all_in(root) == ["a", "a/b", "a/b/c.txt", "a/d.txt", "e"]
    assert standing_in_the_way(root, FILES) == list(FILES)


def test_a_file_in_the_place_of_a_folder_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine")
    assert standing_in_the_way(tmp_path, FILES) == ["a"]


def test_a_link_to_nothing_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "e").symlink_to(tmp_path / "nothing")
    assert standing_in_the_way(tmp_path, FILES) == ["e"]


def test_what_cannot_be_written_whole_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "e").write_text("mine")
    with pytest.raises(OSError, match="exists"):
        write_files(tmp_path, FILES)
    assert all_in(tmp_path) == ["e"] and (tmp_path / "e").read_text() == "mine"


def test_ctrl_c_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tlumach.output.together._put", _interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path / "x/y", FILES)
    assert all_in(tmp_path) == []


def _interrupted(new: Path, target: Path) -> None:
    if target.name == "d.txt":
        raise KeyboardInterrupt
    target.parent.mkdir(parents=True, exist_ok=True)
    new.replace(target)
