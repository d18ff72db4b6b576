"""`tlumach verify`, as a person reads it who was handed a copy."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tlumach.commands.copies.verify import verify
from tlumach.editions.copies.code_words import in_words
from tlumach.editions.listing import Listing
from tlumach.editions.offline import SUMS, write_sums

CONTENT = b"<p>\xd0\xb0</p>" * 1000


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy in a folder with its list."""
    file = tmp_path / "reader.html"
    file.write_bytes(CONTENT)
    (tmp_path / "site.zip").write_bytes(b"zip")
    write_sums(tmp_path, Listing().of(tmp_path, [file.name, "site.zip"]))
    return file


def run(*arguments: object) -> Result:
    return CliRunner().invoke(verify, [str(each) for each in arguments])


def test_a_whole_copy(copy: Path) -> None:
    result = run(copy)
    assert result.exit_code == 0
    assert f"{copy}: whole." in result.stdout
    assert "may have changed a list" in result.stderr


@pytest.mark.parametrize("at", [0, len(CONTENT) // 2, len(CONTENT) - 1])
def test_one_byte_changed(copy: Path, at: int) -> None:
    changed = bytearray(CONTENT)
    changed[at] ^= 1
    copy.write_bytes(changed)
    result = run(copy)
    assert result.exit_code == 1
    assert f"{copy}: CHANGED." in result.stdout
    assert "whole" not in result.output


@pytest.mark.parametrize("content", [b"", CONTENT[:-1], CONTENT + b"\n"])
def test_a_copy_cut_off_or_added_to(copy: Path, content: bytes) -> None:
    copy.write_bytes(content)
    assert run(copy).exit_code == 1


def test_a_renamed_copy_is_whole(copy: Path) -> None:
    result = run(copy.rename(copy.with_name("reader (1).html")))
    assert result.exit_code == 0
    assert "“reader.html” of the list, under another name" in result.stdout


def test_another_listed_file_under_this_name(copy: Path) -> None:
    copy.write_bytes(b"zip")
    result = run(copy)
    assert result.exit_code == 1
    assert "CHANGED" in result.stdout and "“site.zip”" in result.stdout


def test_a_file_that_the_list_does_not_have(copy: Path) -> None:
    other = copy.with_name("other.html")
    other.write_bytes(b"x")
    result = run(other)
    assert result.exit_code == 1
    assert f"{other}: not in the list" in result.stdout


def test_no_list_beside_the_file(copy: Path) -> None:
    (copy.parent / SUMS).unlink()
    result = run(copy)
    assert result.exit_code == 1
    assert "there is no list" in result.stderr and "--sums" in result.stderr


def test_a_list_that_lies_elsewhere(copy: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "got" / "list.txt"
    elsewhere.parent.mkdir()
    (copy.parent / SUMS).rename(elsewhere)
    assert run(copy, "--sums", elsewhere).exit_code == 0


@pytest.mark.parametrize("content", [b"", b"<html>404</html>\n", b"\xff\xfe\x00", b"abc  reader.html\n"])
def test_a_malformed_list(copy: Path, content: bytes) -> None:
    (copy.parent / SUMS).write_bytes(content)
    result = run(copy)
    assert result.exit_code == 1
    assert f"{copy}: not checked" in result.stderr


def test_a_list_that_is_malformed_in_part_is_not_relied_on(copy: Path) -> None:
    list_file = copy.parent / SUMS
    list_file.write_text(list_file.read_text() + "and so on\n")
    result = run(copy)
    assert result.exit_code == 1
    assert f"{list_file}:3: error: sums-malformed" in result.stderr


@pytest.mark.parametrize("name", ["no-such-file", "."])
def test_what_cannot_be_read(copy: Path, name: str) -> None:
    result = run(copy.parent / name)
    assert result.exit_code == 1
    assert "cannot be read" in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_all_are_checked_and_one_that_is_not_whole_fails(copy: Path) -> None:
    other = copy.with_name("site.zip")
    copy.write_bytes(b"x")
    result = run(copy, other)
    assert result.exit_code == 1
    assert f"{copy}: CHANGED" in result.stdout and f"{other}: whole" in result.stdout


def test_names_from_a_strangers_list_cannot_write_over_the_screen(copy: Path) -> None:
    sums = (copy.parent / SUMS).read_text().replace("reader.html", "evil\x1b[2K\x1b[1Gwhole")
    (copy.parent / SUMS).write_text(sums)
    result = run(copy)
    assert "\x1b" not in result.output and "evil?[2K?[1Gwhole" in result.output


def test_nothing_named_is_a_mistake_in_use() -> None:
    assert run().exit_code == 2


def text(folder: Path, number: int, second: str) -> Path:
    version = f"Version 2026-11-{20 + number}: {' '.join(in_words(number, 'en'))}"
    file = folder / f"{number}.txt"
    file.write_text(f"{version}\n\nOne.\n\n{second}\n\nThree.\n\nFour.\n", encoding="utf-8")
    return file


def test_two_copies_without_a_list_are_compared(tmp_path: Path) -> None:
    old, new = text(tmp_path, 1, "In 1843."), text(tmp_path, 2, "In 1834.")
    result = run(old, new)
    assert result.exit_code == 1
    assert f"{new} is newer." in result.stdout and "[-1843-]{+1834+}" in result.stdout
    assert "whether they are whole cannot be told" in result.stderr
    assert run(old, old).stdout.endswith("They say the same.\n")


def test_two_copies_with_a_list_are_verified(copy: Path) -> None:
    assert "is newer" not in run(copy, copy.with_name("site.zip")).output
