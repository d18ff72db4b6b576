"""The term base as TBX-Basic 2 and 3, which differ in the names of the elements and the root alone.

Version 2 (ISO 30042:2008, `martif`) is what Weblate, OmegaT and translate-toolkit read; translate-toolkit 3.20 fails on version 3.
Version 3 (ISO 30042:2019) is in the style "data category as attribute" (DCA), not "as tag" (DCT): it has one namespace and one
grammar, is what version 2 had, and is the style in which other programs write.

Both come as "data category as attribute". The definition stands in its language with the sources that it cites, as a
group; other sources at the concept. A rendering to avoid is a deprecated term of the same concept, the reason a note on
it; the note names the form, for tools such as OmegaT show the notes of an entry apart from its terms. No date of
making is written, so that the same glossary gives the same bytes; and no document type, so that nothing is fetched.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tlumach.editions.shared.plain_text import storable
from tlumach.editions.termbase.concepts import Concept, Designation, TermEntry, TermForm, TermStatus
from tlumach.settings import Settings

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
STATUSES = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.AVOIDED: "deprecatedTerm-admn-sts",
}
FORMS = {TermForm.FULL: "fullForm", TermForm.SHORT: "shortForm", TermForm.ABBREVIATION: "abbreviation"}
_WEB = re.compile(r"https?://.")


@dataclass(frozen=True)
class Vocabulary:
    """What a version of TBX calls its elements, the attributes of its root, and the name of its constraints, if it has any."""

    root: str
    header: str
    concept: str
    language: str
    designation: str
    attributes: Mapping[str, str]
    constraints: str = ""


def to_tbx(concepts: Sequence[Concept], settings: Settings, words: Vocabulary) -> bytes:
    """Return the concepts (at least one: TBX knows no empty term base) as a TBX-Basic document in UTF-8."""
    root = Element(words.root, {**words.attributes, LANGUAGE: settings.source})
    _header(root, settings, words)
    body = SubElement(SubElement(root, "text"), "body")
    for concept in concepts:
        _concept(body, concept, settings.source, words)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, "unicode")}\n'.encode()


def _header(root: Element, settings: Settings, words: Vocabulary) -> None:
    header = SubElement(root, words.header)
    file = SubElement(header, "fileDesc")
    _add(SubElement(file, "titleStmt"), "title", storable(settings.site_names[settings.source]))
    _add(SubElement(file, "sourceDesc"), "p", storable(settings.site_url))
    if words.constraints:
        _add(SubElement(header, "encodingDesc"), "p", words.constraints, type="XCSURI")


def _concept(body: Element, concept: Concept, source: str, words: Vocabulary) -> None:
    element = SubElement(body, words.concept, id=concept.id)
    if concept.kind:
        _add(element, "descrip", concept.kind, type="subjectField")
    cited = {each.url for entry in concept.entries for each in entry.citations if each.defines}
    for citation in concept.entries[0].citations:
        if citation.url not in cited:
            _add(element, "admin", str(citation), type="source")
    if concept.as_of_note:
        _add(element, "note", concept.as_of_note, **{LANGUAGE: source})
    for entry in concept.entries:
        _entry(element, entry, words)


def _entry(concept: Element, entry: TermEntry, words: Vocabulary) -> None:
    element = SubElement(concept, words.language, {LANGUAGE: entry.language})
    if entry.definition:
        group = SubElement(element, "descripGrp")
        _add(group, "descrip", entry.definition, type="definition")
        for citation in entry.citations:
            if citation.defines:
                _add(group, "admin", str(citation), type="source")
    for designation in entry.designations:
        _designation(element, designation, entry, words)


def _designation(language: Element, designation: Designation, entry: TermEntry, words: Vocabulary) -> None:
    element = SubElement(language, words.designation)
    _add(element, "term", designation.text)
    if designation.form:
        _add(element, "termNote", FORMS[designation.form], type="termType")
    _add(element, "termNote", STATUSES[designation.status], type="administrativeStatus")
    if designation.advice:
        _add(element, "note", designation.advice, **{LANGUAGE: entry.language})
    if designation.status is TermStatus.PREFERRED and _WEB.match(entry.address):
        _add(element, "xref", designation.text, type="externalCrossReference", target=entry.address)


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = text


MARTIF = Vocabulary(
    root="martif",
    header="martifHeader",
    concept="termEntry",
    language="langSet",
    designation="tig",
    attributes={"type": "TBX-Basic"},
    constraints="TBXBasicXCSV02.xcs",
)


def to_tbx2(concepts: Sequence[Concept], settings: Settings) -> bytes:
    """Return the concepts (at least one) as a TBX-Basic 2 document, in UTF-8; the same concepts give the same bytes."""
    return to_tbx(concepts, settings, MARTIF)


TBX_3 = Vocabulary(
    root="tbx",
    header="tbxHeader",
    concept="conceptEntry",
    language="langSec",
    designation="termSec",
    attributes={"xmlns": "urn:iso:std:iso:30042:ed-2", "type": "TBX-Basic", "style": "dca"},
)


def to_tbx3(concepts: Sequence[Concept], settings: Settings) -> bytes:
    """Return the concepts (at least one) as a TBX-Basic 3 document, in UTF-8; the same concepts give the same bytes."""
    return to_tbx(concepts, settings, TBX_3)
