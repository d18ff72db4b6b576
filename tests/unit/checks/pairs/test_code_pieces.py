from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.blocks import BlockKind
from tlumach.checks.pairs.code_pieces import code_pieces


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        ("`a` и ``b ` c``", BlockKind.PARAGRAPH, ["a", "b ` c"]),
        ("\\`a` и `b`", BlockKind.PARAGRAPH, ["и"]),
        ("- раз\n\n    ```sh\n    ls\n    ```", BlockKind.LIST, ["    ls\n"]),
        ("> ~~~\n> x\n> ~~~", BlockKind.QUOTATION, ["x\n"]),
        ("- раз\n\n        код\n        ещё\n\n    два", BlockKind.LIST, ["        код\n        ещё\n\n"]),
        ("- раз\n    - два\n\n        три", BlockKind.LIST, []),
        ("- раз\n    - два\n\n            код", BlockKind.LIST, ["            код"]),
        ("1. раз\n\n    два\n\n2. три", BlockKind.LIST, []),
        ("- раз\nдва\n\n    - три\nчетыре\n\n    - пять", BlockKind.LIST, []),
        ('!!! note "А"\n\n    раз\n\n        код', BlockKind.BOX, ["        код"]),
        ('!!! note "А"\n\n    - раз\n\n        два', BlockKind.BOX, []),
        ("[^a]: раз\n\n    два", BlockKind.FOOTNOTE, []),
        ("раз\n        два", BlockKind.LIST, []),
        ("//// tab | А\n\n```sh\n$ x\n\n        y\n```\n\n////", BlockKind.TABS, ["$ x\n\n        y\n"]),
        ("- `a`: раз `b'\n- `c`: два\n- `d\n  e` три", BlockKind.LIST, ["a", "c", "d e"]),
        ("1. раз `b\n2. два `c`", BlockKind.LIST, ["c"]),
        ("```\nкод\n```", BlockKind.CODE, ["код\n"]),
        ("    код", BlockKind.CODE, ["    код"]),
    ],
)
def test_code_is_found_wherever_it_stands(text: str, kind: BlockKind, codes: list[str]) -> None:
    assert [each.code for each in code_pieces(text, kind)] == codes


@given(st.text(alphabet="аx `~>-1.\n", max_size=80), st.sampled_from(list(BlockKind)))
def test_pieces_stand_in_order_and_apart(text: str, kind: BlockKind) -> None:
    pieces = code_pieces(text, kind)
    assert all(0 <= each.start < each.end <= len(text) for each in pieces if text)
    assert all(one.end <= other.start for one, other in pairwise(pieces))


def test_code_that_html_marks_is_code() -> None:
    text = "Use <code class='x'>Rc&lt;T&gt;</code> and `<code>`, <samp>a <b>b</b></samp>, <code>open"
    pieces = code_pieces(text, BlockKind.PARAGRAPH)
    assert [each.code for each in pieces] == ["Rc<T>", "<code>", "a b"]
    assert text[pieces[0].start : pieces[0].end] == "<code class='x'>Rc&lt;T&gt;</code>"
