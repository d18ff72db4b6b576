"""The index of a language in pieces: one for each beginning of a key, none so large that a slow line would notice.

A piece is lines of text. Of a word: its keys, then each of its forms with the rows that it stands in. Of a name:
``!`` and the keys of its words, then the rows. Where a piece would be too large, it is parted by one more letter, and
what stays under the short beginning are the short keys and the words of titles, for a reader who has typed no more.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tlumach.search.filing import Filing
from tlumach.search.names import Name

LARGEST = 24_000
"""Bytes of a piece before compression (about a third of it remains); a single word that needs more has a piece of its own."""
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class Entry(NamedTuple):
    """A line of a piece: the key under which it is filed here, the text, and, of a word that titles have, its line there."""

    key: str
    line: str
    in_titles: str = ""


def pieces(filing: Filing, names: Iterable[Name], titles: int) -> dict[str, str]:
    """Return the pieces by the beginning of their keys. The first ``titles`` rows are titles."""
    entries = [*_word_entries(filing, titles), *_name_entries(names)]
    found: dict[str, str] = {}
    _part(sorted(set(entries)), "", found)
    return dict(sorted(found.items()))


def number_list(numbers: Iterable[int]) -> str:
    """Write rising numbers as the steps between them: each in digits of six bits, five of value and one for “goes on”."""
    text: list[str] = []
    last = -1
    for number in numbers:
        step, last = number - last - 1, number
        while step >= 32:
            text.append(_DIGITS[32 + step % 32])
            step //= 32
        text.append(_DIGITS[step])
    return "".join(text)


def _word_entries(filing: Filing, titles: int) -> Iterable[Entry]:
    families: dict[frozenset[str], list[str]] = {}
    for form in sorted(filing.rows):
        families.setdefault(filing.keys[form], []).append(form)
    for keys, forms in families.items():
        ordered = sorted(keys)
        whole = _line(ordered, forms, filing.rows)
        short = {form: rows for form in forms if (rows := [row for row in filing.rows[form] if row < titles])}
        in_titles = _line(ordered, list(short), short) if short else ""
        yield from (Entry(key, whole, in_titles) for key in ordered)


def _name_entries(names: Iterable[Name]) -> Iterable[Entry]:
    for name in names:
        words = " ".join(",".join(sorted(keys)) for keys in name.words)
        line = f"!{words}\t{number_list(name.rows)}"
        yield from (Entry(key, line) for key in sorted(name.words[0]))


def _line(keys: Sequence[str], forms: Sequence[str], rows: Mapping[str, Sequence[int]]) -> str:
    """Write a word: what a form has in common with the first key is written as ``~``."""
    written = ("~" + form.removeprefix(keys[0]) if form.startswith(keys[0]) else form for form in forms)
    return "\t".join(
        [",".join(keys), *(f"{short} {number_list(rows[form])}" for short, form in zip(written, forms, strict=True))]
    )


def _part(entries: Sequence[Entry], beginning: str, found: dict[str, str]) -> None:
    by_next: dict[str, list[Entry]] = {}
    stays: dict[str, None] = {}
    for entry in entries:
        if len(entry.key) <= len(beginning):
            stays[entry.line] = None
        else:
            by_next.setdefault(entry.key[: len(beginning) + 1], []).append(entry)
            if len(beginning) > 1 and entry.in_titles:
                stays[entry.in_titles] = None
    if stays or beginning:
        found[beginning] = "\n".join(stays)
    for longer, few in by_next.items():
        if _size(few) <= LARGEST or all(entry.key == longer for entry in few):
            found[longer] = "\n".join(dict.fromkeys(entry.line for entry in few))
        else:
            _part(few, longer, found)


def _size(entries: Iterable[Entry]) -> int:
    return sum(len(line.encode()) + 1 for line in {entry.line for entry in entries})
