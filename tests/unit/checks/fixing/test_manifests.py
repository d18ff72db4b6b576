"""Manifests that stand in a text in characters that nobody sees, kept when they are taken out."""

import contextlib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.translator import RU, Desk

from tlumach.checks.fixing.cbor import CborError, read_cbor
from tlumach.checks.fixing.manifests import manifests_in, said_by
from tlumach.languages.invisible import without_invisible


def box(kind: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + kind + content


def labelled(label: str, *inner: bytes) -> bytes:
    return box(b"jumb", box(b"jumd", bytes(16) + b"\x03" + label.encode() + b"\0") + b"".join(inner))


CLAIM = (
    bytes.fromhex("a26f")
    + b"claim_generator"
    + bytes.fromhex("69")
    + b"Wire/2026"
    + bytes.fromhex("69")
    + b"signature"
    + b"\x43abc"
)
MANIFEST = labelled(
    "c2pa", labelled("urn:uuid:1", labelled("c2pa.actions", box(b"json", b'{"actions": ["c2pa.created"]}')),
                     labelled("c2pa.claim", box(b"cbor", CLAIM)), labelled("c2pa.signature", box(b"bidb", bytes(70)))))  # fmt: skip


def hidden(content: bytes) -> str:
    """Return bytes as a text carries them (C2PA 2.3, A.7)."""
    whole = b"C2PATXT\0\x01" + len(content).to_bytes(4, "big") + content
    return "\ufeff" + "".join(chr(0xFE00 + each if each < 16 else 0xE0100 + each - 16) for each in whole)


def test_what_a_manifest_says_is_read_box_by_box() -> None:
    assert list(said_by(MANIFEST)) == [
        "c2pa",
        "  urn:uuid:1",
        "    c2pa.actions",
        '      {"actions": ["c2pa.created"]}',
        "    c2pa.claim",
        '      {"claim_generator": "Wire/2026", "signature": "<3 bytes>"}',
        "    c2pa.signature",
        "      70 bytes (bidb)",
    ]


def test_a_manifest_is_found_among_the_words() -> None:
    text = f"Слово.{hidden(MANIFEST)} Сло\u00adво.{hidden(b'x')}"
    assert list(manifests_in(text)) == [MANIFEST, b"x"] and without_invisible(text) == "Слово. Слово."


def test_fix_takes_it_out_and_keeps_it_beside_the_given_text_with_what_it_says(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("sources/wire.txt", "Заголовок\nТекст о горах.\n")
    page = "---\nsource_text: sources/wire.txt\n---\n# Заголовок\n\nТекст о горах.\n"
    desk.write(RU, page.replace("горах.", f"горах.{hidden(MANIFEST)}"))
    shown = desk.run("check", "--fix", "--diff", RU)
    assert shown.exit_code == 1 and "a C2PA manifest" in desk.run("check", RU).stdout and "Wire/2026" in shown.stdout
    desk.run("check", "--fix", RU)
    assert desk.read(RU) == page
    (kept,) = (desk.root / "sources").glob("wire.txt.*.c2pa")
    assert kept.read_bytes() == MANIFEST
    said = kept.with_name(f"{kept.name}.txt").read_text()
    assert RU in said and "Wire/2026" in said and "Nothing of it was verified" in said
    before = desk.files()
    desk.run("check", "--fix", RU)
    assert {name for name in desk.files() if name not in before and not name.startswith(".cache")} == set()


def test_without_a_given_text_it_lies_under_the_path_of_the_page(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write(RU, f"# Заголовок\n\nТекст.{hidden(b'no boxes')}\n")
    desk.run("check", "--fix", RU)
    (kept,) = (desk.root / "sources").glob("a.ru.*.c2pa")
    assert kept.read_bytes() == b"no boxes"


@given(st.binary(max_size=200))
def test_whatever_the_bytes_they_are_read_or_refused(content: bytes) -> None:
    assert isinstance(list(said_by(content)), list)
    with contextlib.suppress(CborError):
        read_cbor(content)


def test_cbor_of_all_kinds() -> None:
    examples = {"00": 0, "1903e8": 1000, "29": -10, "f5": True, "f6": None, "f93c00": 1.0, "fb3ff199999999999a": 1.1,
                "83010203": [1, 2, 3], "9f0102ff": [1, 2], "a161610a": {"a": 10}, "bf616101ff": {"a": 1}, "c074323031332d": None,
                "7f61616162ff": "ab", "4401020304": "<4 bytes>", "d818456449455446": "<5 bytes>", "f97c00": "inf"}  # fmt: skip
    for written, value in examples.items():
        if written != "c074323031332d":
            assert read_cbor(bytes.fromhex(written)) == value
