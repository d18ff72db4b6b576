"""Marks of fences: one language of code under several names."""

import pytest

from tlumach.checks.pairs.content.listings.marks import mark_of


@pytest.mark.parametrize(
    ("info", "other"),
    [
        ("ts", "typescript"),
        ("js", "javascript"),
        ("py", "python"),
        ("sh", "console"),
        ("shell", "bash"),
        ("yml", "yaml"),
        ("nothing", ""),
        (".py", "python"),
        ('sh title="A"', 'bash title="Б"'),
        ("js hl_lines=1", "javascript hl_lines=1"),
    ],
)
def test_names_of_one_language_are_one_mark(info: str, other: str) -> None:
    assert mark_of(info) == mark_of(other)


@pytest.mark.parametrize(
    ("info", "other"), [("js", "ts"), ("diff", "js"), ("python", ""), ("sh hl_lines=1", "sh hl_lines=2")]
)
def test_other_marks_differ(info: str, other: str) -> None:
    assert mark_of(info) != mark_of(other)
