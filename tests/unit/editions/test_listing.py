import hashlib
from pathlib import Path

import pytest

from tlumach.editions.listing import ListedFile, Listing


@pytest.mark.parametrize("processes", [1, 3])
def test_files_are_known_by_name_size_and_checksum_in_their_order(tmp_path: Path, processes: int) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(30)]
    for number, file in enumerate(files):
        file.write_bytes(b"x" * number * 1000)
    files.reverse()
    found = Listing(processes).of(tmp_path, [file.name for file in files])
    assert found == [
        ListedFile(file.name, len(content), hashlib.sha256(content).hexdigest())
        for file in files
        for content in [file.read_bytes()]
    ]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    one, other = tmp_path / "a", tmp_path / "b"
    one.write_bytes(b"1")
    listing = Listing()
    first = listing.of(tmp_path, ["a"])
    one.unlink()
    other.write_bytes(b"2")
    assert listing.of(tmp_path, ["b", "a"])[1:] == first


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Listing().of(tmp_path, ["a"])
