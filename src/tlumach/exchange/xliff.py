"""Units as XLIFF 1.2 (OASIS Standard, 1 February 2008).

The context is the ``id`` of a ``trans-unit``. A translation whose source has changed has the state ``needs-translation``, and
the source that it was made from stands in an ``alt-trans`` of the type ``previous-version``; one that nobody has confirmed
has the state ``needs-review-translation``. Weblate takes the first for “needs editing”, the second for “waiting for review”.
What a person has confirmed is ``signed-off``: Lokalize 22.12, in its role of one who approves, calls all below that “not ready”.
"""

from collections.abc import Sequence
from typing import Any

from translate.misc.xml_helpers import string_xpath
from translate.storage.xliff import Xliff1File, Xliff1Unit

from tlumach.exchange.exported import MARK, exported_as
from tlumach.exchange.incoming import Returned, UnreadableError
from tlumach.exchange.units import Unit, UnitStatus

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_SKELETON = (
    f'<?xml version="1.0" encoding="UTF-8"?><xliff version="1.2" xmlns="{_NAMESPACE}">'
    '<file original="" source-language="" target-language="" datatype="plaintext"><body/></file></xliff>'
).encode()


_UNFINISHED = ("needs-translation", "needs-review-translation")
"""The states in which a unit is exported that is not finished."""
_CONFIRMED = "signed-off"
_ORIGIN = f"tlumach-{MARK}"


class _Unit(Xliff1Unit):  # type: ignore[misc]
    """A unit of XLIFF 1.2: the toolkit's own are of 1.1 and would leave that name in the file."""

    namespace = _NAMESPACE


def write_xliff(units: Sequence[Unit], source_language: str, language: str) -> bytes:
    """Return the XLIFF file of a page's units (at least one): the same bytes each time, without dates or names."""
    store = Xliff1File.parsestring(_SKELETON)
    file = store.document.getroot()[0]
    file.set("original", units[0].file)
    file.set("source-language", source_language)
    file.set("target-language", language)
    for unit in units:
        _add(store, unit, source_language)
    return bytes(store)


def read_xliff(content: bytes, file: str) -> list[Returned]:
    """Read the units of an XLIFF 1.x file; raises :class:`UnreadableError` where it is none."""
    try:
        store = Xliff1File.parsestring(content)
        return [_returned(unit, file) for unit in store.units]
    except Exception as error:  # the parser raises whatever it stumbles on
        message = f"this is no XLIFF 1.2 that can be read: {error or type(error).__name__}. Save it as XLIFF 1.2."
        raise UnreadableError(file, 1, message) from None


def _add(store: Any, unit: Unit, source_language: str) -> None:
    added = _Unit(unit.source)
    store.addunit(added)
    added.xmlelement.set("id", unit.id)
    if unit.status is not UnitStatus.UNTRANSLATED:
        added.target = unit.target
    if unit.status is UnitStatus.TRANSLATED:
        added.target_dom.set("state", _CONFIRMED)
    if unit.status is UnitStatus.NEEDS_REVIEW:
        added.target_dom.set("state", _UNFINISHED[0] if unit.previous else _UNFINISHED[1])
        del added.xmlelement.attrib["approved"]
    added.createcontextgroup(unit.id, [("sourcefile", unit.file), ("linenumber", str(unit.line))], "location")
    added.addnote(unit.note, origin="developer")
    if unit.target:
        added.addalttrans(unit.target, origin=_ORIGIN, sourcetxt=unit.previous or unit.source)
        added.xmlelement[-1].set("alttranstype", "previous-version" if unit.previous else "reference")


def _returned(unit: Any, file: str) -> Returned:
    element, target = unit.xmlelement, unit.target_dom
    holder = next(element.iterancestors(unit.namespaced("file")))
    return Returned(
        context=element.get("id", ""),
        language=holder.get("target-language", ""),
        source=_text(unit.source_dom),
        target=_joined(unit, target),
        finished=_is_whole(unit, target)
        and _is_finished(element.get("approved"), None if target is None else target.get("state")),
        file=file,
        line=element.sourceline or 1,
        exported=exported_as(_notes(unit), _exported_text(unit)),
        state_left=target is not None and target.get("state") in _UNFINISHED and _is_whole(unit, target),
    )


def _segments(unit: Any, holder: Any) -> dict[str, Any]:
    """Return the segments that a tool has cut a text into (``<mrk mtype="seg">``), by their names."""
    marks = holder.iterchildren(unit.namespaced("mrk")) if holder is not None else ()
    return {mark.get("mid") or str(at): mark for at, mark in enumerate(marks) if mark.get("mtype") == "seg"}


def _joined(unit: Any, target: Any) -> str:
    """Return the text of a target, between its segments the spaces that stand between those of the source."""
    ours, theirs = _segments(unit, _cut_source(unit)), _segments(unit, target)
    if not theirs:
        return _text(target)
    text, last = target.text or "", list(theirs)[-1]
    for name, mark in theirs.items():
        between = ours[name].tail if name in ours else " "
        text += _text(mark) + (mark.tail or (between if name != last else "") or "")
    return text


def _is_whole(unit: Any, target: Any) -> bool:
    """Whether every segment of the source has words in the target; a text that was not cut is whole."""
    theirs = _segments(unit, target)
    names = _segments(unit, _cut_source(unit)).keys() | theirs.keys() if theirs else ()
    return all(name in theirs and _text(theirs[name]).strip() for name in names)


def _cut_source(unit: Any) -> Any:
    return unit.xmlelement.find(unit.namespaced("seg-source"))


def _notes(unit: Any) -> str:
    return "\n".join(map(_text, unit.xmlelement.iterchildren(unit.namespaced("note"))))


def _exported_text(unit: Any) -> str:
    """Return the translation as it was exported, which an alternative of our origin has; empty where there was none."""
    others = unit.xmlelement.iterchildren(unit.namespaced("alt-trans"))
    ours = (_text(each.find(unit.namespaced("target"))) for each in others if each.get("origin") == _ORIGIN)
    return next(ours, "")


def _text(node: Any) -> str:
    """Return the text of an element, inline elements opened, white space as written: we hand out Markdown, not prose."""
    return "" if node is None else str(string_xpath(node))


def _is_finished(approved: str | None, state: str | None) -> bool:
    """Whether a unit is done by its attributes, both of which may be left out; any sign that it is not wins."""
    if state is None:
        return approved != "no"
    return not state.startswith("needs-") and state != "new"
