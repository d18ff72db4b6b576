"""Records: what a translation was made from, kept as a gettext PO file. The one place that knows of ``polib``.

The layout follows the GNU gettext manual, "The Format of PO Files". What changes without anybody having confirmed
anything is left out (dates of writing, line widths), so that a diff in version control shows only what a person did.
"""

import datetime
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import polib

from tlumach.problems import Code, Problem
from tlumach.records.confirmer import refusal_of
from tlumach.records.po_syntax import LinesByLF, broken_line, entries_as_written, has_header

_LINE_IN_ERROR = re.compile(r"\(line (\d+)\)")
_CONFIRMED = "confirmed: "
_BY = "by:"
_NOT_SEALED = "0" * 8
"""Stands for the checksum of an entry that names a person and has none: somebody put the name there by hand."""
_SEALED = re.compile(r"(?P<since>[0-9-]+) (?P<checksum>[0-9a-f]{8})")
FIELD = "meta:"
"""How the id of a text of the front matter begins; no heading makes such an id."""


@dataclass(frozen=True)
class Entry:
    """A pair of blocks as it stood when a person last confirmed it.

    ``id`` is the block's id, the same in every language. An empty ``source`` means that the block is the translators'
    own; an empty ``translation``, that there is none yet. ``line`` is that of the source block when the pair was
    confirmed (0: not known): it is written, and left alone when other blocks move, so that confirming one pair changes
    one entry. ``since`` is the date of the confirmation (ISO 8601) or empty, ``by`` says who confirmed (:mod:`tlumach.records.confirmer`;
    empty: that is not recorded), ``note`` is what a person wrote about it.

    ``is_sealed``: the record is written with a checksum of both texts, the date and the name. One whose checksum is wrong when
    it is read, or that has a name and no checksum, was changed by hand since, and is not confirmed: ``edited`` is that
    checksum, which stays until somebody confirms.
    """

    id: str
    source: str
    translation: str
    line: int = 0
    confirmed: bool = True
    since: str = ""
    note: str = ""
    is_sealed: bool = False
    edited: str = ""
    by: str = ""

    @property
    def is_unsealed(self) -> bool:
        """Whether a person confirmed it before there were checksums, and nobody has since."""
        return self.confirmed and bool(self.since) and not self.is_sealed

    @property
    def checksum(self) -> str:
        """The checksum of what a person confirmed: both texts, the day, and who it was, where that is recorded."""
        said = "\0".join((self.source, self.translation, self.since, *([self.by] if self.by else [])))
        return hashlib.blake2b(said.encode(errors="surrogatepass"), digest_size=4).hexdigest()


@dataclass(frozen=True)
class Record:
    """The entries of one page in one language, in the order of the source page.

    ``entries`` are those of its blocks, ``fields`` those of the texts of its front matter, whose ids begin with ``meta:``.
    """

    entries: tuple[Entry, ...] = ()
    fields: tuple[Entry, ...] = ()

    @property
    def has_notes(self) -> bool:
        """Whether a person has noted something in it."""
        return any(entry.note for entry in (*self.entries, *self.fields))


def read_record(text: str, path: str) -> tuple[Record | None, list[Problem]]:
    """Read the text of a PO file; ``path`` is what the problems name.

    None where the file cannot be read as PO at all. Entries without a usable id (``msgctxt``), or with one that was
    there before, are problems and left out; so is a date that is none. Whoever writes a record back must have none of these.
    Obsolete entries (``#~``), flags but ``fuzzy``, and comments by other tools are not kept.
    """
    text = text.removeprefix("\ufeff")
    if record := _as_written(text):
        return record, []
    return _read_with_polib(text, path)


def _as_written(text: str) -> Record | None:
    """Read what :func:`write_record` wrote and nobody has touched, ten times as fast; None where that is not certain."""
    found = entries_as_written(text)
    if found is None:
        return None
    entries = [
        _judged(
            Entry(
                id=match["id"],
                source=_unquoted(match["source"]),
                translation=_unquoted(match["translation"]),
                line=int(match["line"] or 0),
                confirmed=not match["fuzzy"],
                since=match["since"] or "",
                note=_plain_note("\n".join(line[2:] for line in match["note"].split("\n"))),
                by=match["by"] or "",
            ),
            match["checksum"] or "",
        )
        for match in found
    ]
    are_right = len({entry.id for entry in entries}) == len(entries) and all(
        _is_date(entry.since) for entry in entries if entry.since
    )
    are_right = are_right and not any(refusal_of(entry.by) for entry in entries if entry.by)
    return _sorted(entries) if are_right else None


def _judged(entry: Entry, checksum: str) -> Entry:
    """Return an entry that is sealed or, where its checksum is that of something else, not confirmed.

    One without checksum is from before there were any; but then there were no names either.
    """
    if checksum == entry.checksum:
        return replace(entry, is_sealed=True)
    if checksum or entry.by:
        return replace(entry, confirmed=False, edited=checksum or _NOT_SEALED)
    return entry


def _sorted(entries: Iterable[Entry]) -> Record:
    blocks: list[Entry] = []
    fields: list[Entry] = []
    for entry in entries:
        (fields if entry.id.startswith(FIELD) else blocks).append(entry)
    return Record(tuple(blocks), tuple(fields))


def _unquoted(strings: str) -> str:
    text = strings[1:-1].replace('"\n"', "")
    return polib.unescape(text) if "\\" in text else text


