"""Returned files taken into the pages: each unit by itself, but nothing of a file that must not be taken at all.

That is one in another language than it says, or one with a unit that both sides changed since it was exported.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import cache

from tlumach.exchange.collecting import ByPage, by_page
from tlumach.exchange.foreign import Written, dictionary_of, foreign
from tlumach.exchange.importing import Imported, take_in
from tlumach.exchange.incoming import Returned
from tlumach.exchange.units import tracked_or_new, unix
from tlumach.exchange.validation import refusal
from tlumach.problems import Code, Level, Problem
from tlumach.tracking import Tracked, Tracker
from tlumach.tracking.confirming import Said


def receive(
    tracker: Tracker, returned: Sequence[Returned], said: Callable[[str, str], Said | None]
) -> tuple[list[Imported], list[Problem]]:
    """Take returned units into the pages of the site; the problems are all that there are, those of each page among them.

    ``said`` gives, for a language and a path, what is said in confirming, or None where nothing is confirmed. Of a file
    with a conflict, or in another language, nothing is taken; the other files are taken as if it were not there.
    """
    wrong = _wrongly_named(returned)
    pages, misplaced = by_page(tracker, [unit for unit in returned if unit.file not in wrong])
    imported = _taken(tracker, pages, said)
    wrong |= _in_another_language(tracker, imported)
    conflicts = [each for page in imported for each in page.problems if each.code is Code.IMPORT_CONFLICT]
    refused = wrong.keys() | {problem.path for problem in conflicts}
    if refused:
        imported = _taken(tracker, _without(pages, refused), said)
    problems = [each for page in imported for each in page.problems]
    return imported, [*problems, *misplaced, *wrong.values(), *conflicts, *_unmarked(imported)]


def _taken(tracker: Tracker, pages: ByPage, said: Callable[[str, str], Said | None]) -> list[Imported]:
    found = ((tracked_or_new(tracker, *place), place, units) for place, units in sorted(pages.items()))
    return [take_in(tracked, units, said(*place)) for tracked, place, units in found if tracked]


def _without(pages: ByPage, refused: Container[str]) -> ByPage:
    kept = {place: [unit for unit in units if unit.file not in refused] for place, units in pages.items()}
    return {place: units for place, units in kept.items() if units}


def _wrongly_named(returned: Sequence[Returned]) -> dict[str, Problem]:
    """Return, by file, the problem that its units were exported in another language than its header names now."""
    found: dict[str, Problem] = {}
    for unit in returned:
        if unit.exported and _base(unit.exported.language) != _base(unit.language) and unit.file not in found:
            message = (
                f"it was exported in “{unit.exported.language}”, and its header says “{unit.language}”: nothing of it"
            )
            remedy = "is taken. Set the language of the file back in your tool."
            found[unit.file] = refusal(unit, Code.EXCHANGE_LANGUAGE, f"{message} {remedy}")
    return found


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


def _in_another_language(tracker: Tracker, imported: Sequence[Imported]) -> dict[str, Problem]:
    written: Mapping[tuple[str, str], list[tuple[Returned, Written]]] = defaultdict(list)
    for page in imported:
        for at, (unit, text) in page.taken.items():
            written[unit.file, page.tracked.page.language].append((unit, _written(tracker, page.tracked, at, text)))
    found, dictionary = {}, cache(dictionary_of)
    for (file, language), texts in written.items():
        if why := foreign([text for _, text in texts], language, dictionary):
            message = f"what it would write in “{language}” is in another language: {why}. Nothing of it is taken."
            remedy = "Give the file of that language, or set the right one in your tool."
            found[file] = refusal(texts[0][0], Code.EXCHANGE_LANGUAGE, f"{message} {remedy}")
    return found


def _written(tracker: Tracker, tracked: Tracked, at: int, text: str) -> Written:
    segment = tracked.segments[at]
    source = unix(segment.source.text) if segment.source else ""
    others = [(tracked.source.language, source), *_elsewhere(tracker, tracked, segment.id)]
    return Written(text, source, others)


def _elsewhere(tracker: Tracker, tracked: Tracked, id: str) -> Iterator[tuple[str, str]]:
    """Yield what a segment is in the other languages that the site is translated into."""
    for language in tracker.library.settings.translations:
        other = tracker.track(language, tracked.page.path) if language != tracked.page.language else None
        for segment in other.segments if other else ():
            if segment.id == id and segment.target:
                yield language, segment.target.text


def _unmarked(imported: Sequence[Imported]) -> Iterator[Problem]:
    """Say of each file whose units lost their marks that the record was gone by instead."""
    firsts: dict[str, Returned] = {}
    for page in imported:
        for unit, _ in page.taken.values():
            if unit.exported is None:
                firsts.setdefault(unit.file, unit)
    for unit in firsts.values():
        message = (
            "your tool dropped what the units were when they were exported (the notes “exported: …”), so they were "
            "compared with the record. Keep the notes, and what is edited on the page meanwhile is kept too."
        )
        yield refusal(unit, Code.EXCHANGE_MARKS, message, Level.WARNING)
