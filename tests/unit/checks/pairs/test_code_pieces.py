from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.blocks import Kind
from tlumach.checks.pairs.code_pieces import code_pieces


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        ("`a` и ``b ` c``", Kind.PARAGRAPH, ["a", "b ` c"]),
        ("\\`a` и `b`", Kind.PARAGRAPH, ["и"]),
        ("- раз\n\n    ```sh\n    ls\n    ```", Kind.LIST, ["    ls\n"]),
        ("> ~~~\n> x\n> ~~~", Kind.QUOTATION, ["> x\n"]),
        ("- раз\n\n        код\n        ещё\n\n    два", Kind.LIST, ["        код\n        ещё\n\n"]),
        ("- раз\n    - два\n\n        три", Kind.LIST, []),
        ("- раз\n    - два\n\n            код", Kind.LIST, ["            код"]),
        ("1. раз\n\n    два\n\n2. три", Kind.LIST, []),
        ('!!! note "А"\n\n    раз\n\n        код', Kind.BOX, ["        код"]),
        ('!!! note "А"\n\n    - раз\n\n        два', Kind.BOX, []),
        ("[^a]: раз\n\n    два", Kind.FOOTNOTE, []),
        ("раз\n        два", Kind.LIST, []),
        ("//// tab | А\n\n```sh\n$ x\n\n        y\n```\n\n////", Kind.TABS, ["$ x\n\n        y\n"]),
        ("```\nкод\n```", Kind.CODE, ["код\n"]),
        ("    код", Kind.CODE, ["    код"]),
    ],
)
def test_code_is_found_wherever_it_stands(text: str, kind: Kind, codes: list[str]) -> None:
    assert [each.code for each in code_pieces(text, kind)] == codes


@given(st.text(alphabet="аx `~>-1.\n", max_size=80), st.sampled_from(list(Kind)))
def test_pieces_stand_in_order_and_apart(text: str, kind: Kind) -> None:
    pieces = code_pieces(text, kind)
    assert all(0 <= each.start < each.end <= len(text) for each in pieces if text)
    assert all(one.end <= other.start for one, other in pairwise(pieces))
