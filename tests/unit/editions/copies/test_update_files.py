from pathlib import Path

import pytest

from tlumach.editions.copies.code_words import in_words
from tlumach.editions.copies.reading import copy_of
from tlumach.editions.copies.update import updated
from tlumach.editions.copies.update_files import update_since, write_updates


def reader(folder: Path, day: str, number: int, *paragraphs: str, name: str = "land.html") -> Path:
    folder.mkdir(exist_ok=True)
    version = f"<p lang=en>Version {day}: {' '.join(in_words(number, 'en'))}"
    text = "".join(f"<p lang=en>{paragraph}\n" for paragraph in (*"abcdefgh", *paragraphs))
    (folder / name).write_text(f"<!doctype html><html lang=en>{text}{version}\n", encoding="utf-8")
    return folder / name


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    return reader(tmp_path / "dist", "2026-12-03", 3, "Fifteen.").parent


def names(dist: Path) -> set[str]:
    return {file.name for file in dist.iterdir()} - {"land.html"}


def test_each_earlier_reader_gets_one_that_makes_the_new_one(dist: Path, tmp_path: Path) -> None:
    old = [reader(tmp_path / day, day, number, "Fourteen.") for number, day in ((1, "2026-11-01"), (2, "2026-11-20"))]
    assert write_updates(dist, [old[0].parent, old[1]]) == []
    assert names(dist) == {"land.update-2026-11-01.html", "land.update-2026-11-20.html"}
    for file, day in zip(old, ("2026-11-01", "2026-11-20"), strict=True):
        update = dist / f"land.update-{day}.html"
        assert updated(file.read_bytes(), update.read_bytes()) == (dist / "land.html").read_bytes()
        assert update_since(update.name) == ("land", day)
        assert copy_of(file.read_bytes()).version.day == day  # type: ignore[union-attr]


def test_two_versions_of_one_day_have_one_each(dist: Path, tmp_path: Path) -> None:
    old = [reader(tmp_path / word, "2026-11-01", number, word) for number, word in enumerate(("x", "y"))]
    write_updates(dist, [file.parent for file in old])
    assert names(dist) == {"land.update-2026-11-01.html", "land.update-2026-11-01-2.html"}
    assert all(update_since(name) == ("land", "2026-11-01") for name in names(dist))


def test_what_is_the_same_or_an_update_itself_needs_none(dist: Path, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old/land.html").write_bytes((dist / "land.html").read_bytes())
    (tmp_path / "old/land.update-2026-10-01.html").write_text("<html>")
    assert write_updates(dist, [tmp_path / "old"]) == [] and names(dist) == set()


def test_what_is_left_out_is_said(dist: Path, tmp_path: Path) -> None:
    other = reader(tmp_path / "old", "2026-11-01", 1, name="other.html")
    (tmp_path / "old/land.html").write_text("<html><p>Nothing of it")
    assert write_updates(dist, [tmp_path / "old"]) == [
        f"{tmp_path}/old/land.html: no update: one of them carries no version.",
        f"{other}: no update: dist has no file of that name.",
    ]
    assert names(dist) == set()


@pytest.mark.parametrize(
    "name", ["land.html", "land.update-.html", "update-2026-11-01.html", "land.update-2026-11-01.epub"]
)
def test_other_files_are_no_updates(name: str) -> None:
    assert update_since(name) is None
