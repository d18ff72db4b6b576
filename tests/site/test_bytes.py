"""The same input gives the same bytes, wherever and whenever it is built."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from tests.edits import PIXEL, small_project
from tests.project import copy_project, digest, run


def test_two_builds_in_two_folders_are_the_same(built: Path, tmp_path: Path) -> None:
    other = copy_project(tmp_path / "elsewhere" / "project")
    for file in other.rglob("*"):
        os.utime(file, (1, 1))  # the dates of files change nothing
    assert run(other, "build", TZ="Asia/Almaty", LC_ALL="C").returncode == 0
    assert digest(other / "site") == digest(built / "site")
    assert digest(other / "dist") == digest(built / "dist")


def test_without_an_epoch_the_last_commit_dates_the_build(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    (root / "docs/ru/second/map.png").write_bytes(PIXEL)
    commit(root, "2022-08-28T12:00:00+00:00")
    done = run(root, "build", SOURCE_DATE_EPOCH="")
    assert done.returncode == 0, done.stderr
    assert "28 August 2022" in (root / "site/en/download.html").read_text(encoding="utf-8")
    with zipfile.ZipFile(root / "dist/tlumach-offline.zip") as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2022, 8, 28)}


def test_the_zip_is_the_site_but_for_the_downloads(built: Path, tmp_path: Path) -> None:
    """The offline site cannot hold itself: its download page lists the other editions, and they do not lie in it."""
    with zipfile.ZipFile(built / "dist/tlumach-offline.zip") as archive:
        archive.extractall(tmp_path)
    offline, online = digest(tmp_path), digest(built / "site")
    differ = {name for name in online if offline.get(name) != online[name]}
    pages = {"download.html", "uk/download.html", "en/download.html"}
    assert differ - pages == {name for name in online if name.startswith("downloads/")}
    assert set(offline) < set(online)


def test_sums_are_those_of_the_files(built: Path) -> None:
    listed = dict(reversed(line.split("  ")) for line in (built / "dist/SHA256SUMS").read_text().splitlines())
    hashes = digest(built / "dist")
    hashes.pop("SHA256SUMS")
    assert listed == hashes


def commit(root: Path, date: str) -> None:
    names = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@x.example", "GIT_COMMITTER_NAME": "x"}
    dates = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_COMMITTER_EMAIL": "x@x.example"}
    for words in (("init", "-q"), ("add", "mkdocs.yml"), ("commit", "-q", "-m", "x")):
        subprocess.run(["git", *words], cwd=root, env={**os.environ, **names, **dates}, check=True)


def test_a_second_build_leaves_every_file_that_is_the_same_with_its_date(built: Path, tmp_path: Path) -> None:
    """Also what MkDocs itself writes: a tool that uploads by dates finds nothing to do. A third has nothing to do itself."""
    root = tmp_path / "project"
    shutil.copytree(built, root)
    before = {file: file.stat().st_ino for folder in ("site", "dist") for file in (root / folder).rglob("*.*")}
    second = run(root, "build", CI="")
    assert second.returncode == 0 and "Nothing has changed" not in second.stderr
    assert {file for file, number in before.items() if file.is_file() and file.stat().st_ino != number} == set()
    third = run(root, "build", CI="")
    assert "Nothing has changed" not in run(root, "build", CI="true").stderr
    assert third.stderr.startswith("Nothing has changed since the last build.\n") and third.stdout == second.stdout
    (root / "site/index.html").write_text("by hand")
    assert "Nothing has changed" not in run(root, "build", CI="").stderr
    assert digest(root / "site") == digest(built / "site")
    assert "Nothing has changed" not in run(root, "build", "--verify-content", CI="").stderr
