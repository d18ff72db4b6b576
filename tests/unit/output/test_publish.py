import errno
import os
from pathlib import Path

import pytest

from tlumach.output import publish
from tlumach.output.publish import finish_placing, fresh_folder, put_file, put_in_place, swap
from tlumach.output.staging import HalfDoneError


def contents(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def write(folder: Path, text: str) -> Path:
    (folder / "sub").mkdir(parents=True)
    (folder / "index.html").write_text(text)
    (folder / "sub" / "page.html").write_text(text * 2)
    return folder


@pytest.fixture(params=["in one step", "by two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How folders change places: as on Linux, and as on a system that cannot do it in one step."""
    if request.param == "by two renames":
        monkeypatch.setattr("tlumach.output.publish.swap", lambda *_: False)
    return str(request.param)


def fail_renames_to(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk refuse the rename that would put something new in a target's place (the first to that name)."""
    rename, refused = Path.rename, []

    def refusing(self: Path, to: Path) -> Path:
        if to == target and not refused:
            refused.append(to)
            raise OSError(errno.ENOSPC, "No space left on device", str(to))
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", refusing)


def fail_renames_from(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def refusing(self: Path, to: Path) -> Path:
        if self == target:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", refusing)


def test_a_fresh_folder_is_empty_and_beside_its_target_and_gone_afterwards(tmp_path: Path) -> None:
    with fresh_folder(tmp_path / "site") as folder:
        assert folder.parent == tmp_path and not list(folder.iterdir())
        assert folder.stat().st_mode & 0o777 == 0o755  # a web server reads it
        write(folder, "new")
    assert not list(tmp_path.iterdir())


def test_a_fresh_folder_is_gone_after_a_failure_too(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="broken"), fresh_folder(tmp_path / "site") as folder:
        write(folder, "new")
        raise ValueError("broken")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("earlier", [True, False])
def test_new_folders_take_the_place_of_the_old_ones_whole(tmp_path: Path, earlier: bool, way: str) -> None:
    site, dist = tmp_path / "site", tmp_path / "dist"
    if earlier:
        write(site, "old")
        (site / "gone.html").write_text("old")
        write(dist, "old")
    with fresh_folder(site) as new_site, fresh_folder(dist) as new_dist:
        put_in_place({site: write(new_site, "new site"), dist: write(new_dist, "new dist")})
    assert contents(tmp_path) == {
        "site/index.html": b"new site",
        "site/sub/page.html": b"new sitenew site",
        "dist/index.html": b"new dist",
        "dist/sub/page.html": b"new distnew dist",
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dist", "site"]


@pytest.mark.parametrize("refuse", [fail_renames_to, fail_renames_from])
@pytest.mark.parametrize("which", ["site", "dist"])
def test_whichever_rename_fails_both_old_folders_stay_to_the_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refuse: object, which: str
) -> None:
    site, dist = write(tmp_path / "site", "old site"), write(tmp_path / "dist", "old dist")
    before = contents(tmp_path)
    monkeypatch.setattr("tlumach.output.publish.swap", lambda *_: False)
    refuse(tmp_path / which, monkeypatch)  # type: ignore[operator]
    with pytest.raises(OSError), fresh_folder(site) as new_site, fresh_folder(dist) as new_dist:
        put_in_place({site: write(new_site, "new site"), dist: write(new_dist, "new dist")})
    assert contents(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dist", "site"]


@pytest.mark.parametrize("which", ["site", "dist"])
@pytest.mark.parametrize("interrupt", [OSError, KeyboardInterrupt])
def test_whichever_swap_fails_or_is_interrupted_both_old_folders_stay_to_the_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: str, interrupt: type[BaseException]
) -> None:
    def failing(one: Path, other: Path) -> bool:
        done = swap(one, other) if other.name != which or interrupt is KeyboardInterrupt else False
        if other.name == which and not failed:
            failed.append(other)
            raise interrupt  # Ctrl-C may come after the step, too
        return done

    failed: list[Path] = []
    site, dist = write(tmp_path / "site", "old site"), write(tmp_path / "dist", "old dist")
    before = contents(tmp_path)
    monkeypatch.setattr("tlumach.output.publish.swap", failing)
    with pytest.raises(interrupt), fresh_folder(site) as new_site, fresh_folder(dist) as new_dist:
        put_in_place({site: write(new_site, "new site"), dist: write(new_dist, "new dist")})
    assert contents(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dist", "site"]


def test_where_nothing_stood_before_a_failure_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, dist = tmp_path / "site", tmp_path / "dist"
    fail_renames_to(dist, monkeypatch)
    with pytest.raises(OSError), fresh_folder(site) as new_site, fresh_folder(dist) as new_dist:
        put_in_place({site: write(new_site, "new"), dist: write(new_dist, "new")})
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_an_os_error_and_no_more(tmp_path: Path) -> None:
    with pytest.raises(OSError), fresh_folder(tmp_path / "no such folder" / "site"):
        pass


def test_a_file_is_put_in_place_with_its_folder(tmp_path: Path) -> None:
    put_file(tmp_path / "a" / "b" / "c.po", b"one")
    put_file(tmp_path / "a" / "b" / "c.po", b"two")
    assert contents(tmp_path) == {"a/b/c.po": b"two"}


def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "c.po").write_bytes(b"one")
    (tmp_path / "c.po").chmod(0o640)
    (tmp_path / "link.po").symlink_to("c.po")
    put_file(tmp_path / "link.po", b"two")
    assert (tmp_path / "link.po").is_symlink()
    assert (tmp_path / "c.po").read_bytes() == b"two"
    assert (tmp_path / "c.po").stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_be_put_in_place_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(errno.EACCES, "refused", str(target))

    (tmp_path / "c.po").write_bytes(b"one")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="refused"):
        put_file(tmp_path / "c.po", b"two")
    assert contents(tmp_path) == {"c.po": b"one"}


def killed_at(step: int, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put two folders in place in a process of its own that ends, without a word, before its n-th step (from 1)."""
    pid = os.fork()
    if pid:
        os.waitpid(pid, 0)
        return
    put, taken = publish._put, []

    def ending(target: Path, folder: Path) -> None:
        taken.append(target)
        if len(taken) == step:
            os._exit(9)
        put(target, folder)

    monkeypatch.setattr(publish, "_put", ending)
    with fresh_folder(root / "site") as site, fresh_folder(root / "dist") as dist:
        write(site, "new site")
        write(dist, "new dist")
        put_in_place({root / "site": site, root / "dist": dist})
    os._exit(0)


@pytest.mark.parametrize(("step", "stands"), [(1, "old"), (2, "new"), (3, "new")])
def test_a_kill_between_two_folders_is_finished_by_the_next_build(
    tmp_path: Path, way: str, step: int, stands: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "site", "old site")
    write(tmp_path / "dist", "old dist")
    killed_at(step, tmp_path, monkeypatch)
    assert finish_placing(tmp_path) is (step == 2)
    assert not finish_placing(tmp_path)
    with fresh_folder(tmp_path / "site"), fresh_folder(tmp_path / "dist"):
        pass
    assert {name: (tmp_path / name / "index.html").read_text() for name in ("site", "dist")} == {
        name: f"{stands} {name}" for name in ("site", "dist")
    }
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["dist", "site"]


@pytest.mark.parametrize(
    "journal",
    [
        "",
        "{}",
        "[1]",
        '[["site", "other", 1]]',
        '[["../x", ".x-unfinished-abcdefgh", 1]]',
        '[["site", ".site-unfinished-abcdefgh", 5]]',
    ],
)
def test_a_journal_that_is_none_of_ours_moves_nothing(tmp_path: Path, journal: str) -> None:
    write(tmp_path / "site", "old")
    write(tmp_path / "other", "other")
    (tmp_path / publish.JOURNAL).write_text(journal)
    before = contents(tmp_path / "site") | contents(tmp_path / "other")
    assert not finish_placing(tmp_path)
    assert contents(tmp_path / "site") | contents(tmp_path / "other") == before


def test_all_may_read_what_was_put_in_place_whatever_the_umask(tmp_path: Path) -> None:
    former = os.umask(0o077)
    try:
        with fresh_folder(tmp_path / "site") as folder:
            write(folder, "new")
            put_in_place({tmp_path / "site": folder})
    finally:
        os.umask(former)
    modes = {entry.name: entry.stat().st_mode & 0o777 for entry in [tmp_path / "site", *(tmp_path / "site").rglob("*")]}
    assert modes == {"site": 0o755, "sub": 0o755, "index.html": 0o644, "page.html": 0o644}


def test_a_disk_that_takes_nothing_back_leaves_the_rest_to_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    targets = [tmp_path / name for name in ("site", "dist")]
    for target in targets:
        write(target, "old")
    rename, calls = Path.rename, list[Path]()

    def refuse_after(most: int, target: Path) -> None:
        calls.append(target)
        if len(calls) > most:
            raise OSError(errno.EIO, "Input/output error", str(target))

    def rename_twice(self: Path, target: Path) -> Path:
        refuse_after(2, target)
        return rename(self, target)

    def swap_once(one: Path, other: Path) -> bool:
        refuse_after(1, other)
        return swap(one, other)

    if way == "in one step":
        monkeypatch.setattr(publish, "swap", swap_once)
    monkeypatch.setattr(Path, "rename", rename_twice)
    with pytest.raises(HalfDoneError), fresh_folder(targets[0]) as site, fresh_folder(targets[1]) as dist:
        put_in_place({targets[0]: write(site, "new"), targets[1]: write(dist, "new")})
    monkeypatch.undo()
    assert finish_placing(tmp_path)
    for target in targets:
        with fresh_folder(target):
            pass
    assert {name for name in contents(tmp_path) if name.startswith(".")} == set()
    assert [(target / "index.html").read_text() for target in targets] == ["new", "new"]


def test_what_a_killed_process_left_beside_a_file_is_removed_with_the_next_one(tmp_path: Path) -> None:
    for name in (".a.txt-0123abcd", ".a.txt-mine", ".b.txt-0123abcd"):
        (tmp_path / name).touch()
    put_file(tmp_path / "a.txt", b"new")
    assert {file.name for file in tmp_path.iterdir()} == {"a.txt", ".a.txt-mine", ".b.txt-0123abcd"}
