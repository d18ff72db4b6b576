"""A zip that is joined of pieces of others is, to the byte, the one that `zipfile` writes of the same."""

import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.editions import zip_pieces
from tlumach.editions.zip_pieces import dos_date, join_zips, read_zip

DATES = ((2023, 11, 14, 22, 13, 20), (2024, 2, 29, 1, 2, 4))
NAMES = ("a.html", "b/index.html", "b/ї.html", "c", "d/e/f.png", "z")
CONTENTS = (b"", b"one", b"two" * 500, os.urandom(300))


def written(file: Path, files: dict[str, bytes], date: tuple[int, ...]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date)  # type: ignore[arg-type]
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(entry, files[name])
    return file


def joined(folder: Path, before: dict[str, bytes], after: dict[str, bytes], dates: tuple[int, int]) -> Path | None:
    """Join the zip of the files of today from that of yesterday, and one of what is new."""
    former = read_zip(written(folder / "former.zip", before, DATES[dates[0]]))
    new = {name: content for name, content in after.items() if before.get(name) != content}
    small = read_zip(written(folder / "small.zip", new, DATES[dates[1]]))
    assert former and small
    places = {name: small if name in new else former for name in after}
    is_joined = join_zips(sorted(after), places, folder / "joined.zip", dos_date(DATES[dates[1]]))
    return folder / "joined.zip" if is_joined else None


sites = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(CONTENTS))
day = st.integers(0, 1)


@given(sites, sites, st.tuples(day, day))
def test_it_is_what_zipfile_writes(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, bytes], after: dict[str, bytes], dates: tuple[int, int]
) -> None:
    folder = tmp_path_factory.mktemp("zips")
    made = joined(folder, before, after, dates)
    assert made and made.read_bytes() == written(folder / "expected.zip", after, DATES[dates[1]]).read_bytes()


@pytest.mark.parametrize("limit", ["_MOST_ENTRIES", "_MOST_BYTES"])
def test_of_a_large_kind_nothing_is_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(zip_pieces, limit, 3)
    before = dict.fromkeys(NAMES[:2], b"x")
    assert joined(tmp_path, before, before | {"z": b"y"}, (0, 0)) is None


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"PK\5\6" + bytes(17), b"no zip at all, and longer than the end of one"]
)
def test_what_is_no_zip_is_not_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    assert read_zip(tmp_path / "a.zip") is None


def test_a_zip_of_more_than_it_lists_is_not_read(tmp_path: Path) -> None:
    file = written(tmp_path / "a.zip", {"a": b"a"}, DATES[0])
    assert read_zip(file)
    file.write_bytes(b"before" + file.read_bytes())
    assert read_zip(file) is None
