"""Characters that nobody sees: which stand in a text, which of them a script or an emoji needs, and what they hide.

Since C2PA 2.3 (January 2026, A.7) pasted text may carry a signed manifest as hundreds of variation selectors; soft hyphens
and marks of direction come from word processors, zero-width spaces from web pages. What a script needs (the joiners of
Persian and of Indian languages, the selectors of emoji and of Han characters, the tags of a flag) is no such character.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

_KINDS: Mapping[str, str] = {
    "soft hyphen": "\u00ad",
    "byte order mark": "\ufeff",
    "joiner": "\u200c\u200d",
    "zero-width character": "\u034f\u180e\u200b\u2060-\u2064\u206a-\u206f\ufff9-\ufffb\U0001d173-\U0001d17a\U0001bca0-\U0001bca3",
    "filler": "\u115f\u1160\u17b4\u17b5\u3164\uffa0",
    "direction mark": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "variation selector": "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef",
    "tag character": "\U000e0000-\U000e007f",
}
DIRECTIONS = re.compile(f"[{_KINDS['direction mark']}]")
INVISIBLE = re.compile(f"[{''.join(_KINDS.values())}]")
_PATTERNS = {kind: re.compile(f"[{characters}]") for kind, characters in _KINDS.items()}
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_JOINING = re.compile(
    "[\u0600-\u08ff\u0900-\u109f\u1780-\u18aa\u1a00-\u1cff\ua840-\uabff\ufb50-\ufdff\ufe70-\ufefc\U0001e900-\U0001e95f]"
)
"""Letters and marks of the scripts that need joiners, or zero-width spaces between words: Arabic to Myanmar, Khmer, Mongolian."""
_UNSPACED = re.compile("[\u0e00-\u109f\u1780-\u17ff]")
"""Scripts that put no space between words: Thai, Lao, Tibetan, Burmese, Khmer."""
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_MONGOLIAN = re.compile("[\u1800-\u18aa]")
_JAMO = re.compile("[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]")
_PRESENTED = "#*0123456789\u203c\u2049\u2139\u3030\u303d"
"""What may have a selector of its presentation (text or emoji) and is no symbol."""
_EMOJI_JOINED = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff]")
_BLACK_FLAG = "\U0001f3f4"
_FLAG = re.compile(f"{_BLACK_FLAG}[\U000e0020-\U000e007e]{{1,8}}\U000e007f")
_C2PA = b"C2PATXT\0"
"""The first bytes of a manifest in a text (C2PA 2.3, A.7)."""


class Invisible(NamedTuple):
    """A run of invisible characters of one kind: its place in the text, and the characters."""

    place: int
    kind: str
    characters: str

    @property
    def names(self) -> str:
        """The code points with their names, the first three of many: U+00AD SOFT HYPHEN."""
        each = list(dict.fromkeys(self.characters))
        named = [f"U+{ord(one):04X} {unicodedata.name(one, 'unnamed')}" for one in each[:3]]
        return ", ".join(named) + (", …" if len(each) > len(named) else "")


def invisible(text: str) -> list[Invisible]:
    """Return the runs of characters of a text that nobody sees and that no script or emoji needs, in order."""
    runs: list[Invisible] = []
    for place, character in _not_needed(text):
        kind, last = _kind(character), runs[-1] if runs else None
        if last and last.kind == kind and last.place + len(last.characters) == place:
            runs[-1] = last._replace(characters=last.characters + character)
        else:
            runs.append(Invisible(place, kind, character))
    return runs


def without_invisible(text: str) -> str:
    """Return a text without the characters that nobody sees; what a script or an emoji needs stays."""
    places = {place for place, _ in _not_needed(text)}
    return "".join(each for place, each in enumerate(text) if place not in places) if places else text


def hidden_bytes(characters: str) -> bytes:
    """Return the bytes that variation selectors stand for (C2PA 2.3, A.7: U+FE00 is 0, U+E0100 is 16); others are passed over."""
    codes = (ord(each) for each in characters)
    return bytes(
        code - 0xFE00 if code < 0x10000 else code - 0xE0100 + 16
        for code in codes
        if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    )


def manifest(characters: str) -> bytes | None:
    """Return the C2PA manifest that invisible characters hold, as a JUMBF box; None where they hold none."""
    hidden = hidden_bytes(characters)
    if not hidden.startswith(_C2PA):
        return None
    head = len(_C2PA) + 1  # one byte of version
    length = int.from_bytes(hidden[head : head + 4], "big")
    return hidden[head + 4 : head + 4 + length]


def _not_needed(text: str) -> Iterator[tuple[int, str]]:
    """Yield the invisible characters that nothing needs, each with its place."""
    if text.isascii():
        return
    for match in INVISIBLE.finditer(text):
        is_needed = _NEEDS.get(_kind(match[0]))
        if not (is_needed and is_needed(text, match.start())):
            yield match.start(), match[0]


def _kind(character: str) -> str:
    return next(kind for kind, pattern in _PATTERNS.items() if pattern.match(character))


def _around(text: str, place: int) -> tuple[str, str]:
    """Return the characters before and after a place; empty at the ends."""
    return text[place - 1 : place] if place else "", text[place + 1 : place + 2]


def _is_joiner_needed(text: str, place: int) -> bool:
    before, after = _around(text, place)
    if _JOINING.match(before):
        return True
    is_emoji = bool(_EMOJI_JOINED.match(before)) or before == "\ufe0f"
    return text[place] == "\u200d" and is_emoji and bool(_EMOJI_JOINED.match(after))


def _is_space_needed(text: str, place: int) -> bool:
    """Tell whether a zero-width space parts words of a script that has no other, or a joiner of graphemes stands in Hebrew."""
    before, after = _around(text, place)
    if text[place] == "\u034f":
        return bool(_RIGHT_TO_LEFT.match(before))
    return text[place] == "\u200b" and bool(_UNSPACED.search(before + after))


def _is_filler_needed(text: str, place: int) -> bool:
    before, after = _around(text, place)
    return text[place] in "\u115f\u1160" and bool(_JAMO.match(before) or _JAMO.match(after))


def _is_direction_needed(text: str, place: int) -> bool:
    """Tell whether the line has letters that are written from right to left."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    return bool(_RIGHT_TO_LEFT.search(text, start, len(text) if end < 0 else end))


def _is_selector_needed(text: str, place: int) -> bool:
    before, selector = text[place - 1 : place] if place else "", text[place]
    if not before:
        return False
    if selector <= "\u180f":
        return bool(_MONGOLIAN.match(before))
    if selector in "\ufe0e\ufe0f":
        return before in _PRESENTED or unicodedata.category(before) in {"So", "Sm"}
    return bool(_HAN.match(before)) or (
        selector == "\ufe00" and (before == "0" or unicodedata.category(before) == "Sm")
    )


def _is_tag_needed(text: str, place: int) -> bool:
    flag = text.rfind(_BLACK_FLAG, 0, place)
    found = _FLAG.match(text, flag) if flag >= 0 else None
    return found is not None and place < found.end()


_NEEDS: Mapping[str, Callable[[str, int], bool]] = {
    "joiner": _is_joiner_needed,
    "zero-width character": _is_space_needed,
    "filler": _is_filler_needed,
    "direction mark": _is_direction_needed,
    "variation selector": _is_selector_needed,
    "tag character": _is_tag_needed,
}
