"""Deltas: the new file to the byte, whatever the two are; and nothing from what is damaged."""

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.editions.copies.delta import DeltaError, applied, packed_delta

PIECES = st.lists(
    st.sampled_from(["<p lang=uk>", "слово", " ", "\n", "<", ">", "a", "&amp;", "4", "–", "абв\n"]), max_size=40
)
TEXTS = PIECES.map("".join)


@given(TEXTS, TEXTS)
def test_what_is_made_is_the_new_file(old: str, new: str) -> None:
    assert applied(old.encode(), packed_delta(old.encode(), new.encode())) == new.encode()


@given(TEXTS, st.integers(0, 40), TEXTS)
def test_an_edit_in_the_middle(old: str, at: int, more: str) -> None:
    new = old[:at] + more + old[at:]
    assert applied(old.encode(), packed_delta(old.encode(), new.encode())) == new.encode()


def test_a_small_edit_is_small() -> None:
    old = "".join(f"<p id=p{number}>Абзац {number} про річ {number * 7919}.\n" for number in range(2_000)).encode()
    packed = packed_delta(old, old.replace("Абзац 700 про".encode(), "Абзац 700 не про".encode()))
    assert len(packed) < 100


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"no zlib",
        zlib.compress(b"no json"),
        *(
            zlib.compress(json.dumps(steps).encode())
            for steps in (4, [4], [[0]], [[0, 99]], [[3, 1]], [[-1, 2]], [["0", 1]], [None])
        ),
    ],
)
def test_what_is_damaged(packed: bytes) -> None:
    with pytest.raises(DeltaError, match="damaged"):
        applied(b"abcdef", packed)
