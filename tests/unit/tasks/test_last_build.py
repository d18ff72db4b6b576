"""A build of the same is answered at once, and whatever is not the same is built: tried with a build that is a toy.

The toy puts out what it read, so that any stale answer shows.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.output.stamps import stamp_of
from tlumach.output.survey import survey
from tlumach.tasks.last_build import (
    FILE,
    LOOKED_AT,
    Said,
    digests_now,
    forget,
    inputs_now,
    keep,
    output_of,
    seen_now,
    stamps_in_place,
)

NAMES = ["mkdocs.yml", "docs", "overrides"]
FILES = ("docs/a.md", "docs/b.md", "docs/en/c.md", "overrides/main.html", "given.txt")
SECOND = 1_000_000_000
CONTENTS = ("one", "two", "three")
Change = Callable[[Path], object]


@pytest.fixture(autouse=True, scope="module")
def _without_a_package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Looking at the files of the package takes longer than all else here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tlumach.tasks.last_build.PACKAGE", tmp_path_factory.mktemp("package"))
        yield


def project(root: Path) -> Path:
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("one")
    (root / "mkdocs.yml").write_text("site_name: !ENV [NAME, A]\n")
    return root


def content(root: Path) -> str:
    """What a build makes of a project: all that it reads."""
    tops = [root / "docs", root / "overrides"]
    files = sorted(file for top in tops for file in top.rglob("*") if file.is_file())
    read = [(file.relative_to(root).as_posix(), file.read_text()) for file in [*files, root / "mkdocs.yml"]]
    return repr((read, given_text(root), os.environ.get("NAME")))


def given_text(root: Path) -> str:
    return (root / "given.txt").read_text() if (root / "given.txt").exists() else ""


def build(root: Path, meanwhile: tuple[Change, Change] = (id, id), is_killed: bool = False) -> None:
    """Build where something has changed; ``meanwhile`` is done before the files are read, and to what is put out.

    Nothing is changed there and back again within a step of the clock while a build goes on: nothing would show that.
    """
    if seen_now(root).said:
        return
    begun = inputs_now(root, NAMES, seen_now(root))
    meanwhile[0](root)
    made, text = content(root), given_text(root)
    forget(root)
    shutil.rmtree(root / "site", ignore_errors=True)
    (root / "site").mkdir()
    (root / "site/index.html").write_text(made)
    output = output_of({"site": root / "site"}, {"site": survey(root / "site", {})})
    meanwhile[1](root)
    if not is_killed:
        keep(root, begun, {"given.txt": text} if text else {}, stamps_in_place(root, output), Said(["a"], "b"))


def is_current(root: Path) -> bool:
    return (root / "site/index.html").read_text() == content(root)


def write(name: str, text: str, keeps_date: bool = False) -> Change:
    def change(root: Path) -> None:
        file = root / name
        before = file.stat() if file.exists() else None
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        if before and keeps_date:
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    return change


def remove(name: str) -> Change:
    return lambda root: (root / name).unlink(missing_ok=True)


def move(name: str, to: str) -> Change:
    return lambda root: (root / name).exists() and (root / name).replace(root / to)


def touch(name: str) -> Change:
    return lambda root: (root / name).exists() and os.utime(root / name)


files, contents = st.sampled_from(FILES), st.sampled_from(CONTENTS)
in_docs = st.sampled_from(FILES[:2])
by_hand = st.one_of(
    st.builds(write, st.just("site/index.html"), contents, st.booleans()),
    st.builds(write, st.just("site/more.html"), contents),
    st.builds(remove, st.just("site/index.html")),
)
changes = st.one_of(
    st.builds(write, files, contents, st.booleans()),
    st.builds(write, st.just("docs/new.md"), contents),
    by_hand,
    st.builds(write, st.just("mkdocs.yml"), st.sampled_from(["site_name: A\n", "site_name: B\n"])),
    st.builds(remove, st.sampled_from([*FILES, "docs/new.md", FILE])),
    st.builds(move, in_docs, in_docs),
    st.builds(touch, files),
)
steps = st.tuples(st.lists(changes, max_size=3), changes | st.just(id), by_hand | st.just(id), st.booleans())


def in_whole_seconds(state: os.stat_result) -> tuple[int, ...]:
    size, modified, changed, *others = stamp_of(state)
    return size, modified // SECOND * SECOND, changed // SECOND * SECOND, *others


@pytest.mark.slow
@given(st.lists(steps, max_size=6))
def test_what_stands_after_a_build_is_what_is_made_of_the_files(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[tuple[list[Change], Change, Change, bool]]
) -> None:
    root = project(tmp_path_factory.mktemp("project"))
    for before, first, second, is_killed in rounds:
        for change in before:
            change(root)
        build(root, (first, second), is_killed)  # somebody writes while it goes on
        build(root)
        assert is_current(root)


@pytest.mark.slow
@given(st.lists(steps, max_size=6))
def test_so_it_is_where_a_clock_goes_in_steps_of_a_second(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[tuple[list[Change], Change, Change, bool]]
) -> None:
    """A file changes unseen within one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tlumach.output.stamps.stamp_of", in_whole_seconds)
        root = project(tmp_path_factory.mktemp("project"))
        for before, *meanwhile, is_killed in rounds:
            for change in before:
                change(root)
            build(root, (meanwhile[0], id), is_killed)
            build(root)
            assert is_current(root)


