"""Units as gettext PO: GNU gettext manual, "The Format of PO Files".

What is not finished is ``fuzzy``; the source that a translation was made from is the previous msgid (``#|``). The header has
both dates, that of the last confirmation: msgfmt wants the one of the revision, Babel up to 2.18 reads no file with an empty
one, and Poedit 3.2 adds an empty one of creation where there is none.
"""

import re
from collections.abc import Mapping, Sequence

from translate.storage.poheader import parseheaderstring
from translate.storage.pypo import pofile, pounit, unquotefrompo

from tlumach.exchange.exported import exported_as, pack, unpack
from tlumach.exchange.incoming import Returned, UnreadableError
from tlumach.exchange.units import Unit, UnitStatus, unix
from tlumach.library.pages import decode
from tlumach.records.po_syntax import broken_line, has_header

_TEXTS = "X-Tlumach-Exported"
"""The field of the header that has the translations as they were exported."""
_NEVER = "1970-01-01"
_AGAIN = "Save it as PO once more in your tool, or export the page again."


def write_po(units: Sequence[Unit], source_language: str, language: str) -> bytes:
    """Return the PO file of a page's units: the same bytes each time, without dates and names of people or tools."""
    store = pofile(noheader=True)
    header = store.create_unit()
    header.source = ""
    header.target = _header(units, source_language, language)
    store.addunit(header)
    for unit in units:
        _add(store, unit)
    return bytes(store)


def read_po(content: bytes, file: str) -> list[Returned]:
    """Read the units of a PO file; raises :class:`UnreadableError` where it is none. Obsolete entries are passed over."""
    text, problems = decode(content, file)
    if text is None:
        raise UnreadableError(file, problems[0].line, f"{problems[0].message} PO files of Tlumach are UTF-8.")
    text = unix(text)
    _check_syntax(text, file)
    try:
        store = pofile.parsestring(text.encode())
    except Exception as error:  # the parser raises whatever it stumbles on
        raise UnreadableError(file, 1, f"this is no PO file that can be read: {error}. {_AGAIN}") from None
    header = parseheaderstring(store.units[0].target)
    _check_charset(header.get("Content-Type", ""), file)
    texts = unpack(header.get(_TEXTS, ""))
    return [_returned(unit, header.get("Language", ""), file, texts) for unit in store.units if _is_message(unit)]


def _header(units: Sequence[Unit], source_language: str, language: str) -> str:
    day = max((unit.confirmed for unit in units), default="") or _NEVER
    fields = {
        "Project-Id-Version": units[0].file if units else "Tlumach",
        "POT-Creation-Date": f"{day} 00:00+0000",
        "PO-Revision-Date": f"{day} 00:00+0000",
        "Last-Translator": "",  # for the tool to fill in; msgfmt wants these to be there
        "Language-Team": "",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": source_language,
        "X-Generator": "Tlumach",
        _TEXTS: pack({unit.id: unit.target for unit in units if unit.target}),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _add(store: pofile, unit: Unit) -> None:
    added = store.addsourceunit(unit.source)
    added.setcontext(unit.id)
    added.target = unit.target
    added.addlocation(f"{unit.file}:{unit.line}")
    added.addnote(unit.note, origin="developer")
    if unit.previous:
        added.prev_source = unit.previous
    if unit.status is UnitStatus.NEEDS_REVIEW:
        added.markfuzzy()


def _check_syntax(text: str, file: str) -> None:
    if not text.strip():
        raise UnreadableError(file, 1, f"the file is empty. {_AGAIN}")
    if line := broken_line(text):
        raise UnreadableError(file, line, f"this line does not fit in a PO file. {_AGAIN}")
    if not has_header(text):
        raise UnreadableError(file, 1, f"the header is missing (an entry with an empty msgid at the top). {_AGAIN}")


def _check_charset(content_type: str, file: str) -> None:
    charset = re.search(r"charset=\s*([\w.:-]+)", content_type)
    if charset and charset[1].lower() not in ("utf-8", "utf8"):
        raise UnreadableError(file, 1, f"its header says “charset={charset[1]}”. Save it as UTF-8 in your tool.")


def _is_message(unit: pounit) -> bool:
    return not (unit.isheader() or unit.isobsolete() or unit.isblank())


def _returned(unit: pounit, language: str, file: str, texts: Mapping[str, str]) -> Returned:
    context = unquotefrompo(unit.msgctxt)
    return Returned(
        context=context,
        language=language,
        source=unquotefrompo([*unit.msgidcomments, *unit.msgid]),  # the toolkit takes a “_:” there for KDE's comment
        target=str(unit.target),
        finished=not unit.isfuzzy(),
        file=file,
        line=unit.line_number or 1,
        exported=exported_as(str(unit.getnotes()), texts.get(context, "")),
    )
