"""Several files written together or not at all."""

from pathlib import Path

import pytest
from tests.project import digest

from tlumach.output.together import write_together


def test_all_are_written_and_nothing_is_left_beside(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "a").chmod(0o640)
    write_together({tmp_path / "a": b"new", tmp_path / "new/b": b"b"})
    assert sorted(digest(tmp_path)) == ["a", "new/b"]
    assert (tmp_path / "a").read_text() == "new"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "link").symlink_to("a")
    write_together({tmp_path / "link": b"new"})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_text() == "new"


def test_if_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "file").write_text("in the way")
    before = digest(tmp_path)
    with pytest.raises(OSError):
        write_together({tmp_path / "a": b"new", tmp_path / "file/b": b"b"})
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
        calls.append(target)
        if len(calls) == at + 1:
            raise failure
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(type(failure)):
        write_together({tmp_path / "a": b"new", tmp_path / "b": b"b", tmp_path / "c": b"c"})
    assert digest(tmp_path) == before
