"""Two trees in turn: the spare one becomes what is wanted, whatever lay in it, and what has not changed is not touched."""

import os
from pathlib import Path

import pytest

from tlumach.output import spare
from tlumach.output.publish import put_in_place
from tlumach.output.spare import complete_part, completed, spare_of
from tlumach.output.staging import unfinished
from tlumach.output.stamps import stamps

FIRST = {"a.html": "a1", "b/b.html": "b1", "b/c.html": "c1", "downloads/d.epub": "d1", "downloads/e.epub": "e1"}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def content(folder: Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): file.read_text() for file in folder.rglob("*") if file.is_file()}


def build(site: Path, new: dict[str, str], copies: dict[str, str] | None = None) -> None:
    """Put a site in place of which these files are new, and all others as they are; the copies in its downloads come last."""
    taken = {name: stamp for name, stamp in stamps(str(site), os.listdir(site)).items() if name not in new}
    later = {name: taken.pop(name) for name in [*taken] if name.startswith("downloads/")}
    with unfinished(site) as folder:
        write(folder, new)
        with completed(folder, taken, aside="downloads"):
            wanted = content(site) | new
            assert content(folder) == {name: text for name, text in wanted.items() if name not in later}
            complete_part(folder, "downloads", {name: later[name] for name in later if name not in (copies or {})})
            write(folder, copies or {})
            put_in_place({site: folder}, keeps_spares=True)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "site", FIRST)
    build(tmp_path / "site", {"a.html": "a2"})
    assert content(tmp_path / "site") == FIRST | {"a.html": "a2"}
    assert content(spare_of(tmp_path / "site")) == FIRST
    return tmp_path / "site"


def names(root: Path) -> list[str]:
    return sorted(entry.name for entry in root.iterdir())


def test_the_trees_change_places_and_what_is_the_same_stays_untouched(site: Path) -> None:
    inodes = {name: (site / name).stat().st_ino for name in FIRST}
    folder = spare_of(site).stat().st_ino
    build(site, {"b/c.html": "c3"})
    assert content(site) == FIRST | {"a.html": "a2", "b/c.html": "c3"}
    assert site.stat().st_ino == folder
    assert {name for name, number in inodes.items() if (site / name).stat().st_ino != number} == {"b/c.html"}
    assert content(spare_of(site)) == FIRST | {"a.html": "a2"}
    assert names(site.parent) == [".cache", "site"]


def test_what_is_not_wanted_any_more_is_gone_with_its_folder(site: Path) -> None:
    for name in ("b/b.html", "b/c.html", "downloads/e.epub"):
        (site / name).unlink()
    build(site, {"a.html": "a3", "n/n.html": "n"})
    assert content(site) == {"a.html": "a3", "n/n.html": "n", "downloads/d.epub": "d1"}
    assert names(site) == ["a.html", "downloads", "n"]


@pytest.mark.parametrize(
    "harm", ["another file", "a stranger", "content", "a folder", "a link", "gone", "all gone", "a file"]
)
def test_whatever_lies_in_the_spare_tree_the_site_is_right(site: Path, harm: str) -> None:
    tree, wanted = spare_of(site), content(site) | {"a.html": "a3"}
    if harm in ("another file", "a folder", "a link", "gone"):
        (tree / "b/b.html").unlink()
    if harm == "another file":
        (tree / "b/b.html").write_text("b1")
        (tree / "b/b.html").write_text("XX")
    elif harm == "a stranger":
        write(tree, {"b/x.html": "x", "downloads/x.epub": "x", "z/z": "z"})
    elif harm == "content":
        (tree / "a.html").write_text("stale")
    elif harm == "a folder":
        write(tree, {"b/b.html/x": "x"})
    elif harm == "a link":
        (tree / "b/b.html").symlink_to(tree / "a.html")
    elif harm in ("all gone", "a file"):
        tree.rename(tree.with_name("other"))
        tree.write_text("x") if harm == "a file" else None
    build(site, {"a.html": "a3"})
    assert content(site) == wanted and not [file for file in site.rglob("*") if file.is_symlink()]


@pytest.mark.parametrize("link", [".cache", ".cache/spare", ".cache/spare/site"])
def test_what_a_link_leads_to_is_left_alone(site: Path, tmp_path: Path, link: str) -> None:
    """A project that was handed on must reach no folder of its builder's."""
    other = tmp_path / "other"
    (site.parent / link).rename(other)
    (site.parent / link).symlink_to(other)
    before, wanted = content(other), content(site)
    for text in ("a3", "a4"):
        build(site, {"a.html": text})
    assert content(other) == before and content(site) == wanted | {"a.html": "a4"}


def test_copies_come_last_and_old_ones_go(site: Path) -> None:
    build(site, {"a.html": "a3"}, copies={"downloads/d.epub": "d3", "downloads/f.epub": "f3"})
    assert content(site)["downloads/d.epub"] == "d3" and content(site)["downloads/f.epub"] == "f3"
    (site / "downloads/e.epub").unlink()
    build(site, {"downloads/own.html": "own"})
    assert {name for name in content(site) if name.startswith("downloads")} == {
        f"downloads/{name}" for name in ("d.epub", "f.epub", "own.html")
    }


def test_where_files_cannot_have_two_names_they_are_copied(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*names: object) -> None:
        raise PermissionError(1, "no links")

    monkeypatch.setattr(spare.os, "link", refuse)
    before = content(site)
    for text in ("a3", "a4"):
        build(site, {"a.html": text})
        assert content(site) == before | {"a.html": text}


def test_what_was_written_under_the_name_of_a_file_that_is_taken_over_gives_way(site: Path) -> None:
    for _ in range(2):
        taken = stamps(str(site), os.listdir(site))
        with unfinished(site) as folder:
            write(folder, {"a.html": "MkDocs' own"})
            with completed(folder, taken):
                put_in_place({site: folder}, keeps_spares=True)
        assert content(site) == FIRST | {"a.html": "a2"}


def test_a_build_that_fails_leaves_the_site_and_nothing_else(site: Path) -> None:
    before, taken = content(site), stamps(str(site), os.listdir(site))
    with pytest.raises(OSError, match="full"), unfinished(site) as folder, completed(folder, taken, aside="downloads"):
        raise OSError("full")
    assert content(site) == before and names(site.parent) == [".cache", "site"]
