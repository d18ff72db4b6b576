"""The syntax of PO files as far as polib does not look after it: it is slow, and reads some broken files as if whole."""

import re

_FIELD = re.compile(r'(?:(?P<keyword>msgctxt|msgid|msgstr)[ \t]+)?"[^"\\]*(?:\\[\\ntrvbf"][^"\\]*)*"')
_STRING = r'"[^"\\\n]*+(?:\\[\\ntrvbf"][^"\\\n]*+)*+"'
_STRINGS = rf"{_STRING}(?:\n{_STRING})*+"
_HEADER = re.compile(rf'# [^\n]*\nmsgid ""\nmsgstr {_STRINGS}')
_ENTRY = re.compile(
    rf"""(?P<note>(?:\#(?:[ ][^\n]*\S)?\n)*+)
        (?:\#\.[ ]confirmed:[ ](?P<since>[0-9-]+)(?:[ ](?P<checksum>[0-9a-f]{{8}}))?\n
        (?:\#\.[ ]by:[ ](?P<by>\S(?:[^\n]*\S)?)\n)?+)?+
        \#:[ ][^\n:]*[^\n:\s](?::(?P<line>[0-9]{{1,9}}))?\n
        (?P<fuzzy>\#,[ ]fuzzy\n)?+
        msgctxt[ ]"(?P<id>[^"\\\s]+)"\n
        msgid[ ](?P<source>{_STRINGS})\n
        msgstr[ ](?P<translation>{_STRINGS})""",
    re.VERBOSE,
)
_BEFORE = {"msgctxt": {"msgstr"}, "msgid": {"msgctxt", "msgstr"}, "msgstr": {"msgid"}}


class LinesByLF(str):
    """A text that polib cuts into lines at LF alone: `str.splitlines` would cut a paragraph at U+2028, U+0085 and others."""

    def splitlines(self, keepends: bool = False) -> list[str]:
        """Return the lines without their ends."""
        return self.split("\n")


def broken_line(text: str) -> int:
    """Return the number of the first line that polib would misread without a word, or 0 where there is none.

    That is: quotes that are not closed, escapes that it does not know, a msgid without msgstr, two of the same.
    """
    before, last = "msgstr", 0
    for number, written in enumerate(text.split("\n"), 1):
        line = written.strip()
        if not line or line[0] == "#":
            continue
        field = _FIELD.fullmatch(line)
        if field is None or (field["keyword"] and before not in _BEFORE[field["keyword"]]):
            return number
        before, last = field["keyword"] or before, number
    return 0 if before == "msgstr" else last


def has_header(text: str) -> bool:
    """Whether an entry without id comes first; polib would take any entry with an empty source for the header."""
    first = next((line for line in text.split("\n") if line.strip() and not line.startswith("#")), "")
    return re.fullmatch(r'msgid[ \t]+""\s*', first) is not None


def entries_as_written(text: str) -> list[re.Match[str]] | None:
    """Return the entries of a record that is laid out just as we write it; None for polib to read what is not.

    Their groups: ``note`` (its lines, with their marks), ``since``, ``checksum``, ``by``, ``line``, ``fuzzy``, ``id``, and ``source`` and
    ``translation`` with quotes and escapes.
    """
    header, *entries = text.removesuffix("\n").split("\n\n")
    found = [match for entry in entries if (match := _ENTRY.fullmatch(entry))]
    return found if len(found) == len(entries) and _HEADER.fullmatch(header) else None
