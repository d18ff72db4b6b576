"""What a person confirmed goes along when a paragraph is moved to another page, in the source and in its translation.

An entry of a record is carried when its page no longer has it on either side, and another page has it on both, letter for
letter, where nobody has confirmed anything of it yet. So nothing that is there twice counts as confirmed twice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tlumach.alignment import Pair, align
from tlumach.alignment.sequences import comparable
from tlumach.blocks.headings import Taken, unique
from tlumach.library.library import Library, digest, record_file
from tlumach.library.pages import Page
from tlumach.library.structure import Place
from tlumach.records import Entry, Record
from tlumach.records.on_demand import with_records

_SHORTEST = 20
"""Characters of a source text from which on it is not by chance that another page has it too."""
Lost = dict[str, list[tuple[str, Entry]]]
"""Entries whose pages no longer have them, each with its page's path, by the first lines of the translation."""


def with_carried(library: Library, lost: Mapping[Place, list[int]] | None = None) -> Library:
    """Return a library whose records have also what was confirmed on another page, from which it was moved.

    ``lost``: for each record what :func:`lost_of` says, where that is known.
    """
    records, carried = dict[Place, Record](), dict[Place, frozenset[str]]()
    for language in library.settings.translations:
        if entries := _lost(library, language, lost):
            for place, record, origins in _found(library, language, entries):
                records[place], carried[place] = record, origins
    if not carried:
        return library
    digests = {record_file(*place): digest(repr(records[place]).encode()) for place in carried}
    return replace(
        library,
        records=with_records(library.records, records),
        carried=carried,
        digests={**library.digests, **digests},
        record_facts={place: facts for place, facts in library.record_facts.items() if place not in carried},
    )


def lost_of(record: Record, place: Place, library: Library) -> list[int]:
    """Return which confirmed entries of a record stand on neither side of its page any more."""
    language, path = place
    sides = [_text(library.page(side, path)) for side in (library.settings.source, language)]
    return [at for at, entry in enumerate(record.entries) if _is_lost(entry, sides)]


def _is_lost(entry: Entry, sides: list[str]) -> bool:
    ours, theirs = _key(entry)
    is_said = bool(entry.confirmed and len(ours) >= _SHORTEST and theirs)
    return is_said and ours not in sides[0] and theirs not in sides[1]


def _lost(library: Library, language: str, known: Mapping[Place, list[int]] | None) -> Lost:
    lost: Lost = {}
    for place in library.records:
        if place[0] == language:
            numbers = known[place] if known is not None else lost_of(library.records[place], place, library)
            for entry in (library.records[place].entries[at] for at in numbers):
                lost.setdefault(_head(_key(entry)[1]), []).append((place[1], entry))
    return lost


def _found(library: Library, language: str, lost: Lost) -> Iterator[tuple[Place, Record, frozenset[str]]]:
    """Yield the pages that have lost entries, each with its record that has them too, and the pages that they came from."""
    for path in library.paths:
        page, source = library.page(language, path), library.origin(path)
        if page and source and page is not source:
            heads = set(lost) & set(map(_head, _text(page).split("\n\n")))
            wanted = {_key(entry): (origin, entry) for head in heads for origin, entry in lost[head] if origin != path}
            record, origins = _with_entries(page, source, library.record(language, path) or Record(), wanted)
            if origins:
                yield (language, path), record, frozenset(origins)


def _with_entries(
    page: Page, source: Page, record: Record, wanted: Mapping[tuple[str, str], tuple[str, Entry]]
) -> tuple[Record, set[str]]:
    origins: set[str] = set()
    if not wanted:
        return record, origins
    pairs, entries, last = align(source.blocks, page.blocks, record).pairs, list[Entry](), 0
    for pair in pairs:
        if pair.entry is not None:
            entries += record.entries[last : pair.entry + 1]
            last = max(last, pair.entry + 1)
        elif found := wanted.get(_texts(pair, source, page)):
            origins.add(found[0])
            entries.append(found[1])
    taken: Taken = {}
    whole = [*entries, *record.entries[last:]]
    return replace(record, entries=tuple(replace(each, id=unique(each.id, taken)) for each in whole)), origins


def _texts(pair: Pair, source: Page, page: Page) -> tuple[str, str]:
    if pair.source is None or pair.translation is None:
        return "", ""
    return comparable(source.blocks[pair.source].text), comparable(page.blocks[pair.translation].text)


def _key(entry: Entry) -> tuple[str, str]:
    return comparable(entry.source), comparable(entry.translation)


def _text(page: Page | None) -> str:
    return comparable(page.text) if page else ""


def _head(text: str) -> str:
    """Return what a block begins with, up to the first blank line: by it pages are looked through fast."""
    return text.split("\n\n", 1)[0].strip("\n")
