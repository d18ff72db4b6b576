import json
from pathlib import Path
from typing import Any

import pytest
from tests.repository import Repository

from tlumach.adoption.manifest import read_manifest
from tlumach.adoption.stamps import StampKind
from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.problems import Code, Level

ONE, TWO = "a1b2c3d4" * 8, "12345678" * 8


@pytest.fixture(scope="module", params=["folder", "suffix"])
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Library:
    repository = Repository(tmp_path_factory.mktemp("project"), request.param)
    for name in ("a.md", "b/c.md"):
        for language in ("en", "uk", "de"):
            repository.write(file(request.param, language, name), "Text.\n")
    library, _ = read_library(repository.root)
    assert library
    return library


def file(structure: str, language: str, path: str) -> str:
    if structure == "folder":
        return f"docs/{language}/{path}"
    return f"docs/{path}" if language == "en" else f"docs/{path[:-3]}.{language}.md"


def read(library: Library, content: Any) -> tuple[dict[tuple[str, str], str], list[str]]:
    stamps, problems = read_manifest(json.dumps(content, indent=1), "m.json", library)
    return {place: stamp.value for place, stamp in stamps.items()}, [
        f"{p.line}: {p.level} {p.message}" for p in problems
    ]


@pytest.mark.parametrize(
    "content",
    [
        {"DOCS": ONE},
        {"version": 1, "made": "2026-11-01", "pages": {"DOCS": ONE}},
        {"uk": {"a.md": ONE}},
        {"a.md": {"uk": ONE}},
        {"a.md": {"uk": {"hash": ONE, "recorded": "2026-11-01"}}},
        {"uk": {"a.md": {"source_sha256": f"sha256:{ONE}", "engine": "x"}}},
        {"files": [{"path": "DOCS", "sha256": ONE}]},
        {"uk": [{"page": "a.md", "hash": ONE}]},
    ],
)
def test_the_forms_that_teams_give_it(library: Library, content: Any) -> None:
    own = json.loads(json.dumps(content).replace("DOCS", library.file_of("uk", "a.md")))
    assert read(library, own) == ({("uk", "a.md"): ONE}, [])


def test_a_source_page_stands_for_all_its_translations(library: Library) -> None:
    for name in (library.file_of("en", "b/c.md"), "b/c.md", "./b/c.md"):
        assert read(library, {name: TWO}) == ({("uk", "b/c.md"): TWO, ("de", "b/c.md"): TWO}, [])


def test_a_folder_of_a_language_may_be_named_as_that_of_all_pages(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    for name in ("docs/en/docs/a.md", "docs/uk/docs/a.md", "docs/uk/b.md"):
        repository.write(name, "Text.\n")
    library, _ = read_library(tmp_path)
    assert library
    for name in ("docs/a.md", "uk/docs/a.md", "docs/uk/docs/a.md"):
        assert read(library, {"uk": {name: ONE, "docs/b.md": TWO}})[0] == {
            ("uk", "docs/a.md"): ONE,
            ("uk", "b.md"): TWO,
        }


def test_digests_of_sections_and_ids_of_commits(library: Library) -> None:
    text = json.dumps({"uk": {"a.md": {"sections": {"One": ONE}}, "b/c.md": {"source_commit": "1234567"}}})
    stamps, problems = read_manifest(text, "m.json", library)
    assert not problems
    assert stamps["uk", "a.md"].sections == {"One": ONE}
    assert (stamps["uk", "b/c.md"].kind, stamps["uk", "b/c.md"].value) == (StampKind.COMMIT, "1234567")


def test_what_is_wrong_is_said_with_its_line_all_at_once(library: Library) -> None:
    found, problems = read(library, {"uk": {"a.md": "no", "gone.md": ONE, "b/c.md": TWO}})
    assert found == {("uk", "b/c.md"): TWO}
    assert [problem.split(" ")[:2] for problem in problems] == [["3:", "error"], ["4:", "warning"]]
    assert "`uk.a.md: no` is not a SHA-256" in problems[0] and "“uk.gone.md”" in problems[1]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('{\n "a.md": \n', 3, "is not JSON"),
        ('{\n "a.md": "1",\n "a.md": "2"}', 2, "has “a.md” twice"),
        ("[" * 100_000, 1, "too many values within one another"),
        ("3", 1, "must be an object"),
        ("{}", 1, "names no page"),
        ('{"a": {"b": "c"}}', 1, "names no page"),
    ],
)
def test_a_malformed_manifest(library: Library, text: str, line: int, said: str) -> None:
    stamps, [problem] = read_manifest(text, "m.json", library)
    assert not stamps
    assert (problem.path, problem.line, problem.code, problem.level) == (
        "m.json",
        line,
        Code.STAMP_MALFORMED,
        Level.ERROR,
    )
    assert said in problem.message
