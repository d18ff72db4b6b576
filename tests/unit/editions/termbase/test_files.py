from pathlib import Path

from tests.unit.editions.glossaries import SETTINGS, concepts, library

from tlumach.editions.termbase.spreadsheet import to_csv, write_termbase
from tlumach.editions.termbase.tbx import to_tbx2, to_tbx3


def test_every_format_is_written(tmp_path: Path) -> None:
    files = write_termbase(library(), tmp_path / "site" / "glossary")
    assert [file.name for file in files] == ["glossary.tbx", "glossary-v3.tbx", "glossary.csv"]
    assert {file.parent for file in files} == {tmp_path / "site" / "glossary"}
    written = [to_tbx2(concepts(), SETTINGS), to_tbx3(concepts(), SETTINGS), to_csv(concepts())]
    assert [file.read_bytes() for file in files] == written


def test_a_site_without_terms_gets_no_files(tmp_path: Path) -> None:
    assert write_termbase(library({"ru/about.md": "# О сайте"}), tmp_path / "glossary") == []
    assert not (tmp_path / "glossary").exists()