def test_a_build_of_the_same_is_answered_with_what_was_said(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert seen_now(root).said is None
    build(root)
    assert seen_now(root).said == Said(["a"], "b")


def test_other_dates_of_the_same_content_are_learned(tmp_path: Path) -> None:
    root = project(tmp_path)
    build(root)
    touch("docs/a.md")(root)
    before = (root / FILE).read_bytes()
    assert seen_now(root).said
    assert (root / FILE).read_bytes() != before


@pytest.mark.parametrize(
    "change",
    [
        write("docs/a.md", "two"),
        write("docs/a.md", "two", keeps_date=True),
        write("given.txt", "two"),
        write("site/index.html", "by hand"),
        write("site/by-hand.html", "new"),
        lambda root: (root / "site/index.html").chmod(0o600),
        remove("site/index.html"),
        write("overrides/new.html", ""),
        write(FILE, "{}"),
        write(FILE, "[" * 10_000),
        write(".tlumach-placing.json", "[]"),
        lambda root: (root / ".site-unfinished-abcdefgh").mkdir(),
        lambda root: (root / "docs/link").symlink_to(root / "overrides"),
        lambda root: (root / "docs/a.md").chmod(0o000) if os.getuid() else remove("docs/a.md")(root),
    ],
)
def test_whatever_is_not_the_same_is_built(tmp_path: Path, change: Change) -> None:
    root = project(tmp_path)
    build(root)
    change(root)
    assert seen_now(root).said is None


@pytest.mark.parametrize("variable", ["NAME", "SOURCE_DATE_EPOCH"])
def test_a_variable_that_the_settings_may_name_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "1700000000")
    root = project(tmp_path)
    build(root)
    monkeypatch.setenv(variable, "1700000001")
    assert seen_now(root).said is None
    monkeypatch.setenv("ANOTHER", "1")
    monkeypatch.setenv(variable, "1700000000")
    assert seen_now(root).said


def test_another_version_of_a_tool_is_another_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path / "project")
    build(root)
    (tmp_path / "packages/other-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))
    assert seen_now(root).said is None


def test_a_folder_that_was_moved_is_built_anew(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    build(root)
    root.rename(tmp_path / "moved")
    assert seen_now(tmp_path / "moved").said is None


def test_where_the_files_are_not_known_nothing_is_kept(tmp_path: Path) -> None:
    root = project(tmp_path)
    build(root)
    keep(root, inputs_now(root, None), {}, None, Said([], ""))
    assert not (root / FILE).exists()


def test_where_the_folder_of_the_cache_is_a_file_there_is_nothing_to_forget(tmp_path: Path) -> None:
    (tmp_path / FILE).parent.write_text("mine")
    forget(tmp_path)
    assert seen_now(tmp_path).said is None


def test_the_digests_of_what_was_built_are_those_of_its_files_now(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert digests_now(root) == {}
    build(root)
    before = digests_now(root)
    assert before.keys() >= {"docs/a.md", "docs/en/c.md", "mkdocs.yml"}
    (root / "docs/a.md").write_text("two")
    (root / "docs/d.md").write_text("one")
    (root / "docs/b.md").unlink()
    now = digests_now(root)
    assert now["docs/a.md"] != before["docs/a.md"] == now["docs/d.md"] and "docs/b.md" not in now
    (root / FILE).write_text("{")
    assert digests_now(root) == {}


@pytest.mark.parametrize("damage", ["", "{", '{"files": {}}'])
def test_where_nothing_is_built_the_digests_of_what_is_looked_at_are_kept(tmp_path: Path, damage: str) -> None:
    root = project(tmp_path)
    assert digests_now(root, None) == {}
    before = digests_now(root, NAMES)
    assert before.keys() == {"docs/a.md", "docs/b.md", "docs/en/c.md", "mkdocs.yml", "overrides/main.html"}
    assert digests_now(root, NAMES) == before
    (root / LOOKED_AT).write_text(damage) if damage else None
    (root / "docs/a.md").write_text("two")
    (root / "docs/b.md").unlink()
    now = digests_now(root, NAMES)
    assert now["docs/a.md"] != before["docs/a.md"] and "docs/b.md" not in now
    assert digests_now(root, NAMES[:2]).keys() == {"docs/a.md", "docs/en/c.md", "mkdocs.yml"}
    build(root)
    assert digests_now(root) == digests_now(root, NAMES)


def test_what_was_looked_at_long_ago_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path)
    for name in FILES[:4]:
        os.utime(root / name, (1, 1))
    monkeypatch.setattr("tlumach.tasks.last_build.is_young", lambda stamp, at: False)
    before = digests_now(root, NAMES)
    really = Path.read_bytes
    read: list[str] = []

    def noted(file: Path) -> bytes:
        read.append(file.name)
        return really(file)

    monkeypatch.setattr(Path, "read_bytes", noted)
    assert digests_now(root, NAMES) == before
    assert not {"a.md", "b.md", "c.md", "main.html"} & {*read}
