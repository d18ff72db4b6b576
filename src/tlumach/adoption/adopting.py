"""From stamps to records: for each translation that a stamp speaks of, what it was made from, block by block."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tlumach.adoption.fingerprints import Section, sections
from tlumach.adoption.last_commit import as_of_last_commit
from tlumach.adoption.pairing import certain_pairs
from tlumach.adoption.sources import Sources, Stamped, history_of
from tlumach.adoption.stamps import Stamp, stamp_of
from tlumach.alignment.block_ids import block_ids
from tlumach.blocks import Block
from tlumach.blocks.headings import slug
from tlumach.library import Library
from tlumach.library.structure import Place
from tlumach.problems import Level, Problem
from tlumach.records import FIELD, Entry, Record
from tlumach.tracking.segments import fields


@dataclass(frozen=True)
class Adoption:
    """The records that come of the stamps, by the places of translations; what is wrong; and why others get none.

    ``stamps`` are what the records are made of: a key of the front matter, or of a manifest. ``recorded`` have a record already,
    ``unstamped`` have no stamp.
    """

    records: Mapping[Place, Record] = field(default_factory=dict)
    problems: Sequence[Problem] = ()
    stamps: Mapping[Place, Stamp] = field(default_factory=dict)
    recorded: Sequence[Place] = ()
    unstamped: Sequence[Place] = ()


def adopt(
    library: Library,
    root: Path,
    chosen: Iterable[Place],
    manifest: Mapping[Place, Stamp],
    today: str,
    by_last_commit: bool,
) -> Adoption:
    """Make records of the stamps of the chosen translations; those that have a record, or no source, are left alone.

    A stamp in the front matter goes before one in the manifest. ``by_last_commit``: of what has none, the last commit that
    touched both sides is taken.
    """
    there = [place for place in chosen if place in library.pages and library.origin(place[1])]
    free = [place for place in there if library.record(*place) is None]
    stamps, problems = _stamps(library, free, manifest)
    history = history_of(library, root)
    stamped, wrong = Sources(library, history, root, today).found(stamps)
    refused = {problem.path for problem in problems if problem.level is Level.ERROR}
    unstamped = [place for place in free if place not in stamps and library.pages[place].file not in refused]
    if by_last_commit:
        found = list(as_of_last_commit(library, history, root, unstamped))
        stamped += found
        taken = {(each.translation.language, each.translation.path) for each in found}
        unstamped = [place for place in unstamped if place not in taken]
    return Adoption(
        dict(_records(library, stamped)),
        [*problems, *wrong],
        stamps,
        [place for place in there if place not in free],
        unstamped,
    )


def _stamps(
    library: Library, places: Iterable[Place], manifest: Mapping[Place, Stamp]
) -> tuple[dict[Place, Stamp], list[Problem]]:
    stamps: dict[Place, Stamp] = {}
    problems: list[Problem] = []
    for place in places:
        own, wrong = stamp_of(library.pages[place], library.settings.source)
        problems += wrong
        if stamp := own or manifest.get(place):
            stamps[place] = stamp
    return stamps, problems


def _records(library: Library, stamped: Iterable[Stamped]) -> Iterator[tuple[Place, Record]]:
    """Yield the records, page by page; those of a page's languages share the ids of what is the same in their sources."""
    made: dict[str, list[Record]] = {}
    order = {language: at for at, language in enumerate(library.settings.languages)}
    for each in sorted(stamped, key=lambda one: (one.source.path, order[one.translation.language])):
        path = each.source.path
        known = [record for language in library.settings.translations if (record := library.record(language, path))]
        record = record_of(each, [*known, *made.get(path, [])])
        made.setdefault(path, []).append(record)
        yield (each.translation.language, path), record


def record_of(stamped: Stamped, known: Sequence[Record]) -> Record:
    """Return the record of a translation: each block that is certainly made from one of the stamped source, with that.

    ``known`` are the page's records in other languages, whose ids are taken over.
    """
    parts = list(_parts(stamped))
    blocks = [block for source, _ in parts for block in source]
    ids = iter(block_ids(blocks, known))
    entries: list[Entry] = []
    for source, translation in parts:
        partner = dict(certain_pairs(source, translation))
        for at, block in enumerate(source):
            name = next(ids)
            if at in partner:
                entries.append(_entry(name, block, translation[partner[at]], stamped.day))
    return Record(tuple(entries), () if stamped.sections else tuple(_fields(stamped)))


def _parts(stamped: Stamped) -> Iterator[tuple[Sequence[Block], Sequence[Block]]]:
    """Yield what was stamped as one beside its translation: the whole page, or section by section."""
    if not stamped.sections:
        yield stamped.source.blocks, stamped.translation.blocks
        return
    cut = sections(stamped.translation)
    for key, section in stamped.sections.items():
        yield section.blocks, _translated(key, section, cut)


def _translated(key: str, section: Section, cut: Sequence[Section]) -> Sequence[Block]:
    """Return the section of a translation that is meant: by the key of its digest or, where both have as many, by its number."""
    named = next((each for each in cut if each.title and slug(each.title) == slug(key)), None)
    return named.blocks if named else cut[section.at].blocks if len(cut) == section.of else ()


def _fields(stamped: Stamped) -> Iterator[Entry]:
    ours, theirs = fields(stamped.source), fields(stamped.translation)
    for key, block in ours.items():
        if key in theirs and theirs[key].text != block.text:
            yield _entry(FIELD + key, block, theirs[key], stamped.day)


def _entry(name: str, source: Block, translation: Block, day: str) -> Entry:
    return Entry(name, _unix(source.text), _unix(translation.text), source.line, since=day, is_sealed=True)


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
