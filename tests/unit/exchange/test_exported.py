"""The mark of what a unit was when it was exported."""

import zlib
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.exchange.exported import Exported, digest, exported_as, mark, pack, unpack


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.sampled_from(["uk", "pt-BR"]))
def test_a_mark_is_read_within_other_notes(text: str, language: str) -> None:
    found = exported_as(f"Earlier.\n{mark(language, text)}\nLater.", text)
    assert found == Exported(language, digest(text), text)


def test_what_a_tool_changes_without_a_person_makes_no_other_mark() -> None:
    assert digest("і\u0308 раз\r\nдва \n") == digest("ї раз\nдва")
    assert digest("раз") != digest("два")


@pytest.mark.parametrize("notes", ["", "exported:", "exported: uk 12", "was exported: uk 0123456789abcd"])
def test_a_spoiled_mark_is_none(notes: str) -> None:
    assert exported_as(notes, "раз") is None


def test_a_text_that_is_not_the_marked_one_is_not_shown() -> None:
    assert exported_as(mark("uk", "раз"), "два") == Exported("uk", digest("раз"))


@given(st.dictionaries(st.text(), st.text(alphabet=st.characters(exclude_categories=["Cs"]))))
def test_packed_texts_come_back(texts: dict[str, str]) -> None:
    texts = {key.encode("utf-8", "ignore").decode(): text for key, text in texts.items()}
    assert unpack(pack(texts)) == texts
    assert pack(texts).isascii()
    assert "\n" not in pack(texts)


@pytest.mark.parametrize(
    "packed",
    [
        "",
        "?",
        "AAAA",
        b64encode(zlib.compress(b"[1]")).decode(),
        b64encode(zlib.compress(b'{"a": "' + b" " * 10**7)).decode(),
    ],
)
def test_spoiled_texts_are_none(packed: str) -> None:
    assert unpack(packed) == {}
