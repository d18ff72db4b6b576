"""What is kept of changes: read with its problems, written with room for sentences, and never written over."""

import pytest

from tlumach.library.changes import (
    Change,
    ChangeOf,
    Changes,
    Wording,
    changes_file,
    changes_page,
    kept_of,
    read_changes,
    with_more,
)

LANGUAGES = ("ru", "uk")
FILE = "changes/a.yml"
CHANGE = Change("2026-12-03", "a/index.md", "p-1", ChangeOf.CORRECTION, {"ru": Wording("Их 14.", "Их 15.")})
ENTRY = """\
until: abc
changes:
- date: '2026-12-03'
  page: index.md
  block: p-1
  kind: correction
  says: {ru: Цифра была неверной., uk: Цифра була хибною.}
  wordings: {ru: {before: Их 14., after: Их 15.}}
"""


def test_where_it_lies() -> None:
    assert changes_file("a/index.md") == FILE and changes_page("a/index.md") == "a/what-changed.md"
    assert [explainer for explainer, _, _ in kept_of({FILE: ENTRY}, LANGUAGES)] == ["a/index.md"]


def test_an_entry() -> None:
    kept, problems = read_changes(ENTRY, FILE, LANGUAGES)
    (change,) = kept.changes
    assert (problems, kept.until) == ([], "abc")
    assert (change.path, change.block, change.kind, change.wordings) == (
        CHANGE.path,
        "p-1",
        "correction",
        CHANGE.wordings,
    )
    assert change.says == {"ru": "Цифра была неверной.", "uk": "Цифра була хибною."}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: correction", "kind: lie", "`kind: lie`"),
        ("'2026-12-03'", "'2026-12'", "`date: 2026-12`"),
        ("'2026-12-03'", "[1]", "`date: [1]`"),
        ("page: index.md", "page: ../b.md", "`page: ../b.md`"),
        ("page: index.md", "page: 5", "`page: 5`"),
        ("wordings: {ru: {before: Их 14., after: Их 15.}}", "wordings: 5", "no `wordings`"),
        ("wordings: {ru: {before: Их 14., after: Их 15.}}", "wordings: {}", "no `wordings`"),
        ("- date: '2026-12-03'", "- 5\n- date: '2026-12-03'", "is no mapping"),
        ("changes:", "changes: [", "not YAML"),
        ("changes:", "others:", "must have `changes:`"),
    ],
)
def test_what_cannot_be_used_is_a_problem_with_its_line(old: str, new: str, said: str) -> None:
    assert old in ENTRY
    _, problems = read_changes(ENTRY.replace(old, new), FILE, LANGUAGES)
    assert [problem.level for problem in problems][:1] == ["error"] and said in problems[0].message
    assert problems[0].path == FILE and problems[0].line >= 1


def test_a_sentence_that_is_lacking_is_a_warning() -> None:
    kept, problems = read_changes(ENTRY.replace("uk: Цифра була хибною.", "uk: ''"), FILE, LANGUAGES)
    assert len(kept.changes) == 1
    assert [(problem.level, problem.line, "uk" in problem.message) for problem in problems] == [("warning", 3, True)]


def test_more_is_added_at_the_end_and_what_an_editor_wrote_stays() -> None:
    first = with_more(None, (CHANGE,), "abc", LANGUAGES)
    said = first.replace("ru: ''", "ru: Да.  # наше")
    both = with_more(said, (CHANGE,), "def", LANGUAGES)
    assert "ru: Да.  # наше" in both and "until: def" in both and "abc" not in both
    kept, problems = read_changes(both, FILE, LANGUAGES)
    assert [change.wordings for change in kept.changes] == [CHANGE.wordings] * 2
    assert all(problem.level == "warning" for problem in problems)


@pytest.mark.parametrize("text", [None, "until: abc\nchanges: []\n", "until: abc\nchanges:\n"])
def test_a_file_without_entries_takes_its_first(text: str | None) -> None:
    empty = with_more(text, (), "abc", LANGUAGES)
    assert read_changes(empty, FILE, LANGUAGES) == (Changes((), "abc"), [])
    assert len(read_changes(with_more(empty, (CHANGE,), "def", LANGUAGES), FILE, LANGUAGES)[0].changes) == 1
