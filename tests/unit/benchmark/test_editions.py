import sys
from pathlib import Path

import pytest
from benchmark.builders.contender import VARIABLES
from benchmark.builders.rivals import BARE, OURS, generate
from benchmark.editions import BOOKS, READERS, made_files, offline_zip
from benchmark.measure import measure

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]


def test_readers_and_books_are_made_of_a_generated_site_and_weighed(tmp_path: Path) -> None:

    generate(ROOT, tmp_path / "source", 2, 3)
    for contender, labels in (
        (READERS, ["reader files on the disk"]),
        (BOOKS, ["EPUB files on the disk", "text files on the disk"]),
    ):
        folder = tmp_path / labels[0]
        contender.prepare(tmp_path / "source", folder)
        measure(contender.command, folder, VARIABLES)
        figures = list(made_files(contender, folder, 2))
        assert [figure.row for figure in figures] == labels
        assert all(figure.value > 10_000 for figure in figures)


def test_the_zip_is_made_of_our_site_alone(tmp_path: Path) -> None:

    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<p>да")
    rows = [figure.row for figure in offline_zip(OURS, tmp_path, 1)]
    assert rows == ["offline zip", "offline zip: memory", "offline zip on the disk"]
    assert list(offline_zip(BARE, tmp_path, 1)) == []
    assert sys.executable in OURS.command
