from typing import Any

import pytest

from tlumach.blocks import split
from tlumach.checks.pairs.pair import Side
from tlumach.checks.pairs.typography.unseen import check_invisible, unseen


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("Міст за\u00adкри\u00adто.", "2 soft hyphens: U+00AD SOFT HYPHEN, first after “Міст за”, in column 8"),
        ("Міст\u200e.", "1 direction mark: U+200E LEFT-TO-RIGHT MARK"),
        ("\u200bМіст.", "1 zero-width character: U+200B ZERO WIDTH SPACE, first in column 1"),
        ("Міст." + "\U000e0100" * 465, "465 variation selectors"),
        ("```\nx\u200by\n```", "U+200B"),
    ],
)
def test_number_kind_names_and_place_are_said(findings: Any, target: str, said: str) -> None:
    (found,) = findings(check_invisible, "Мост.", target)
    assert said in found.message


def test_a_manifest_is_called_one_and_lines_are_apart(findings: Any) -> None:
    data = b"C2PATXT\0\x01" + (4).to_bytes(4, "big") + b"jumb"
    hidden = "".join(chr(0xFE00 + each if each < 16 else 0xE0100 + each - 16) for each in data)
    first, second = findings(check_invisible, "Мост.", f"Міст.\nІ\u00ad.{hidden}")
    assert (first.line, second.line) == (1, 1)
    assert "variation selectors (a C2PA manifest)" in first.message + second.message


def test_what_is_needed_is_let_be_and_the_source_is_looked_at() -> None:
    assert [*unseen(Side("uk", split("❤\ufe0f 👩\u200d💻 می\u200cخواهم")[0][0]))] == []
    assert [*unseen(Side("ru", split("Мо\u00adст.")[0][0]))]
