"""Code in running text within other marks, beside other words, and localised examples."""

import pytest

from tlumach.checks.pairs.content.listings.moved import is_localized, is_moved, level_of
from tlumach.problems import Level


@pytest.mark.parametrize(
    ("code", "other", "text"),
    [
        ("branch.", "branch", ""),
        ("should_panic", "#[should_panic]", ""),
        ("#[test]", "test", ""),
        ("wraps", "@wraps", ""),
        ("print()", "print", ""),
        ("<div>", "div", ""),
        ("Apache .conf", ".conf", "файлів Apache"),
        ("nginx", "nginx()", ""),
    ],
)
def test_other_marks_are_no_difference(code: str, other: str, text: str) -> None:
    assert is_moved(code, other, text)


@pytest.mark.parametrize(
    ("code", "other", "text"),
    [
        ("uuid", "uuid.", ""),
        ("#[derive(A)]", "#[derive(A)", ""),
        ("'success'", "success", ""),
        ("Apache .conf", ".conf", "файлів сервера"),
        ("sha256sum -c", "sha256sum", "-c"),
        ("print()", "sprint", ""),
        ("set_name", "set-name", ""),
        ("Worker", "worker", ""),
    ],
)
def test_other_code_is_a_difference(code: str, other: str, text: str) -> None:
    assert not is_moved(code, other, text)


@pytest.mark.parametrize(
    ("code", "other"), [("/home/jim/a.pdf", "/home/ivan/a.pdf"), ("fr", "uk"), ("fr_FR", "uk_UA"), ("\\Users\\Ann", "\\Users\\Anna")]
)  # fmt: skip
def test_examples_are_put_into_the_readers_country(code: str, other: str) -> None:
    assert is_localized(code, other, ("en", "uk"))


@pytest.mark.parametrize(
    ("code", "other"), [("/home/jim/a.pdf", "/home/ivan/b.pdf"), ("fr", "de"), ("/etc/a", "/etc/b"), ("fr", "uk_UA")]
)
def test_other_examples_are_not(code: str, other: str) -> None:
    assert not is_localized(code, other, ("en", "uk"))


@pytest.mark.parametrize(
    ("lost", "added", "text", "level"),
    [
        (["a_b"], ["a-b"], "", None),
        (["deref"], ["Deref"], "", None),
        (["i"], ["і"], "", None),
        (["<template>"], [], "", Level.INFO),
        (["-B"], [], "", Level.INFO),
        (["git grep"], [], "", Level.INFO),
        (["setup()"], [], "через setup() можно", Level.INFO),
        (["cargo new app"], ["cargo new"], "", Level.INFO),
        (["'success'"], ["success"], "", Level.INFO),
        (["raspberry"], ["малина"], "", Level.INFO),
        (["raspberry", "a_b"], ["малина", "a-b"], "", None),
    ],
)
def test_other_code_is_an_error_what_readers_see_is_info(
    lost: list[str], added: list[str], text: str, level: Level | None
) -> None:
    assert level_of(lost, added, text) is level
