"""What a reader sees of a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.alignment import align
from tlumach.alignment.freshness import State
from tlumach.alignment.rendered import is_invisible, is_same_to_readers, places
from tlumach.blocks import split
from tlumach.records import Entry, Record

UNSEEN = [
    ("Раз два три\nчотири.", "Раз два\nтри чотири."),
    ("- раз\n- два", "* раз\n* два"),
    ("- раз\n- два", "+   раз\n+   два"),
    ("| а | б |\n| --- | --- |\n| 1 | 2 |", "| а   |  б |\n|-----|:---|\n| 1   |  2 |".replace(":-", "--")),
    ("| а | б |\n| --- | --- |\n| 1 | 2 |", "а | б\n--- | ---\n1 | 2"),
    ("Раз\nдва.", "Раз \nдва."),
    ("## Раз", "Раз\n---"),
    ("# Раз", "Раз\n==="),
    ("## Раз", "## Раз ##"),
    ("1. раз\n2. два", "1. раз\n1. два"),
    ("Раз два.", "Раз <!-- так --> два."),
    ("*раз* і **два**", "_раз_ і __два__"),
    ("> раз\n> два", "> раз\nдва"),
    ("```\nраз\n```", "~~~\nраз\n~~~"),
    ("## Раз { #one }", "## Раз {#one}"),
    ("Раз (раз).", "Раз \\(раз\\)."),
    ("- раз\n\n    - два", "- раз\n\n\t- два"),
    ('[раз](a.md "Б")', "[раз](a.md 'Б')"),
    ("***", "---"),
    ("3. раз\n4. два", "1. раз\n1. два"),
]
SEEN = [
    ("Раз два.", "Раз, два."),
    ("[раз](a.md)", "[раз](b.md)"),
    ("*раз*", "**раз**"),
    ("Раз\nдва.", "Раз  \nдва."),
    ("- раз\n- два", "1. раз\n2. два"),
    ("- раз\n- два", "- раз\n    - два"),
    ("```\nраз\nдва\n```", "```\nраз два\n```"),
    ('!!! note "А"\n\n    ```\n    раз\n    два\n    ```', '!!! note "А"\n\n    ```\n    раз два\n    ```'),
    ("Раз[^a].", "Раз[^b]."),
    ("[^a]: Раз.", "[^a]: Два."),
    ("[a]: https://example.org/1", "[a]: https://example.org/2"),
    ("*[НАТО]: раз", "*[НАТО]: два"),
    ("## Раз { #one }", "## Раз { #two }"),
    ("# Раз", "## Раз"),
    ("Раз\u00a0два.", "Раз два."),
    ("![раз](a.png)", "![два](a.png)"),
    ('!!! note "А"\n\n    Раз.', '!!! note "Б"\n\n    Раз.'),
    ('=== "А"\n\n    Раз.', '=== "Б"\n\n    Раз.'),
]


@pytest.mark.parametrize(("one", "other"), UNSEEN)
def test_what_nobody_sees_is_the_same_and_makes_nothing_stale(one: str, other: str) -> None:
    assert is_same_to_readers(one, other)
    record = Record((Entry("a", one, "Переклад."),))
    found = align(split(other)[0], split("Переклад.")[0], record)
    assert [pair.state for pair in found.pairs] == [State.CURRENT]


@pytest.mark.parametrize(("one", "other"), SEEN)
def test_what_somebody_sees_is_another_text(one: str, other: str) -> None:
    assert not is_same_to_readers(one, other)


def test_a_block_of_comments_needs_no_translation() -> None:
    record = Record((Entry("a", "Раз.", "Один."),))
    found = align(split("<!-- так -->\n\nРаз.")[0], split("Один.\n\n<!-- ні -->")[0], record)
    assert [pair.state for pair in found.pairs] == [State.CURRENT] * 3
    assert not is_invisible("<!-- так --> раз")


def test_what_stands_in_a_tab_may_be_wrapped_too() -> None:
    assert is_same_to_readers('=== "А"\n\n    Раз два\n    три.', '=== "А"\n\n    Раз\n    два три.')


def test_a_piece_is_told_by_its_place_among_those_beside_it() -> None:
    found = places("- раз\n- два\n{ .a }\n- три\n\n> чотири")
    expected = ["ul[1]", "ul[1]/li[1]", 'ul[1]/li[2] class="a"', "ul[1]/li[3]", "blockquote[2]", "blockquote[2]/p[1]"]
    assert list(found) == expected
    assert places("- раз\n{ .a }\n- два") != places("- раз\n- два\n{ .a }")


WORDS = st.lists(st.text(alphabet="абвгґ,.", min_size=1, max_size=6), min_size=1, max_size=12)


@given(WORDS, st.randoms(use_true_random=False))
def test_a_paragraph_may_be_wrapped_anywhere(words: list[str], chance: object) -> None:
    text = " ".join(words)
    wrapped = re.sub(" ", lambda _: chance.choice([" ", "\n", "  ", " \n"]), text)  # type: ignore[attr-defined]
    assert is_same_to_readers(text, wrapped)
