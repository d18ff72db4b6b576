"""Small pages to hand out and take back, shared by the tests of the exchange."""

from dataclasses import replace

from hypothesis import strategies as st

from tlumach.exchange.exported import exported_as
from tlumach.exchange.incoming import Returned
from tlumach.exchange.units import Unit, UnitStatus, tracked_or_new
from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.records import Entry, Record
from tlumach.settings import Settings
from tlumach.tracking import Tracked, Tracker

NAMES = {"ru": "Русский", "uk": "Українська"}
SETTINGS = Settings(tuple(NAMES), "https://tlumach.example/", dict.fromkeys(NAMES, "Тлумач"), NAMES)

WORD = st.text(alphabet="абвгґіїйклмнопрс", min_size=1, max_size=6)
WORDS = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
BLOCK = st.one_of(
    WORDS,
    WORDS.map("## {}".format),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.tuples(WORDS, WORDS).map(lambda both: '!!! note "{}"\n\n    {}'.format(*both)),
    WORDS.map("> {}".format),
    WORDS.map("```\n{}\n```".format),
)
"""Blocks of several kinds; two lists or quotations in a row run together, as they do on a page."""

LINE_END = st.sampled_from(["\n", "\r\n", "\r"])
FRONT_MATTER = st.sampled_from(["", "---\ntitle: Раз\n---\n", "---\r\ntitle: Раз\r\n---\r\n\r\n"])


def library(source: str, translation: str | None, path: str = "a.md", record: Record | None = None) -> Library:
    """A library of one page in Russian, and in Ukrainian if there is a translation."""
    texts = {"ru": source} | ({} if translation is None else {"uk": translation})
    pages = {(language, path): parse_page(text, language, path)[0] for language, text in texts.items()}
    return Library(SETTINGS, pages, records={("uk", path): record} if record else {})


def tracked(source: str, translation: str | None, record: Record | None = None) -> Tracked:
    found = tracked_or_new(Tracker(library(source, translation, record=record)), "uk", "a.md")
    assert found
    return found


def confirmed(page: Tracked, then: dict[int, str] | None = None) -> Record:
    """A record in which all pairs are confirmed as they stand; `then` has what the source of some was."""
    blocks = zip(page.source.blocks, page.page.blocks, strict=True)
    return Record(
        tuple(
            Entry(page.source_ids[at], (then or {}).get(at, ours.text), theirs.text, ours.line, since="2026-01-02")
            for at, (ours, theirs) in enumerate(blocks)
        )
    )


def came_back(unit: Unit, target: str | None = None, finished: bool | None = None) -> Returned:
    """A unit as a tool gives it back: as it was, or with another target, or finished."""
    done = unit.status is UnitStatus.TRANSLATED or (target is not None and target != unit.target)
    return Returned(
        context=unit.id,
        language="uk",
        source=unit.source,
        target=unit.target if target is None else target,
        finished=done if finished is None else finished,
        file="back.po",
        line=7,
        exported=exported_as(unit.note, unit.target),
    )


def all_back(found: list[Unit], **targets: str) -> list[Returned]:
    return [came_back(unit, targets.get(unit.id.partition("#")[2])) for unit in found]


def with_source(unit: Returned, source: str) -> Returned:
    return replace(unit, source=source)
