import unicodedata
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tlumach.blocks import split
from tlumach.blocks.headings import Taken, explicit_id, headings, plain, slug, unique


@pytest.mark.cases("headings/headings")
def test_golden(case: dict[str, Any]) -> None:
    found = headings(split(case["text"])[0])
    assert [(h.level, h.text, h.line, h.id, h.has_own_id) for h in found] == [
        (h["level"], h["text"], h["line"], h["id"], h.get("own", False)) for h in case["headings"]
    ]


@given(st.text())
@example("Що таке «російське НАТО»?")
@example("İ ß ﬁ й̆")
def test_an_id_is_words_in_any_script_joined_by_hyphens(text: str) -> None:
    made = slug(text)
    assert all(part.isalnum() for part in made.split("-") if made)
    assert made == slug(made)


@given(st.text(st.sampled_from("йїёґщі'’ aZ-—1")))
def test_an_id_is_the_same_however_the_letters_were_typed(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert slug(text) == slug(decomposed) == slug(text.upper())


@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "b", "section"])))
def test_ids_on_a_page_never_repeat_and_the_first_keeps_its_own(wanted: list[str]) -> None:
    taken: Taken = {}
    given_out = [unique(each, taken) for each in wanted]
    assert len(set(given_out)) == len(given_out)
    assert set(taken) == set(given_out)
    assert given_out[:1] == wanted[:1]
    assert all(got.startswith(each) for got, each in zip(given_out, wanted, strict=True))


@pytest.mark.parametrize(
    ("markdown", "seen"),
    [
        ("Кассым-Жомарт Токаев", "Кассым-Жомарт Токаев"),
        ("*Тлумач*, **кто** объясняет", "Тлумач, кто объясняет"),
        ("[войск ОДКБ](../glossary/csto.md)[^1]", "войск ОДКБ"),
        ("![схема](a.png) слева", "схема слева"),
        ("18 062,7 [млн] (в тенге)", "18 062,7 [млн] (в тенге)"),
        (r"2 \* 2 \[так\]", "2 * 2 [так]"),
    ],
)
def test_plain_is_what_a_reader_sees(markdown: str, seen: str) -> None:
    assert plain(markdown) == seen


@given(st.lists(st.sampled_from(["ОДКБ", "(2022)", "—", "18", "«так»", "а,"])))
def test_plain_text_stays_as_it_is(words: list[str]) -> None:
    assert plain(" ".join(words)) == " ".join(words)


class Counting(dict[str, int]):
    """Ids that count how often they are asked."""

    asked = 0

    def __contains__(self, key: object) -> bool:
        self.asked += 1
        return super().__contains__(key)


def test_thousands_of_one_id_are_not_tried_each_time_from_the_first() -> None:
    taken = Counting()
    assert [unique("a", taken) for _ in range(2000)][-1] == "a-2000"
    assert taken.asked < 3 * 2000


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("абзац { #p1 }", "p1"),
        ("a\nb\n{: #x .y }", "x"),
        ("a { .y }", ""),
        ("a { #x } b", ""),
        ("#x", ""),
        ("{#x}", "x"),
    ],
)
def test_the_id_that_a_block_sets_for_itself(block: str, found: str) -> None:
    assert explicit_id(block) == found


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["#", "# ", " ", "[", "![](", "[^", "{", "{ #", "\\", "*_`"])
def test_ten_thousand_of_a_piece_are_read(piece: str) -> None:
    """A pattern that backtracks without bound would not come back from this."""
    for text in (f"# a{piece * 10_000}b", f"# {piece * 10_000}"):
        headings(split(text)[0])
