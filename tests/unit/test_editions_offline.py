import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from tlumach.editions.offline import NAME, write_sums, write_zip

FILES = {
    "index.html": b"<p>\xd0\xb0</p>",
    "uk/index.html": b"b" * 5000,
    "assets/\u0457.png": bytes(range(256)),
    "empty.txt": b"",
}


def site_in(folder: Path, names: list[str], mode: int = 0o644, moment: int = 1_600_000_000) -> Path:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(FILES[name])
        file.chmod(mode)
        os.utime(file, (moment, moment))
    return folder


def test_the_zip_holds_every_file_to_the_byte(tmp_path: Path) -> None:
    target = tmp_path / NAME
    write_zip(site_in(tmp_path / "site", list(FILES)), target, 1_700_000_000)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == FILES
        assert "index.html" in archive.namelist()  # at the top: what a person opens


def test_the_same_files_give_the_same_bytes_whatever_their_dates_modes_and_order(tmp_path: Path) -> None:
    one = site_in(tmp_path / "one", list(FILES))
    two = site_in(tmp_path / "two", list(reversed(FILES)), mode=0o600, moment=1_500_000_000)
    write_zip(one, tmp_path / "one.zip", 1_700_000_000)
    write_zip(two, tmp_path / "two.zip", 1_700_000_000)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_files_lie_in_the_zip_by_name_whatever_the_disk_lists_first(tmp_path: Path) -> None:
    for number in (7, 3, 9, 1, 8, 2, 6, 0, 5, 4):
        (tmp_path / "site" / str(number)).mkdir(parents=True)
        (tmp_path / "site" / str(number) / "a.html").write_text("")
    write_zip(tmp_path / "site", tmp_path / NAME, 0)
    with zipfile.ZipFile(tmp_path / NAME) as archive:
        assert archive.namelist() == [f"{number}/a.html" for number in range(10)]


@pytest.mark.parametrize(("timestamp", "date"), [(1_700_000_000, (2023, 11, 14)), (0, (1980, 1, 1))])
def test_files_in_the_zip_have_the_date_of_the_build(tmp_path: Path, timestamp: int, date: tuple[int, ...]) -> None:
    write_zip(site_in(tmp_path / "site", list(FILES)), tmp_path / NAME, timestamp)
    with zipfile.ZipFile(tmp_path / NAME) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {date}
        assert all((entry.external_attr >> 16) & 0o444 for entry in archive.infolist())  # readable once unpacked


def test_sums_name_every_file_and_can_be_checked(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"b")
    (tmp_path / "a.zip").write_bytes(b"a")
    for _ in range(2):  # a second run does not sum its own sums
        write_sums(tmp_path)
    lines = (tmp_path / "SHA256SUMS").read_bytes().decode().splitlines()
    assert lines == [f"{hashlib.sha256(name).hexdigest()}  {name.decode()}.zip" for name in (b"a", b"b")]
