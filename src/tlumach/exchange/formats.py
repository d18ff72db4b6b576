"""The formats by name, and which of them a file is: by what is in it, since tools name their files as they like."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tlumach.exchange.incoming import Returned, UnreadableError
from tlumach.exchange.po import read_po, write_po
from tlumach.exchange.safe_xml import looks_like_xml, root_of
from tlumach.exchange.tmx import read_tmx, write_tmx
from tlumach.exchange.units import Unit
from tlumach.exchange.xliff import read_xliff, write_xliff
from tlumach.exchange.xliff2 import read_xliff2, write_xliff2
from tlumach.problems import Code, Problem


@dataclass(frozen=True)
class Format:
    """A format: the ending of its files, and how units (their language and that of their source given) become one.

    ``folder`` is where the files of a language lie under its own; ``project`` makes what a tool needs beside them, by name.
    """

    ending: str
    write: Callable[[Sequence[Unit], str, str], bytes]
    folder: str = ""
    project: Callable[[str, str], Mapping[str, str]] = lambda *_: {}


_OMEGAT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
    <project version="1.0">
        <source_dir>__DEFAULT__</source_dir>
        <target_dir>__DEFAULT__</target_dir>
        <tm_dir>__DEFAULT__</tm_dir>
        <glossary_dir>__DEFAULT__</glossary_dir>
        <dictionary_dir>__DEFAULT__</dictionary_dir>
        <source_lang>{source}</source_lang>
        <target_lang>{target}</target_lang>
        <sentence_seg>false</sentence_seg>
        <support_default_translations>false</support_default_translations>
        <remove_tags>false</remove_tags>
    </project>
</omegat>
"""
"""A project of OmegaT: segments are paragraphs, since a unit is a block; equal sources may be translated otherwise elsewhere."""

_OMEGAT_FILTERS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<filters removeTags="false" removeSpacesNonseg="false" preserveSpaces="true" ignoreFileContext="false">
    <filter className="org.omegat.filters2.po.PoFilter" enabled="true">
        <files sourceFilenameMask="*.po" targetFilenamePattern="${filename}" sourceEncoding="UTF-8" targetEncoding="UTF-8"/>
        <option name="skipHeader" value="true"/>
    </filter>
</filters>
"""
"""Without this, the first segment to translate of each file is the header of its PO (seen in 3.6.0); spaces are Markdown."""


def _omegat_project(source_language: str, language: str) -> Mapping[str, str]:
    """Return the files of a project of OmegaT by their names; it opens none that lacks one of its folders."""
    folders = ("target", "tm", "glossary", "dictionary")
    project = _OMEGAT.format(source=source_language.upper(), target=language.upper())
    files = {"omegat.project": project, "omegat/filters.xml": _OMEGAT_FILTERS}
    return {**files, **{f"{name}/.keep": "" for name in folders}}


FORMATS: Mapping[str, Format] = {
    "po": Format("po", write_po),
    "xliff": Format("xlf", write_xliff),
    "xliff2": Format("xlf", write_xliff2),
    "tmx": Format("tmx", write_tmx),
    "omegat": Format("po", write_po, "source", _omegat_project),
}

_XLIFF: Mapping[str, Callable[[bytes, str], list[Returned]]] = {"1": read_xliff, "2": read_xliff2}
"""Who reads a file of XLIFF, by the first part of its version: what was new in 2.0 has little of 1.2 in it."""


def read_returned(content: bytes, file: str) -> tuple[list[Returned], list[Problem]]:
    """Read the units of a returned file, PO, XLIFF or TMX; where it is none of these, the problem says why."""
    try:
        found = _read(content, file)
    except UnreadableError as error:
        return [], [error.problem]
    nothing = Problem(
        file, 1, Code.EXCHANGE_FILE, "there is nothing translated in it. Give the file that your tool wrote."
    )
    return found, [] if found else [nothing]


def _read(content: bytes, file: str) -> list[Returned]:
    if not looks_like_xml(content):
        return read_po(content, file)
    name, attributes = root_of(content, file)
    if name.rpartition(":")[2] == "tmx":
        return read_tmx(content, file)
    if name.rpartition(":")[2] != "xliff":
        raise UnreadableError(file, 1, f"its root is <{name}>: neither XLIFF nor TMX. Save it as PO, XLIFF or TMX.")
    major = attributes.get("version", "1.2").partition(".")[0]
    if major not in _XLIFF:
        raise UnreadableError(file, 1, f"this is XLIFF {attributes['version']}. Save it as XLIFF 2.1 or 1.2.")
    return _XLIFF[major](content, file)
