import hashlib
import io
import os
import zipfile
from pathlib import Path

import pytest
from tests.project import fresh_runner

from tlumach.editions import offline
from tlumach.editions.listing import Listing
from tlumach.editions.offline import LARGE, write_sums, write_zip, zip_name
from tlumach.output.publish import put_in_place
from tlumach.output.staging import unfinished
from tlumach.output.stamps import stamps
from tlumach.tasks.cache import Cache
from tlumach.tasks.placed import Told, last_placed
from tlumach.tasks.tasks import TaskRunner

NAME = zip_name("tlumach")

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
    write_zip(site_in(tmp_path / "site", list(FILES)), target, 1_700_000_000, fresh_runner(tmp_path))
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == FILES
        assert "index.html" in archive.namelist()  # at the top: what a person opens


def test_the_same_files_give_the_same_bytes_whatever_their_dates_modes_and_order(tmp_path: Path) -> None:
    one = site_in(tmp_path / "one", list(FILES))
    two = site_in(tmp_path / "two", list(reversed(FILES)), mode=0o600, moment=1_500_000_000)
    write_zip(one, tmp_path / "one.zip", 1_700_000_000, fresh_runner(tmp_path))
    write_zip(two, tmp_path / "two.zip", 1_700_000_000, fresh_runner(tmp_path))
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_files_lie_in_the_zip_by_name_whatever_the_disk_lists_first(tmp_path: Path) -> None:
    for number in (7, 3, 9, 1, 8, 2, 6, 0, 5, 4):
        (tmp_path / "site" / str(number)).mkdir(parents=True)
        (tmp_path / "site" / str(number) / "a.html").write_text("")
    write_zip(tmp_path / "site", tmp_path / NAME, 0, fresh_runner(tmp_path))
    with zipfile.ZipFile(tmp_path / NAME) as archive:
        assert archive.namelist() == [f"{number}/a.html" for number in range(10)]


@pytest.mark.parametrize(("timestamp", "date"), [(1_700_000_000, (2023, 11, 14)), (0, (1980, 1, 1))])
def test_files_in_the_zip_have_the_date_of_the_build(tmp_path: Path, timestamp: int, date: tuple[int, ...]) -> None:
    write_zip(site_in(tmp_path / "site", list(FILES)), tmp_path / NAME, timestamp, fresh_runner(tmp_path))
    with zipfile.ZipFile(tmp_path / NAME) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {date}
        assert all((entry.external_attr >> 16) & 0o444 for entry in archive.infolist())  # readable once unpacked


def zipped_by_zipfile(names: list[str], target: Path) -> bytes:
    """The zip as the standard library alone writes it."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(names, key=lambda each: Path(each)):
            entry = zipfile.ZipInfo(name, (2023, 11, 14, 22, 13, 20))
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(entry, FILES[name])
    return target.read_bytes()


@pytest.mark.parametrize("processes", [1, 3])
def test_the_zip_is_the_same_from_the_cache_or_not_and_in_several_processes(
    tmp_path: Path, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = {f"{number}.txt": bytes([number]) * 999 for number in range(40)}
    for name, content in (more | {"large.png": os.urandom(LARGE)}).items():
        monkeypatch.setitem(FILES, name, content)
    site, runner = site_in(tmp_path / "site", list(FILES)), TaskRunner(Cache(tmp_path / "db", ""), processes)
    expected = zipped_by_zipfile(list(FILES), tmp_path / "expected.zip")
    for _ in range(2):
        write_zip(site, tmp_path / NAME, 1_700_000_000, runner)
        assert (tmp_path / NAME).read_bytes() == expected
    monkeypatch.setitem(FILES, "7.txt", b"another text of that name")
    (site / "7.txt").write_bytes(FILES["7.txt"])
    write_zip(site, tmp_path / NAME, 1_700_000_000, runner)
    assert (tmp_path / NAME).read_bytes() == zipped_by_zipfile(list(FILES), tmp_path / "expected.zip")
    assert (tmp_path / "db").stat().st_size < LARGE


def test_a_damaged_cache_gives_a_right_zip(tmp_path: Path) -> None:
    site, runner = site_in(tmp_path / "site", list(FILES)), TaskRunner(Cache(tmp_path / "db", ""), 1)
    write_zip(site, tmp_path / NAME, 0, runner)
    expected = (tmp_path / NAME).read_bytes()
    content = bytearray((tmp_path / "db").read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    (tmp_path / "db").write_bytes(bytes(content))
    write_zip(site, tmp_path / NAME, 0, runner)
    assert (tmp_path / NAME).read_bytes() == expected


def test_nothing_else_is_left_beside_the_zip(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    write_zip(site_in(tmp_path / "site", list(FILES)), tmp_path / "dist" / NAME, 0, fresh_runner(tmp_path))
    assert [file.name for file in (tmp_path / "dist").iterdir()] == [NAME]


def test_sums_can_be_checked(tmp_path: Path) -> None:
    files = [tmp_path / "a.zip", tmp_path / "b.zip"]
    for file in files:
        file.write_bytes(file.stem.encode())
    write_sums(tmp_path, Listing().of(tmp_path, [file.name for file in files]))
    lines = (tmp_path / "SHA256SUMS").read_bytes().decode().splitlines()
    assert lines == [f"{hashlib.sha256(name).hexdigest()}  {name.decode()}.zip" for name in (b"a", b"b")]


def test_what_lies_in_the_zip_that_is_replaced_is_not_compressed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FILES, "large.png", os.urandom(LARGE))
    compressed = list[str]()
    deflated = offline._deflated
    monkeypatch.setattr(offline, "_deflated", lambda file: compressed.append(file.name) or deflated(file))

    def build(timestamp: int) -> bytes:
        runner = TaskRunner(Cache(tmp_path / "none.db", str(len(compressed))), 1, placed=last_placed(tmp_path))
        with unfinished(tmp_path / "site") as site, unfinished(tmp_path / "dist") as dist:
            new = [name for name in FILES if not runner.placed.take_over(f"{name} {FILES[name][:9]!r}", site)]
            site_in(site, new)
            for name in new:
                runner.placed.note(f"{name} {FILES[name][:9]!r}", site, Told([name], None))
            with runner.placed.completed(site), runner.placed.completed(dist):
                write_zip(site, dist / NAME, timestamp, runner)
                put_in_place({tmp_path / "site": site, tmp_path / "dist": dist}, runner.placed.is_known)
        runner.placed.keep(tmp_path, stamps(str(tmp_path), ["site", "dist"]))
        return (tmp_path / "dist" / NAME).read_bytes()

    assert build(1_700_000_000) == zipped_by_zipfile(list(FILES), tmp_path / "expected.zip")
    first = len(compressed)
    monkeypatch.setitem(FILES, "uk/index.html", b"another")
    assert build(1_700_000_000) == zipped_by_zipfile(list(FILES), tmp_path / "expected.zip")
    assert compressed[first:] == ["index.html"]
    other_day = build(1_600_000_000)
    assert len(compressed) == first + 1
    with zipfile.ZipFile(io.BytesIO(other_day)) as archive:
        assert archive.testzip() is None and {name: archive.read(name) for name in archive.namelist()} == FILES
    (tmp_path / "dist" / NAME).write_bytes(bytes(len(other_day)))
    assert build(1_600_000_000) == other_day and len(compressed) == 2 * first + 1
