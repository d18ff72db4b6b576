"""Where in running text no link to a term is written."""

import re
from typing import Any

import pytest

from tlumach.blocks import split
from tlumach.term_links.exclusions import labels, links_by_label, titles, touches_a_mark


@pytest.mark.cases("terms_check/titles")
def test_titles(case: dict[str, Any]) -> None:
    text = case["text"].rstrip("\n")
    pieces = re.split("[⟦⟧]", text)
    plain = "".join(pieces)
    assert [plain[start:end] for start, end in titles(plain)] == pieces[1::2]


def test_a_title_is_one_whether_it_has_a_link_or_not() -> None:
    """Otherwise a link in it would make the next run find another."""
    assert len(titles("В «Указ и право» сказано.")) == len(titles("В «[Указ](decree.md) и право» сказано.")) == 1


def test_a_link_that_is_its_label_alone() -> None:
    blocks, _ = split("Войска [ОДКБ] и [МИД], [НАТО][], [указ](a.md).\n\n[одкб]: b.md\n[указ]: c.md\n")
    assert list(labels(blocks)) == ["одкб", "указ"]
    found = links_by_label(blocks[0].text, labels(blocks))
    assert [blocks[0].text[start:end] for start, end in found] == ["[ОДКБ]"]


@pytest.mark.parametrize(("text", "touches"), [("!НАТО", True), ("[а]НАТО", True), ("\\НАТО", True), ("(НАТО", False)])
def test_marks_that_would_change_a_link(text: str, touches: bool) -> None:
    assert touches_a_mark(text, text.index("НАТО")) is touches
    assert not touches_a_mark(text, 0)
