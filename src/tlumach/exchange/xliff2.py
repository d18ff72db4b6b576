"""Units as XLIFF 2.1 (OASIS Standard, 13 February 2018), each a ``unit`` of one segment; XLIFF 2.0 and 2.2 are read as well.

The context is the ``name`` of a unit: its ``id`` is an XML name token, which has no room for a path. What is not finished has
the state ``initial`` and says why in ``subState``. The source that a translation was made from, and the translation as it
was exported, stand in a match (Translation Candidates Module). A text of one line may be cut into segments, one of several
lines may not, since its line ends are its structure; whatever comes back cut is put together with the spaces between.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from translate.misc.xml_helpers import string_xpath
from translate.storage.xliff2 import Xliff2File

from tlumach.exchange.exported import MARK, exported_as
from tlumach.exchange.incoming import Returned, UnreadableError
from tlumach.exchange.units import Unit, UnitStatus, parse_context

_CORE = "urn:oasis:names:tc:xliff:document:2.0"
_MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SKELETON = (
    f'<?xml version="1.0" encoding="UTF-8"?><xliff version="2.1" xmlns="{_CORE}" xmlns:mtc="{_MATCHES}"'
    ' srcLang="" trgLang=""><file id="page"/></xliff>'
).encode()
_TOKEN = re.compile(r"[\w.:-]+")
"""An XML name token, as far as letters, digits and these marks go ("Extensible Markup Language 1.0", production 7)."""
_SEGMENT = "text"
_ORIGIN = f"tlumach-{MARK}"
_INITIAL = "initial"
_CONFIRMED = "reviewed"
_CHANGED, _UNCONFIRMED = "tlumach:changed", "tlumach:unconfirmed"


def write_xliff2(units: Sequence[Unit], source_language: str, language: str) -> bytes:
    """Return the XLIFF file of a page's units (at least one): the same bytes each time, without dates or names."""
    store = Xliff2File.parsestring(_SKELETON)
    root = store.document.getroot()
    root.set("srcLang", source_language)
    root.set("trgLang", language)
    root[0].set("original", units[0].file)
    for unit in units:
        _add(root[0], unit)
    return bytes(store)


def read_xliff2(content: bytes, file: str) -> list[Returned]:
    """Read the units of an XLIFF 2.x file; raises :class:`UnreadableError` where it is none."""
    try:
        root = Xliff2File.parsestring(content).document.getroot()
        return [_returned(each, root.get("trgLang", ""), file) for each in root.iterfind(".//{*}file//{*}unit")]
    except Exception as error:  # the parser raises whatever it stumbles on
        message = f"this is no XLIFF 2 that can be read: {error or type(error).__name__}. Save it as XLIFF 2.1 or 1.2."
        raise UnreadableError(file, 1, message) from None


def _add(file: Any, unit: Unit) -> None:
    added = _child(file, "unit", id=_id(unit.id), name=unit.id, canResegment="no" if "\n" in unit.source else "yes")
    if unit.target:
        matches = _child(added, "matches", _MATCHES)
        match = _child(matches, "match", _MATCHES, ref=f"#{_SEGMENT}", origin=_ORIGIN, type="other")
        _add_texts(match, unit.previous or unit.source, unit.target)
    notes = _child(added, "notes")
    _child(notes, "note", category="location").text = f"{unit.file}:{unit.line}"
    if unit.note:
        _child(notes, "note", category="description").text = unit.note
    segment = _child(added, "segment", id=_SEGMENT, **_state(unit))
    _add_texts(segment, unit.source, unit.target if unit.status is not UnitStatus.UNTRANSLATED else "")


def _child(parent: Any, tag: str, space: str = _CORE, /, **attributes: str) -> Any:
    child = parent.makeelement(f"{{{space}}}{tag}", attributes)
    parent.append(child)
    return child


def _add_texts(parent: Any, source: str, target: str) -> None:
    for name, text in {"source": source, **({"target": target} if target else {})}.items():
        child = _child(parent, name)
        child.set(_SPACE, "preserve")
        child.text = text


def _id(context: str) -> str:
    """Return the name token of a unit: the id of its block, or a digest where that is none."""
    _, name = parse_context(context) or ("", context)
    return name if _TOKEN.fullmatch(name) else f"x-{hashlib.sha256(context.encode()).hexdigest()[:12]}"


def _state(unit: Unit) -> dict[str, str]:
    if unit.status is UnitStatus.TRANSLATED:
        return {"state": _CONFIRMED}
    why = {"subState": _CHANGED if unit.previous else _UNCONFIRMED} if unit.target else {}
    return {"state": _INITIAL, **why}


def _returned(unit: Any, language: str, file: str) -> Returned:
    """Read a unit. No state is that of a unit just begun; where our note is gone too, its tool keeps none of either."""
    pieces = [each for each in unit if _name(each) in ("segment", "ignorable")]
    exported = exported_as("\n".join(map(_text, unit.iterfind(".//{*}note"))), _exported_text(unit))
    segments = [each for each in pieces if _name(each) == "segment"]
    whole = all(_text(each.find("{*}target")).strip() or not _text(each.find("{*}source")).strip() for each in segments)
    states = {each.get("state", _INITIAL if exported else _CONFIRMED) for each in segments}
    return Returned(
        context=unit.get("name", ""),
        language=language,
        source="".join(_text(each.find("{*}source")) for each in pieces),
        target="".join(_targets(pieces)),
        finished=whole and _INITIAL not in states,
        file=file,
        line=unit.sourceline or 1,
        exported=exported,
        state_left=whole and _INITIAL in states,
    )


def _targets(pieces: Sequence[Any]) -> Iterator[str]:
    """Yield the texts of the targets in their order; between segments the source's spaces, where the target has none of its own.

    A target's ``order`` is its place among all pieces, from 1 (4.3.1.23 order). Nothing is yielded where nothing is translated.
    """
    targets = [each.find("{*}target") for each in pieces]
    places = [at if each is None else int(each.get("order", at)) for at, each in enumerate(targets, 1)]
    if not any(_text(each).strip() for each in targets):
        return
    for at in sorted(range(len(pieces)), key=places.__getitem__):
        is_space = targets[at] is None and _name(pieces[at]) == "ignorable"
        yield _text(pieces[at].find("{*}source") if is_space else targets[at])


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _exported_text(unit: Any) -> str:
    """Return the translation as it was exported, which a match of our origin has; empty where there was none."""
    found = unit.find(f"{{*}}matches/{{*}}match[@origin='{_ORIGIN}']/{{*}}target")
    return _text(found)


def _text(node: Any) -> str:
    """Return the text of an element, inline elements opened, white space as written: we hand out Markdown, not prose."""
    return "" if node is None else str(string_xpath(node))
