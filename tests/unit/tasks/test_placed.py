"""What stands in the former folder, made of the same, is taken over unread; what a person has changed is not."""

import json
import os
from pathlib import Path

import pytest

from tlumach.output.hard_links import put
from tlumach.output.publish import put_in_place
from tlumach.output.staging import unfinished
from tlumach.output.stamps import stamps
from tlumach.tasks.cache import Cache
from tlumach.tasks.placed import FILE, Placed, Told, forget_placed, last_placed
from tlumach.tasks.tasks import Task, TaskRunner


class Build:
    """A build of pages from numbers, each of two files: what it made and what it read from the cache is noted."""

    def __init__(self, root: Path) -> None:
        self.root, self.made, self.read = root, list[int](), list[int]()

    def run(self, numbers: dict[str, int]) -> list[Told]:
        self.made, self.read = [], []
        runner = TaskRunner(Cache(self.root / "cache.db", ""), 1, placed=last_placed(self.root))
        kind = Task[str]("page", lambda name: (name, numbers[name]), lambda name: self._made(numbers[name]))
        with unfinished(self.root / "site") as folder:
            told = runner.put(kind, list(numbers), folder, lambda name, made: self._written(folder, name, made))
            with runner.placed.completed(folder):
                put_in_place({self.root / "site": folder}, keeps_spares=runner.placed.is_known)
        runner.placed.keep(self.root, stamps(str(self.root), ["site"]))
        return told

    def _made(self, number: int) -> bytes:
        self.made.append(number)
        return str(number).encode()

    def _written(self, folder: Path, name: str, made: bytes) -> Told:
        self.read.append(int(made))
        put(folder, f"a/{name}.html", made)
        put(folder, f"b/{name}.html", made)
        return Told([f"a/{name}.html", f"b/{name}.html"], int(made))


@pytest.fixture
def build(tmp_path: Path) -> Build:
    build = Build(tmp_path)
    assert [told.value for told in build.run({"x": 1, "y": 2})] == [1, 2]
    return build


def content(root: Path) -> dict[str, str]:
    return {file.relative_to(root).as_posix(): file.read_text() for file in root.rglob("*.html")}


def test_what_is_made_of_the_same_is_neither_made_nor_read(build: Build) -> None:
    before = {file: file.stat().st_ino for file in build.root.rglob("*.html")}
    told = build.run({"x": 1, "y": 3})
    assert (build.made, build.read) == ([3], [3]) and [each.value for each in told] == [1, 3]
    assert content(build.root / "site") == {"a/x.html": "1", "b/x.html": "1", "a/y.html": "3", "b/y.html": "3"}
    assert all((file.stat().st_ino == number) == (file.name == "x.html") for file, number in before.items())


def test_it_goes_on_so_from_build_to_build(build: Build) -> None:
    for number in (5, 6, 7):
        build.run({"x": 1, "y": number})
        assert build.read == [number]


@pytest.mark.parametrize("change", ["content", "content of the same date", "gone", "a link", "record"])
def test_what_is_not_as_it_was_left_is_read_and_mended(build: Build, change: str) -> None:
    file = build.root / "site/b/x.html"
    state = file.stat()
    if change == "record":
        (build.root / FILE).write_text('[{"a": 1}, {}]')
    elif change in ("gone", "a link"):
        file.unlink()
    if change == "a link":
        file.symlink_to(build.root / "site/a/x.html")
    elif change.startswith("content"):
        file.write_text("9")
    if change.endswith("date"):
        os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    build.run({"x": 1, "y": 2})
    assert build.made == [] and 1 in build.read
    assert content(build.root / "site") == {"a/x.html": "1", "b/x.html": "1", "a/y.html": "2", "b/y.html": "2"}


def test_where_a_result_has_no_files_any_more_nothing_is_left_of_them(build: Build) -> None:
    build.run({"y": 2})
    assert content(build.root / "site") == {"a/y.html": "2", "b/y.html": "2"}
    build.run({"x": 1, "y": 2})
    assert (build.made, build.read) == ([], [1])


