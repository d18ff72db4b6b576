"""What a unit was when it was exported: a mark in its note, which tools keep, so that an import can tell who changed what.

The mark names the language and a digest of the translation as it was exported; the source at that time is the unit's own.
The texts themselves, for a conflict to be shown, go where a format has room that translators do not see.
"""

import binascii
import hashlib
import json
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import NamedTuple

from tlumach.alignment.sequences import comparable

MARK = "exported"
_MARK = re.compile(rf"\b{MARK}: (?P<language>[\w-]+) (?P<digest>[0-9a-f]{{12}})\b")
_MOST_TIMES = 40
"""How many times its size a packed text may unpack to: prose packs to a third, so more than this is an attack."""


class Exported(NamedTuple):
    """What the mark of a returned unit says: its language, the digest of its translation, and that text where it was kept."""

    language: str
    digest: str
    text: str | None = None


def digest(text: str) -> str:
    """Return what stands for a translation in a mark: the same for two texts that are one to every tool."""
    return hashlib.sha256(comparable(text).rstrip().encode("utf-8", "surrogatepass")).hexdigest()[:12]


def mark(language: str, text: str) -> str:
    """Return the line of a note that says in which language and with which translation a unit was exported."""
    return f"{MARK}: {language} {digest(text)}"


def exported_as(notes: str, text: str | None = None) -> Exported | None:
    """Read the mark in the notes of a unit; None where the tool dropped it. A text that is not the marked one is passed over."""
    found = _MARK.search(notes)
    if found is None:
        return None
    kept = text if text is not None and digest(text) == found["digest"] else None
    return Exported(found["language"], found["digest"], kept)


def pack(texts: Mapping[str, str]) -> str:
    """Return texts by their ids as one word of ASCII, short enough for the header of a file."""
    return b64encode(zlib.compress(json.dumps(texts, ensure_ascii=False).encode(), 9)).decode()


def unpack(packed: str) -> Mapping[str, str]:
    """Return the texts of :func:`pack`; none where that is spoiled, since a mark can do without."""
    try:
        content = b64decode(packed, validate=True)
        text = zlib.decompressobj().decompress(content, _MOST_TIMES * len(content) + 1)
        found = json.loads(text)
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        return {}
    return {key: value for key, value in found.items() if isinstance(value, str)} if isinstance(found, dict) else {}
