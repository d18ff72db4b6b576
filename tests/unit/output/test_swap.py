import sys
from pathlib import Path

import pytest

from tlumach.output.publish import swap


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such step")
def test_two_folders_change_places(tmp_path: Path) -> None:
    for name in ("один", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name").write_text(name, encoding="utf-8")
    assert swap(tmp_path / "один", tmp_path / "two")
    assert (tmp_path / "один/name").read_text(encoding="utf-8") == "two"
    assert (tmp_path / "two/name").read_text(encoding="utf-8") == "один"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such step")
def test_what_cannot_be_done_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "one", tmp_path / "missing")


def test_a_system_without_such_a_step_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert swap(tmp_path / "one", tmp_path / "two") is False