def test_it_is_known_of_one_folder_and_can_be_forgotten(build: Build) -> None:
    keys = [*last_placed(build.root)._former]
    with unfinished(build.root / "dist") as folder:
        assert last_placed(build.root).take_over(keys[0], folder) is None
    with unfinished(build.root / "site") as folder:
        assert last_placed(build.root).take_over(keys[0], folder)
    forget_placed(build.root)
    assert not last_placed(build.root).is_known and not Placed().is_known


def test_a_copy_and_a_checksum_of_what_is_taken_over_are_known(build: Build) -> None:
    def run(number: int) -> tuple[bool, str]:
        placed = last_placed(build.root)
        with unfinished(build.root / "site") as site, unfinished(build.root / "dist") as dist:
            if not placed.take_over(f"x {number}", site):
                put(site, "x.html", str(number).encode())
                placed.note(f"x {number}", site, Told(["x.html"], None))
            is_known = bool(placed.take_over_copies(site, dist, {"x.html": "x.html"}))
            if not is_known:
                put(dist, "x.html", str(number).encode())
                placed.note_copies(site, dist, {"x.html": "x.html"})
            told = placed.sums_of(site, ["x.html"]).get("x.html")
            assert placed.copies_in(dist, site) == ({"x.html": "x.html"} if is_known else {})
            placed.tell_sum(site, "x.html", f"sum of {number}")
            with placed.completed(site), placed.completed(dist):
                put_in_place({build.root / "site": site, build.root / "dist": dist})
        placed.keep(build.root, stamps(str(build.root), ["site", "dist"]))
        assert (build.root / "dist/x.html").read_text() == str(number)
        return is_known, told[1] if told else ""

    assert [run(number) for number in (1, 1, 2, 2)] == [
        (False, ""),
        (True, "sum of 1"),
        (False, ""),
        (True, "sum of 2"),
    ]
    (build.root / "dist/x.html").write_text("9")
    assert run(2) == (False, "sum of 2")
    (build.root / "site/x.html").write_text("9")
    assert run(2) == (False, "")


def test_what_is_written_anew_is_the_result_s_no_more(build: Build) -> None:
    placed = last_placed(build.root)
    with unfinished(build.root / "site") as site:
        key = next(iter(placed._former))
        told = placed.take_over(key, site)
        assert told
        placed.written_anew(site, told.names[0].removeprefix("site/"))
        with placed.completed(site):
            put_in_place({build.root / "site": site})
    placed.keep(build.root, stamps(str(build.root), ["site"]))
    assert key not in last_placed(build.root)._former


def test_where_the_folder_of_the_cache_is_a_file_there_is_nothing_to_forget(tmp_path: Path) -> None:
    (tmp_path / FILE).parent.write_text("mine")
    forget_placed(tmp_path)
    assert (tmp_path / FILE).parent.read_text() == "mine"


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("/p/.site-unfinished-a1b2c3d4", "site/uk/a.html"),
        ("/p/.site-unfinished-a1b2c_d4", "site/uk/a.html"),
        (".dist-unfinished-a1b2c3d4", "dist/uk/a.html"),
        ("/p/.x-unfinished-y/.site-unfinished-a1b2c3d4", "site/uk/a.html"),
        ("/p/.site-unfinished-a1b2c3d4/.b-unfinished-a1b2c3d4", "b/uk/a.html"),
        ("/p/.site-unfinished-a1b2c3d4x", None),
        ("/p/site-unfinished-a1b2c3d4", None),
        ("/p/site", None),
    ],
)
def test_a_file_of_a_new_folder_is_known_by_where_it_will_stand(tmp_path: Path, folder: str, name: str | None) -> None:
    placed = Placed()
    placed.tell_sum(Path(folder), "uk/a.html", "sum")
    placed.keep(tmp_path, {})
    assert json.loads((tmp_path / FILE).read_bytes())[1] == ({name: "sum"} if name else {})


def test_a_part_is_completed_where_the_folder_was_not(tmp_path: Path) -> None:
    """The editions alone are put beside a site that no build is making."""
    placed = last_placed(tmp_path)
    with unfinished(tmp_path / "site") as folder:
        placed.complete_part(folder, "downloads")
