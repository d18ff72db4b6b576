"""A project's own files for its languages."""

import pytest

from tlumach.languages.language_files import read_language_file


def test_a_file_adds_words_and_dictionaries() -> None:
    own, wrong = read_language_file("messages:\n  nav.menu: Menüü\nhunspell: [et_EE]\n")
    assert own == {"messages": {"nav.menu": "Menüü"}, "hunspell": ["et_EE"]}
    assert wrong == []


def test_an_empty_file_says_nothing() -> None:
    assert read_language_file("# later\n") == ({"messages": {}}, [])


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("messages:\n  nav.meny: x\n", 2, "Did you mean `nav.menu`?"),
        ("hunspel: [et_EE]\n", 1, "Did you mean `hunspell`?"),
        ("hunspell: et_EE\n", 1, "must be a list"),
        ("- a\n", 1, "must be a mapping"),
        ("messages: [a]\n", 1, "must be a mapping"),
        ("messages:\n  nav.menu: 7\n", 2, "must be a text"),
        ("messages:\n  nav.menu: ''\n", 2, "must be a text"),
        ("messages:\n  nav.menu:\n    other: Menüü\n", 2, "must be a text"),
        ("messages:\n  search.none: nichts\n", 2, "must have `{query}`"),
        ("messages:\n  nav.menu: '{x}'\n", 2, "nothing in braces"),
        ("messages:\n  preview.problems:\n    one: '{count}'\n", 2, "`other` among them"),
        ("messages: {\n", 2, "not YAML"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line_and_left_out(text: str, line: int, said: str) -> None:
    own, wrong = read_language_file(text)
    assert [(each.line, said in each.message) for each in wrong] == [(line, True)], wrong
    assert not own.get("messages") and "hunspell" not in own
