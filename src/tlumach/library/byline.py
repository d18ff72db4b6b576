"""The line above a headline: who published the text and when, how the translation came about, who read it, when it was last checked.

The same words stand on the page, in the reader, the EPUB and the text file: the duty to say that a text was made or changed
by a machine (Regulation (EU) 2024/1689, Article 50) is met in each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from tlumach.front_matter import iso_date
from tlumach.languages.messages import Messages
from tlumach.library.dates import revised
from tlumach.library.library import Library
from tlumach.library.pages import Page
from tlumach.library.provenance import NOTHING, Kind, Provenance, sentences
from tlumach.library.sources import Source, sources_of
from tlumach.records.confirmer import is_machine


@dataclass(frozen=True)
class Statement:
    """A part of the line: its words, and the address, or the id of the paragraph, that they lead to (empty: none)."""

    words: str
    url: str = ""
    block: str = ""


@dataclass(frozen=True)
class Byline:
    """What is known of a page: the words in order, the text's publication (None: not named), and dates (ISO 8601, or empty).

    ``checked`` is that of the editors' last check, ``read`` that of the last confirmation of a paragraph; ``made`` says how the
    translation came about (one of ``MADE_BY``; empty: not said, or no translation).
    """

    statements: tuple[Statement, ...]
    publication: Source | None
    date: str
    checked: str
    read: str = ""
    made: str = ""

    @property
    def words(self) -> list[str]:
        """The words of each statement."""
        return [statement.words for statement in self.statements]

    @property
    def line(self) -> str:
        """The words as one line of sentences; a date that ends in an abbreviation («г.», «р.») gets no second full stop."""
        *before, last = self.words or [""]
        return " ".join([*(f"{said.removesuffix('.')}." for said in before), last])


def byline_of(page: Page, library: Library, say: Messages, provenance: Provenance = NOTHING) -> Byline:
    """Return what stands above a page's headline for readers of a language (another than the page's: it is not translated).

    ``provenance``: who read the translation, where that is to be said.
    """
    source = library.source_of(page)
    publication = sources_of(source).get(str(source.meta.get("publication"))) if source else None
    date = iso_date(source.meta.get("date")) if source and page.is_explainer else ""
    checked, is_translation = _checked(page, library), not library.is_origin(page)
    made = _made(page, library, provenance) if is_translation else ""
    statements = (
        _of_a_text(page, library, publication, date, say, made)
        if page.is_explainer
        else _ours(page, library, say, made)
    )
    read = [Statement(each.words, block=each.block) for each in sentences(provenance, say)]
    is_later = checked > provenance.last
    last = [Statement(say("voice.checked", date=say.date(checked)))] if checked and is_later else []
    return Byline((*statements, *read, *last), publication, date, checked, provenance.last, made)


def _made(page: Page, library: Library, provenance: Provenance) -> str:
    """Return how a translation came about: what the settings say of all, without a check that its own record knows nothing of."""
    said = library.settings.translation
    if provenance.whole:
        is_checked = provenance.has(Kind.PERSON) or provenance.has(Kind.UNRECORDED)
    else:
        record = library.record(page.language, page.path)
        is_checked = any(entry.confirmed and not is_machine(entry.by) for entry in (record.entries if record else ()))
    return said if is_checked or said in ("", "people") else "machine"


def revised_beside(byline: Byline, library: Library, paths: Sequence[str], language: str) -> str:
    """Return the day (ISO 8601) on which pages were last confirmed, to be said beside a byline that names no such day."""
    return "" if byline.checked or byline.read else revised(library, paths, language)


def _of_a_text(
    page: Page, library: Library, publication: Source | None, date: str, say: Messages, made: str
) -> Iterator[Statement]:
    settings = library.settings
    is_translation = page.language != settings.source
    if publication:
        title, day = publication.title_in(say.language), say.date(date) if date else ""
        said = say("voice.published", publisher=f"{title}, {day}" if day else title)
        yield Statement(said, publication.url)
    elif not is_translation:
        is_given = library.given_text_of(page) is not None
        yield Statement(say("voice.source" if is_given else "voice.editors"))
    if is_translation:
        yield Statement(_translated(made, say))
    if settings.writing:
        yield Statement(say("voice.notes", how=say(f"written.{settings.writing}")))
    if date and not publication:
        yield Statement(say("voice.date", date=say.date(date)))


def _ours(page: Page, library: Library, say: Messages, made: str) -> Iterator[Statement]:
    settings, voice = library.settings, "voice.entry" if page.is_term else "voice.editors"
    is_source = page.language == settings.source
    if is_source and settings.writing and not page.is_made:
        yield Statement(say(f"{voice}_by", how=say(f"written.{settings.writing}")))
    else:
        yield Statement(say(voice))
    if not is_source and not page.is_made:
        yield Statement(_translated(made, say))


def _translated(made: str, say: Messages) -> str:
    return say(f"translated.{made}" if made else "voice.translation")


def _checked(page: Page, library: Library) -> str:
    """Return the date of the last check: of the page, or of the explainer that it belongs to."""
    first = PurePosixPath(page.path).parent / "index.md"
    found = (library.origin(path) for path in (page.path, first.as_posix()))
    dates = (iso_date(source.meta.get("checked")) for source in found if source)
    return next((date for date in dates if date), "")
