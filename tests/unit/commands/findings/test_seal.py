"""`tlumach seal`, for records of before there were checksums."""

import re
from pathlib import Path

import pytest
from tests.translator import PO, UK, Desk


@pytest.fixture
def older(tmp_path: Path) -> Desk:
    """A project whose records are as they were before: a day, and no checksum."""
    desk = Desk(tmp_path)
    assert desk.run("confirm", "--all", ".").exit_code == 0
    for file in (tmp_path / "translations").rglob("*.po"):
        file.write_text(re.sub(r"(?m)^(#\. confirmed: \S+) \w{8}$", r"\1", file.read_text(encoding="utf-8")), "utf-8")
    return desk


def test_check_says_it_once_and_the_command_mends_it(older: Desk) -> None:
    before = older.read(PO)
    said = [line for line in older.run("check").stdout.splitlines() if "unsealed-records" in line]
    assert len(said) == 1 and "`tlumach seal`" in said[0]
    done = older.run("seal")
    assert (done.exit_code, done.stdout) == (0, "4 checksums written in 1 record.\n")
    assert "unsealed-records" not in older.run("check").stdout
    assert re.sub(r"(?m)^(#\. confirmed: \S+) \w{8}$", r"\1", older.read(PO)) == before
    assert older.run("seal").stdout == "0 checksums written in 0 records.\n"


def test_an_edit_of_both_texts_is_found_from_then_on_and_no_edit_of_before_is_confirmed(older: Desk) -> None:
    older.edit(PO, "о горах", "о холмах")
    assert "edited-record" not in older.run("check", UK).stdout
    older.run("seal")
    older.edit(PO, "гори", "пагорби")
    assert "unconfirmed" in older.run("status", UK).stdout
    edited = older.read(PO)
    older.run("seal")
    assert older.read(PO) == edited


def test_a_broken_record_is_told_and_nothing_is_written(older: Desk) -> None:
    older.edit(PO, 'msgid "Первый', "msgid Первый")
    before = older.files()
    done = older.run("seal")
    assert done.exit_code == 1 and "Nothing was written." in done.stderr and PO in done.stderr
    assert older.files() == before
