"""The readers, as data: to have one fuzzed, add a line to ``TARGETS`` and a folder with a file or two to the corpus."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tlumach.blocks import split
from tlumach.exchange.formats import read_returned
from tlumach.front_matter import split_front_matter
from tlumach.library.pages import decode, parse_page
from tlumach.output.checksums import read_sums
from tlumach.records.record import read_record
from tlumach.settings import read_settings

GROWTH, FIXED = 10, 20_000
"""What is read may be so many times as large as the file, and so many letters more (settings have defaults, problems a text)."""


@dataclass(frozen=True)
class Target:
    """A reader: it gets the bytes of a file; ``words`` are those that the format gives a meaning."""

    name: str
    read: Callable[[bytes], object]
    words: tuple[bytes, ...]


def read_page(content: bytes) -> object:
    """Read a page as the library does: its encoding, its front matter, its blocks and what stands in them."""
    text, problems = decode(content, "docs/uk/a.md")
    if text is None:
        return problems
    page, found = parse_page(text, "uk", "a.md")
    return [*found, *page.blocks, page.title, *page.links]


def _text(content: bytes) -> str:
    return content.decode("utf-8", errors="replace")


def _read_po(content: bytes) -> object:
    return read_returned(content, "a.po"), read_record(_text(content), "translations/uk/a.po")


def weight(value: Any, most: int) -> int:
    """Return how many letters and things a value holds, each where it stands; counting ends beyond ``most``."""
    total, todo = 0, [value]
    while todo and total <= most:
        each = todo.pop()
        total += len(each) if isinstance(each, (str, bytes)) else 1
        todo.extend(_parts(each))
    return total


def _parts(value: Any) -> Iterator[Any]:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from (getattr(value, field.name) for field in dataclasses.fields(value))
    elif isinstance(value, Mapping):
        yield from value.keys()
        yield from value.values()
    elif isinstance(value, (list, tuple, set, frozenset)):
        yield from value


_YAML = (
    b"- ",
    b": ",
    b"&a ",
    b"*a",
    b"<<: *a\n",
    b"!!python/object:os.system ",
    b"!ENV [A, 1]",
    b"{",
    b"}",
    b"[",
    b"]",
    b"|\n",
    b"? ",
    b"---\n",
    b"...\n",
    b"2024-02-30",
    b"1e999",
    b"0o7",
    b"~",
    b"'",
    b'"',
    b"\t",
    b"#",
    b"\x00",
    b".inf",
    b"12:30:45",
)
_MARKS = (
    b"# ",
    b"\n\n",
    b"    ",
    b"\t",
    b"!!! ",
    b"??? ",
    b"=== ",
    b"/// ",
    b"///\n",
    b"```\n",
    b"~~~",
    b"[^a]",
    b"[^a]: ",
    b"[",
    b"](",
    b")",
    b"![",
    b"{ #a }",
    b"{: .b}",
    b"|",
    b"|-|-|\n",
    b"<div markdown>",
    b"</div>",
    b"<!--",
    b"-->",
    b"*[A]: ",
    b":   ",
    b"- ",
    b"1. ",
    b"> ",
    b"$$",
    b"\\",
    b"&#0;",
    b"<",
    b"`",
    b"**",
    b"\r\n",
    b"\x00",
    b"\xe2\x80\xa8",
)
_PO = (
    b'msgid ""\n',
    b'msgstr ""\n',
    b"msgctxt ",
    b"msgid_plural ",
    b"msgstr[1] ",
    b"#, fuzzy\n",
    b"#~ ",
    b"#| ",
    b"#. ",
    b'"',
    b'\\"',
    b"\\",
    b"\\n",
    b"\n\n",
    b"charset=UTF-16",
    b"Language: en",
    b"nplurals=99999999",
    b"\x00",
)
_XML = (
    b"<",
    b">",
    b"</",
    b"/>",
    b"&amp;",
    b"&#0;",
    b"&#x10FFFF;",
    b"&a;",
    b"<!DOCTYPE a [<!ENTITY a 'b'>]>",
    b"<![CDATA[",
    b"]]>",
    b"<?xml",
    b"?>",
    b"xml:lang='en'",
    b"<trans-unit id='a'>",
    b"<source>",
    b"<target state='final'>",
    b"<seg>",
    b"<tu>",
    b"<tuv>",
    b"<mrk mtype='seg'>",
    b"<g id='1'>",
    b"<x/>",
    b"<segment state='final'>",
    b"<unit id='a'>",
    b"xmlns=''",
    b"version='9'",
    b"encoding='UTF-16'",
)
_SUMS = (
    b"  ",
    b" *",
    b"\\",
    b"SHA256 (",
    b") = ",
    b"0" * 64,
    b"-----BEGIN PGP SIGNED MESSAGE-----\n",
    b"-----BEGIN PGP SIGNATURE-----\n",
    b"- ",
    b"\r",
    b"../",
    b"\x00",
    b"#",
)

TARGETS = (
    Target("front_matter", lambda content: (split_front_matter(_text(content), "a.md"), read_page(content)), _YAML),
    Target("markdown", lambda content: (split(_text(content)), read_page(content)), _MARKS),
    Target("po", _read_po, _PO),
    Target("xliff", lambda content: read_returned(content, "a.xlf"), _XML),
    Target("tmx", lambda content: read_returned(content, "a.tmx"), _XML),
    Target(
        "settings",
        lambda content: read_settings(_text(content)),
        (*_YAML, b"plugins:", b"locale: ", b"nav:\n", b"i18n", b"tlumach"),
    ),
    Target("sums", lambda content: read_sums(_text(content), "SHA256SUMS"), _SUMS),
)
