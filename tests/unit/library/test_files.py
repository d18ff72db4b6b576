import os
from pathlib import Path

import pytest

from tlumach.library.files import read_library
from tlumach.library.library import digest
from tlumach.output.stamps import stamps
from tlumach.problems import Code
from tlumach.tasks.tasks import task_runner_in

MKDOCS = """
site_name: x
plugins:
  - i18n:
      languages:
        - {locale: ru, name: Русский, default: true}
        - {locale: uk, name: Українська}
"""


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in {"mkdocs.yml": MKDOCS, **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def test_a_project_is_read_from_the_disk(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/ru/x/index.md": "# А",
        "docs/uk/x/index.md": "# Ж",
        "docs/ru/x/map.png": b"\xff",
        "docs/de/a.md": "",
    }
    library, problems = read_library(write(tmp_path, files))
    assert library and not problems
    assert sorted(library.pages) == [("ru", "x/index.md"), ("uk", "x/index.md")]
    assert library.other_files == {"ru/x/map.png"}


def test_all_problems_of_reading_come_at_once(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/ru/a.md": b"# A\n\xff",
        "docs/ru/b.md": "---\nx: [\n---\n",
        "docs/uk/a.md": "ґ".encode("cp1251"),
    }
    library, problems = read_library(write(tmp_path, files))
    assert library and library.exists("ru", "a.md") and library.page("ru", "b.md")
    assert sorted((found.path, found.code) for found in problems) == [
        ("docs/ru/a.md", "encoding"),
        ("docs/ru/b.md", "front-matter"),
        ("docs/uk/a.md", "encoding"),
    ]


def test_what_looks_like_a_page_and_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, {"docs/ru/a.md/b.txt": ""})
    library, (problem,) = read_library(tmp_path)
    assert (problem.path, problem.line, problem.code) == ("docs/ru/a.md", 1, "unreadable")
    assert library and library.exists("ru", "a.md")


@pytest.mark.parametrize("content", [None, b"site_name: \xff", b"site_name: x\n", b"a: [\n"])
def test_without_a_usable_mkdocs_yml_there_is_no_library_but_a_problem_of_that_file(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "mkdocs.yml").write_bytes(content)
    library, (problem,) = read_library(tmp_path)
    assert library is None
    assert (problem.path, problem.code) == ("mkdocs.yml", "settings")


def test_the_missing_mkdocs_yml_is_wanted_in_a_folder_that_has_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _, (problem,) = read_library(Path())
    assert f"{tmp_path.name}/" in problem.message


def test_with_and_without_what_was_kept_a_project_is_read_as_the_same(tmp_path: Path) -> None:
    write(
        tmp_path, {"docs/ru/a.md": "---\ntitle: А\n---\n# А", "docs/uk/a.md": "---\nx: [\n---\n", "docs/ru/b.md": "# Б"}
    )
    runner = task_runner_in(tmp_path)
    anew = read_library(tmp_path)
    assert read_library(tmp_path, runner) == anew and runner.cache.file.exists()
    assert read_library(tmp_path, runner) == anew


def test_records_are_found_among_the_files_that_are_known(tmp_path: Path) -> None:
    record = 'msgid ""\nmsgstr ""\n'
    names = (
        "uk/a.po",
        "uk/deep/b.po",
        "uk/.hidden.po",
        "uk/a.po~",
        "uk/a.txt",
        "ukr/c.po",
        "uk.po",
        "uk/10.po",
        "uk/9.po",
    )
    files: dict[str, str | bytes] = {f"translations/{name}": record for name in names}
    root = write(tmp_path, {"docs/ru/a.md": "# А\n", "docs/uk/a.md": "# A\n", **files})
    known = {name: digest((root / name).read_bytes()) for name in stamps(str(root), ["docs", "translations"])}
    anew, runner = read_library(root), task_runner_in(root)
    assert anew[0] and len(anew[0].records) == 4
    for _ in "12":
        found = read_library(root, runner, known)
        assert found == anew and found[0] and [*found[0].records] == [*anew[0].records]


@pytest.mark.parametrize("name", ["../outside.txt", "{outside}"])
def test_a_given_text_is_never_read_from_outside_the_project(tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("Тайна")
    root = tmp_path / "project"
    named = name.format(outside=outside)
    library, _ = read_library(write(root, {"docs/ru/a.md": f"---\nsource_text: {named}\n---\n# А\n"}))
    assert library and library.given_texts == {}


def test_a_record_whose_name_is_not_utf8_is_no_page_s(tmp_path: Path) -> None:
    root = write(tmp_path, {"docs/ru/a.md": "# А\n", "translations/uk/a.po": ""})
    (root / "translations/uk/a.po").rename(os.fsdecode(os.fsencode(root / "translations/uk") + b"/\xff.po"))
    library, _ = read_library(root)
    assert library and library.records == {}


@pytest.mark.parametrize("name", ["translations/uk", "translations/uk/deep", "docs/ru/deep"])
def test_a_folder_that_cannot_be_looked_into_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    files: dict[str, str | bytes] = {"docs/ru/a.md": "# А\n", "docs/ru/deep/b.md": "# А\n"}
    root = write(tmp_path, {**files, "translations/uk/deep/a.po": "", "translations/uk/a.po": ""})
    real = os.scandir

    def closed(folder: str | Path) -> object:
        if Path(folder) == root / name:
            raise PermissionError(13, "Permission denied", str(folder))
        return real(folder)

    monkeypatch.setattr(os, "scandir", closed)
    found = {(problem.path, problem.code) for problem in read_library(root)[1]}
    assert (name, "unreadable") in found


@pytest.mark.parametrize("name", ["words/uk.txt", "languages/uk.yml", "tlumach-baseline.txt"])
def test_what_need_not_be_there_and_cannot_be_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root = write(tmp_path, {"docs/ru/a.md": "# А\n"})
    assert read_library(root)[1] == []
    (root / name).mkdir(parents=True)
    assert {(each.path, each.code) for each in read_library(root)[1]} == {(name, "unreadable")}
    (root / name).rmdir()
    real = os.stat

    def closed(file: object, **options: object) -> os.stat_result:
        if file == root / name:
            raise PermissionError(13, "Permission denied", str(file))
        return real(file, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", closed)
    assert (name, "unreadable") in {(each.path, each.code) for each in read_library(root)[1]}


def test_everything_that_is_wrong_with_files_of_languages_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "plugins:\n  - i18n:\n      languages:\n        - {locale: ru, name: R, default: true}\n        - {locale: tt, name: T}\n"
    )
    folder = tmp_path / "languages"
    folder.mkdir()
    (folder / "tt.yml").write_text("dash: '-'\nnumbers:\n  words: |\n    kard 5 биш\n")
    (folder / "ru.yml").write_text("messages: [\n")
    for name in ("tat.yml", "tt.yaml", "ua.yml", ".swp"):
        (folder / name).write_text("")
    library, problems = read_library(tmp_path)
    assert library is not None
    found = [(each.path, each.line) for each in problems if each.path.startswith("languages/")]
    files = ["ru.yml", "tt.yml", "tt.yml", "tat.yml", "tt.yaml", "ua.yml"]
    assert found == list(zip([f"languages/{name}" for name in files], [2, 1, 4, 1, 1, 1], strict=True))
    assert all(each.code == Code.SETTINGS for each in problems if each.path.startswith("languages/"))
