"""Targets of links after a move: they lead to where they led before, and what need not change does not."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.settings import Settings
from tlumach.tracking.moving.targets import Move, Retargeting

SETTINGS = Settings(("ru", "uk"), "https://tlumach.example/", {}, {})
MOVE = Move({"a/b.md": "c/d e.md"}, {"a": "c"})


@pytest.mark.parametrize(
    ("path", "target", "wanted"),
    [
        ("x.md", "a/b.md#y", "c/d%20e.md#y"),
        ("x.md", "a/./b.md", "c/d%20e.md"),
        ("x.md", "a%2Fb.md", "c/d%20e.md"),
        ("a/x.md", "b.md?q", "../c/d%20e.md?q"),
        ("a/b.md", "x.md", "../a/x.md"),
        ("a/b.md", "b.md#me", "d%20e.md#me"),
        ("a/b.md", "../x.md", "../x.md"),
        ("a/b.md", "#me", "#me"),
        ("x.md", "../uk/a/b.md", "../uk/c/d%20e.md"),
        ("x.md", "https://example.org/a/b.md", "https://example.org/a/b.md"),
        ("x.md", "/a/b.md", "/a/b.md"),
        ("x.md", "a/", "c/"),
        ("x.md", "a/c.md", "a/c.md"),
    ],
)
def test_a_target_leads_to_where_it_led(path: str, target: str, wanted: str) -> None:
    assert Retargeting(MOVE, SETTINGS).target(target, path) == wanted


def test_links_of_all_kinds_are_written_anew_and_code_is_not() -> None:
    text = (
        "[a](a/b.md) ![b](<a/b.md> 'a/b.md') [![c](a/b.md)](a/b.md) `[d](a/b.md)`\n\n[e]: a/b.md\n\n    [f](a/b.md)\n"
    )
    assert Retargeting(Move({"a/b.md": "z.md"}), SETTINGS).text(text, "x.md") == (
        "[a](z.md) ![b](<z.md> 'a/b.md') [![c](z.md)](z.md) `[d](a/b.md)`\n\n[e]: z.md\n\n    [f](a/b.md)\n"
    )


NAMES = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".md")


@given(NAMES, NAMES, NAMES, NAMES)
def test_after_any_move_each_link_leads_to_what_it_led_to(page: str, target: str, old: str, new: str) -> None:
    move = Move({old: new})
    written = posixpath.relpath(target, posixpath.dirname(page) or ".")
    fresh = Retargeting(move, SETTINGS).target(written, page)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(move.of(page)), fresh)) == move.of(target)
