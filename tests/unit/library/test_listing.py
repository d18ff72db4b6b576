import os
from pathlib import Path

import pytest

from tlumach.library.listing import list_docs
from tlumach.settings import Settings

SETTINGS = Settings(("ru", "uk"), "https://example.org/", {}, {})


def write(root: Path, *names: str) -> Path:
    for name in names:
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text("# A\n")
    return root


def found(root: Path) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    listing = list_docs(root, SETTINGS)
    problems = sorted((problem.path, problem.code) for problem in listing.problems)
    return ["/".join(place) for place in listing.pages], listing.others, problems


def test_pages_and_others_are_listed_by_language_and_path(tmp_path: Path) -> None:
    write(tmp_path, "uk/a.md", "ru/b/index.md", "ru/b.md", "ru/map.png", "de/a.md", "ru/b/c.pdf")
    assert found(tmp_path) == (["ru/b/index.md", "ru/b.md", "uk/a.md"], ["ru/b/c.pdf", "ru/map.png"], [])


@pytest.mark.parametrize("inside", ["secret.txt", "secret.md", "folder"])
def test_a_link_out_of_docs_is_a_problem_and_not_listed(tmp_path: Path, inside: str) -> None:
    write(tmp_path, "ru/a.md", "../secret.txt", "../secret.md", "../folder/b.md")
    (tmp_path / "docs/ru" / f"z-{inside}").symlink_to(tmp_path / inside)
    assert found(tmp_path) == (["ru/a.md"], [], [(f"docs/ru/z-{inside}", "unsafe-file")])


def test_a_language_that_is_a_link_out_of_docs_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, "ru/a.md", "../elsewhere/b.md")
    (tmp_path / "docs/uk").symlink_to(tmp_path / "elsewhere")
    assert found(tmp_path) == (["ru/a.md"], [], [("docs/uk", "unsafe-file")])


def test_a_link_within_docs_is_followed(tmp_path: Path) -> None:
    write(tmp_path, "ru/a.md", "ru/pictures/map.png")
    (tmp_path / "docs/uk").mkdir()
    (tmp_path / "docs/uk/pictures").symlink_to("../ru/pictures")
    (tmp_path / "docs/uk/a.md").symlink_to("../ru/a.md")
    assert found(tmp_path) == (["ru/a.md", "uk/a.md"], ["ru/pictures/map.png", "uk/pictures/map.png"], [])


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path, "ru/a.md", "ru/b/c.md")
    (tmp_path / "docs/ru/b/up").symlink_to("..")
    (tmp_path / "docs/ru/here").symlink_to(".")
    pages, _, problems = found(tmp_path)
    assert {"ru/a.md", "ru/b/c.md"} <= set(pages) and not problems


def test_a_link_to_nothing_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, "ru/a.md")
    (tmp_path / "docs/ru/b.md").symlink_to("gone.md")
    assert found(tmp_path)[2] == [("docs/ru/b.md", "unreadable")]


@pytest.mark.parametrize("name", ["pipe.md", "pipe.png"])
def test_a_pipe_is_a_problem_and_not_opened(tmp_path: Path, name: str) -> None:
    write(tmp_path, "ru/a.md")
    os.mkfifo(tmp_path / "docs/ru" / name)
    assert found(tmp_path) == (["ru/a.md"], [], [(f"docs/ru/{name}", "unreadable")])


def test_a_folder_that_cannot_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "ru/a.md", "ru/glossary/b.md")
    scandir = os.scandir

    def refuse(path: str) -> object:  # who runs the tests as root may read every folder
        if os.path.basename(path) == "glossary":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert found(tmp_path) == (["ru/a.md"], [], [("docs/ru/glossary", "unreadable")])


@pytest.mark.parametrize("name", ["ru/loop", "ru/loop.md", "uk"])
def test_a_link_to_itself_is_a_problem(tmp_path: Path, name: str) -> None:
    write(tmp_path, "ru/a.md")
    (tmp_path / "docs" / name).symlink_to(Path(name).name)
    pages, _, problems = found(tmp_path)
    assert pages == ["ru/a.md"]
    assert {code for _, code in problems} <= {"unreadable"}


@pytest.mark.parametrize("name", [b"\xff.md", b"a\xe9.png", b"b\xff/x.md"])
def test_a_name_that_is_not_utf8_is_a_problem_and_not_listed(tmp_path: Path, name: bytes) -> None:
    write(tmp_path, "ru/a.md")
    file = os.fsencode(tmp_path / "docs/ru") + b"/" + name
    os.makedirs(os.path.dirname(file), exist_ok=True)
    Path(os.fsdecode(file)).write_text("# A\n")
    shown = name.split(b"/")[0].decode(errors="backslashreplace")
    assert found(tmp_path) == (["ru/a.md"], [], [(f"docs/ru/{shown}", "unsafe-name")])
