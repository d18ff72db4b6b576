"""Units as TMX 1.4b, a translation memory: pairs that exist, so no untranslated ones, and no states of its own.

The context is the ``tuid`` (and a ``prop``, for tools that keep but one; OmegaT's memories have it in one of their own). A
pair that is not current says so in a ``prop``, and one whose source has changed is given with the source that it translates:
a memory must not lie.
"""

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

from translate.misc.xml_helpers import string_xpath
from translate.storage.tmx import tmxfile

from tlumach.exchange.exported import exported_as
from tlumach.exchange.incoming import Returned, UnreadableError
from tlumach.exchange.units import Unit, UnitStatus, parse_context

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUS = "x-tlumach-status"
_CONTEXT = "x-context"
_OMEGAT_CONTEXT = "path"
_TEXT = "x-tlumach-exported"


def write_tmx(units: Sequence[Unit], source_language: str, language: str) -> bytes:
    """Return the memory of a page's units, those without a translation left out: the same bytes each time."""
    store = tmxfile(sourcelanguage=source_language, targetlanguage=language)
    header = store.document.getroot()[0]
    header.set("creationtool", "Tlumach")
    header.set("creationtoolversion", version("tlumach"))
    header.set("segtype", "paragraph")
    header.set("datatype", "plaintext")
    for unit in units:
        if unit.target:
            _add(store, unit, source_language, language)
    return bytes(store)


def read_tmx(content: bytes, file: str) -> list[Returned]:
    """Read the pairs of a TMX file, one for each language; raises :class:`UnreadableError` where it is none."""
    try:
        store = tmxfile.parsestring(content)
        header = store.document.getroot().find("header")
        source_language = header.get("srclang", "") if header is not None else ""
        return [each for unit in store.units for each in _returned(unit.xmlelement, source_language, file)]
    except Exception as error:  # the parser raises whatever it stumbles on
        message = f"this is no TMX that can be read: {error or type(error).__name__}. Save it as TMX 1.4."
        raise UnreadableError(file, 1, message) from None


def _add(store: Any, unit: Unit, source_language: str, language: str) -> None:
    added = store.addsourceunit(unit.previous or unit.source, source_language)
    added.settarget(unit.target, language)
    added.xmlelement.attrib.pop("srclang", None)
    added.xmlelement.set("tuid", unit.id)
    added.setcontext(unit.id)
    properties = {_TEXT: unit.target, **({_STATUS: unit.status} if unit.status is UnitStatus.NEEDS_REVIEW else {})}
    for kind, text in properties.items():
        prop = added.xmlelement.makeelement("prop", {"type": kind})
        prop.text = text
        added.xmlelement.insert(1, prop)
    added.addnote(unit.note)


def _returned(element: Any, source_language: str, file: str) -> Iterator[Returned]:
    texts = {_language(tuv): _text(tuv) for tuv in element.iterchildren("tuv")}
    own = element.get("srclang") or source_language
    source = own if own in texts else next(iter(texts), "")
    notes = "\n".join(note.text or "" for note in element.iterchildren("note"))
    for language, target in texts.items():
        if language != source:
            yield Returned(
                context=_context(element),
                language=language,
                source=texts[source],
                target=target,
                finished=_property(element, _STATUS) != UnitStatus.NEEDS_REVIEW,
                file=file,
                line=element.sourceline or 1,
                exported=exported_as(notes, _property(element, _TEXT)),
            )


def _context(element: Any) -> str:
    """Return the first name of a unit that is one of ours; those that other tools number have none."""
    names = (element.get("tuid", ""), _property(element, _CONTEXT), _property(element, _OMEGAT_CONTEXT))
    return next(filter(parse_context, names), "")


def _language(tuv: Any) -> str:
    return str(tuv.get(_LANGUAGE) or tuv.get("lang", ""))  # TMX 1.1 had `lang`


def _text(tuv: Any) -> str:
    segment = tuv.find("seg")
    return "" if segment is None else str(string_xpath(segment))


def _property(element: Any, kind: str) -> str:
    return next((prop.text or "" for prop in element.iterchildren("prop") if prop.get("type") == kind), "")
