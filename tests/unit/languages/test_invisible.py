import pytest

from tlumach.languages.invisible import hidden_bytes, invisible, manifest, without_invisible


def selectors(data: bytes) -> str:
    """Bytes as C2PA 2.3 puts them into text."""
    return "\ufeff" + "".join(chr(0xFE00 + each if each < 16 else 0xE0100 + each - 16) for each in data)


@pytest.mark.parametrize(
    ("text", "kind", "visible"),
    [
        ("сло\u00adво", "soft hyphen", "слово"),
        ("сло\u200bво", "zero-width character", "слово"),
        ("сло\u2060во", "zero-width character", "слово"),
        ("сло\u200dво", "joiner", "слово"),
        ("wo\u200crd", "joiner", "word"),
        ("\ufeffслово", "byte order mark", "слово"),
        ("слово\u200e.", "direction mark", "слово."),
        ("a \u202eb\u202c", "direction mark", "a b"),
        ("слово\ufe0f", "variation selector", "слово"),
        ("слово\U000e0151", "variation selector", "слово"),
        ("слово" + "".join(chr(0xE0000 + ord(each)) for each in "hi"), "tag character", "слово"),
        ("\u3164слово", "filler", "слово"),
        ("❤\ufe0f\ufe0f", "variation selector", "❤\ufe0f"),
        ("\U0001f3f4\U000e0067 слово", "tag character", "\U0001f3f4 слово"),
        ("👩\u200d слово", "joiner", "👩 слово"),
    ],
)
def test_what_nobody_sees_is_named_and_can_be_taken_out(text: str, kind: str, visible: str) -> None:
    assert {each.kind for each in invisible(text)} == {kind}
    assert without_invisible(text) == visible


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d💻 and 🏳\ufe0f\u200d🌈",
        "❤\ufe0f, ↩\ufe0e, ©\ufe0f, 1\ufe0f\u20e3",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "葛\U000e0100飾",
        "שלום\u200f!",
        "ไทย\u200bไทย",
        "ᠮᠣᠩᠭᠣᠯ\u180b",
        "plain, простой «текст» – ё й ї",
        "сто́ит",
        "no\u00a0break\u202fspaces",
    ],
)
def test_what_a_script_or_an_emoji_needs_stays(text: str) -> None:
    assert invisible(text) == []
    assert without_invisible(text) == text


def test_a_run_of_one_kind_is_one_with_its_place_and_names() -> None:
    (found,) = invisible("ab\u00ad\u00adc")
    assert (found.place, len(found.characters), found.names) == (2, 2, "U+00AD SOFT HYPHEN")


def test_many_code_points_are_named_by_their_first() -> None:
    (found,) = invisible("a" + "".join(chr(0xE0100 + at) for at in range(200)))
    assert len(found.characters) == 200
    assert found.names.startswith("U+E0100 VARIATION SELECTOR-17") and found.names.endswith("…")


def test_a_manifest_is_read() -> None:
    box = b"\0\0\0\x10jumb" + bytes(range(8))
    data = b"C2PATXT\0" + b"\x01" + len(box).to_bytes(4, "big") + box
    text = "Слово." + selectors(data)
    characters = "".join(each.characters for each in invisible(text))
    assert hidden_bytes(characters) == data
    assert manifest(characters) == box
    assert without_invisible(text) == "Слово."


def test_selectors_without_a_manifest_hold_none() -> None:
    assert manifest(selectors(b"nothing")) is None
    assert manifest("") is None