def _read_with_polib(text: str, path: str) -> tuple[Record | None, list[Problem]]:
    if broken := broken_line(text):
        message = (
            "this line does not fit in a PO file. Restore the file from version control, or mend the line by hand."
        )
        return None, [Problem(path, broken, Code.RECORD_SYNTAX, message)]
    if not has_header(text):
        message = (
            "the header is missing (an entry with an empty msgid at the top). Restore the file from version control."
        )
        return None, [Problem(path, 1, Code.RECORD_HEADER, message)]
    try:
        file = polib.pofile(LinesByLF(text))
    except OSError as error:
        line = _LINE_IN_ERROR.search(str(error))
        message = "from this line on the file is not PO. Restore it from version control, or mend the line by hand."
        return None, [Problem(path, int(line[1]) if line else 1, Code.RECORD_SYNTAX, message)]
    present = [entry for entry in file if not entry.obsolete]
    problems = list(_problems(present, path))
    usable = {entry.msgctxt: entry for entry in reversed(present) if _is_id(entry.msgctxt)}
    kept = [entry for entry in present if entry is usable.get(entry.msgctxt)]
    return _sorted(map(_entry, kept)), problems


def write_record(record: Record, source_file: str, translation_file: str, language: str) -> str:
    """Return the PO file of a record: what :func:`read_record` reads as the same record, and the same bytes each time.

    Entries are in the order of the record; texts are cut at their own line ends only. Blank lines around a note, and
    spaces at the ends of its lines, are not kept: comments in PO have no place for them.
    """
    file = polib.POFile(wrapwidth=0)
    file.header = f"{translation_file}: what each block was translated from, as last confirmed ({source_file})."
    file.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": "Tlumach",
    }
    file.extend(_po_entry(entry, source_file) for entry in (*record.fields, *record.entries))
    return str(file)


def _po_entry(entry: Entry, source_file: str) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=entry.id,
        msgid=entry.source,
        msgstr=entry.translation,
        occurrences=[(_reference(source_file), str(entry.line) if entry.line else "")],
        flags=[] if entry.confirmed else ["fuzzy"],
        comment="\n".join(_comments(entry)),
        tcomment=_plain_note(entry.note),
    )


def _comments(entry: Entry) -> Iterator[str]:
    """Yield when a person confirmed and who it was, each on a line of its own: extracted comments, which no tool changes."""
    if entry.since:
        yield _CONFIRMED + " ".join(filter(None, (entry.since, _seal(entry))))
    if entry.by:
        yield f"{_BY} {entry.by}"


def _seal(entry: Entry) -> str:
    return entry.checksum if entry.is_sealed else entry.edited


def _reference(file: str) -> str:
    """Return a file name as a PO reference; one with spaces stands between U+2068 and U+2069, as in gettext since 0.19.8."""
    return f"\u2068{file}\u2069" if " " in file else file


def _plain_note(note: str) -> str:
    return "\n".join(line.strip() for line in note.splitlines()).strip()


def _entry(entry: polib.POEntry) -> Entry:
    line = entry.occurrences[-1][1] if entry.occurrences else ""
    since, checksum = _since(entry)
    found = Entry(
        id=entry.msgctxt or "",
        source=entry.msgid,
        translation=entry.msgstr,
        line=int(line or 0),
        confirmed=not entry.fuzzy,
        since=since if _is_date(since) else "",
        note=_plain_note(entry.tcomment),
        by=by if len(named := _names(entry)) == 1 and not refusal_of(by := named[0]) else "",
    )
    return _judged(found, checksum if found.since else "")


def _since(entry: polib.POEntry) -> tuple[str, str]:
    """Return what stands after ``confirmed:``: the day, as it is written, and a checksum; empty where there is none."""
    comments = entry.comment.split("\n")
    said = next((line.removeprefix(_CONFIRMED).strip() for line in comments if line.startswith(_CONFIRMED)), "")
    found = _SEALED.fullmatch(said)
    return (found["since"], found["checksum"]) if found else (said, "")


def _names(entry: polib.POEntry) -> list[str]:
    """Return what stands after ``by:``, on each line that has it."""
    return [line.removeprefix(_BY).strip() for line in entry.comment.split("\n") if line.startswith(_BY)]


def _is_date(text: str) -> bool:
    try:
        return text == datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        return False


def _is_id(text: str | None) -> bool:
    """Whether a text can be an id in HTML: not empty, no white space (HTML Standard, the `id` attribute)."""
    return bool(text) and not re.search(r"\s", text or "")


def _problems(entries: list[polib.POEntry], path: str) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for entry in entries:
        line, context = entry.linenum or 1, entry.msgctxt or ""
        if not _is_id(context):
            message = (
                "the entry has no msgctxt with the id of its block (no spaces). Put it back, or take the entry out."
            )
            yield Problem(path, line, Code.RECORD_CONTEXT, message)
        elif context in lines:
            message = f"“{context}” has an entry already, on line {lines[context]}. Keep the one that is right."
            yield Problem(path, line, Code.RECORD_DUPLICATE, message)
        else:
            lines[context] = line
        if (since := _since(entry)[0]) and not _is_date(since):
            message = (
                f"“{since}” is not a date. Write the day of the confirmation as in 2026-11-22, or take the line out."
            )
            yield Problem(path, line, Code.RECORD_DATE, message)
        if why := _name_refused(_names(entry)):
            message = f"{why}. Write who confirmed as in “by: editor, M.”, or take the line out; then confirm again."
            yield Problem(path, line, Code.RECORD_BY, message)


def _name_refused(names: list[str]) -> str:
    if len(names) > 1:
        return "the entry says twice who confirmed it"
    return next((f"what stands after “by:” {why}" for name in names if (why := refusal_of(name))), "")
