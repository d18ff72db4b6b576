from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tlumach.commands.build import join
from tlumach.tasks.cache import FILE, Cache


@pytest.fixture
def part(tmp_path: Path) -> Path:
    cache = Cache(tmp_path / "part.db", "t")
    cache.keep("page", {"a": b"1"})
    return cache.file


def joined(root: Path, part: Path) -> Result:
    return CliRunner().invoke(join, ["--root", str(root), str(part)])


def test_a_part_is_taken_in(tmp_path: Path, part: Path) -> None:
    (tmp_path / "project").mkdir()
    done = joined(tmp_path / "project", part)
    assert done.exit_code == 0 and "1 results taken in" in done.output
    assert Cache(tmp_path / "project" / FILE, "t").fetch(["a"]) == {"a": b"1"}


def test_a_file_that_is_no_cache_is_blamed(tmp_path: Path, part: Path) -> None:
    part.write_text("no cache")
    done = joined(tmp_path, part)
    assert done.exit_code == 1 and "is no cache" in done.output and str(part) in done.output


def test_an_own_cache_that_cannot_be_written_is_blamed_and_not_the_part(tmp_path: Path, part: Path) -> None:
    (tmp_path / ".cache").write_text("a file where the folder should be")
    done = joined(tmp_path, part)
    assert done.exit_code == 1 and "tlumach.db: cannot be written" in done.output and "is well" in done.output
