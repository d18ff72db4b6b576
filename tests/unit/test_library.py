from collections.abc import Callable
from pathlib import Path

import pytest

from tlumach.library import Library, read_library

MakeLibrary = Callable[..., Library]
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


def test_a_page_is_found_by_language_and_path(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# А", "uk/a.md": "# Ж", "uk/b.md": "# Б"})
    found = library.page("uk", "a.md")
    assert found and found.title == "Ж"
    assert library.page("en", "a.md") is None
    assert library.paths == ["a.md", "b.md"]


def test_languages_of_a_page_come_in_the_order_of_the_site(make_library: MakeLibrary) -> None:
    library = make_library({"en/a.md": "# A", "uk/a.md": "# Ж", "ru/a.md": "# А", "en/b.md": ""})
    assert library.languages_of("a.md") == ["ru", "uk", "en"]
    assert library.languages_of("b.md") == ["en"]
    assert library.languages_of("c.md") == []


def test_pages_of_a_language_come_by_path_whatever_the_order_of_reading(make_library: MakeLibrary) -> None:
    files = {"ru/b.md": "", "ru/a/index.md": "", "uk/c.md": "", "ru/a.md": ""}
    forwards, backwards = make_library(files), make_library(dict(reversed(files.items())))
    assert [page.path for page in forwards.in_language("ru")] == ["a.md", "a/index.md", "b.md"]
    assert [page.path for page in backwards.in_language("ru")] == ["a.md", "a/index.md", "b.md"]


def test_the_source_of_a_page(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# А", "uk/a.md": "# Ж", "uk/b.md": "# Б"})
    ru, uk, alone = library.pages["ru", "a.md"], library.pages["uk", "a.md"], library.pages["uk", "b.md"]
    assert library.source_of(uk) is ru
    assert library.source_of(ru) is ru
    assert library.source_of(alone) is None


def test_folders_list_the_pages_in_them(make_library: MakeLibrary) -> None:
    library = make_library({"ru/x/b.md": "", "uk/x/a.md": "", "ru/index.md": ""})
    assert library.folders == {".": ["index.md"], "x": ["x/a.md", "x/b.md"]}


def test_an_unreadable_page_is_there_but_is_no_page(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# А", "uk/a.md": b"\xff"})
    assert library.exists("uk", "a.md") and library.page("uk", "a.md") is None
    assert not library.exists("en", "a.md")


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
