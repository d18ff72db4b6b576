"""Returned units by the page that they belong to; what belongs to none is a problem, said once for a file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tlumach.alignment.sequences import comparable
from tlumach.exchange.incoming import Returned
from tlumach.exchange.units import parse_context, unix
from tlumach.exchange.validation import refusal
from tlumach.library import Library
from tlumach.problems import Code, Problem
from tlumach.records import FIELD
from tlumach.tracking import Tracker
from tlumach.tracking.segments import fields

ByPage = Mapping[tuple[str, str], list[Returned]]
"""Units by the language and the path of the page that they belong to."""


def by_page(tracker: Tracker, returned: Iterable[Returned]) -> tuple[ByPage, list[Problem]]:
    """Sort returned units by language and path. Those of another language, or of a page that is not there, are problems.

    A language may come back with a country (`uk_UA`), as some tools write it. A unit that its tool has named
    anew, or not at all, goes where its source text stands, if that is one place.
    """
    found: dict[tuple[str, str], list[Returned]] = defaultdict(list)
    problems: dict[tuple[str, str], Problem] = {}
    places: Mapping[str, list[str]] | None = None
    for unit in returned:
        language = known_language(unit.language, tracker.library.settings.translations)
        if language is None:
            problems.setdefault((unit.file, unit.language), _other_language(tracker.library, unit))
            continue
        if not parse_context(unit.context):
            places = _places(tracker) if places is None else places
            unit = _placed(unit, places)
        path = (parse_context(unit.context) or ("", ""))[0]
        if tracker.library.origin(path):
            found[language, path].append(unit)
        else:
            problems.setdefault((unit.file, unit.context and path), _no_page(tracker.library, unit, path))
    return found, list(problems.values())


def known_language(name: str, languages: Iterable[str]) -> str | None:
    """Return the language of the site that a tool means, or None."""
    wanted = name.replace("_", "-").lower()
    by_name = {language.lower(): language for language in languages}
    return by_name.get(wanted) or by_name.get(wanted.partition("-")[0])


def _places(tracker: Tracker) -> Mapping[str, list[str]]:
    places = defaultdict(list)
    for page in tracker.library.origins():
        for block, name in zip(page.blocks, tracker.source_ids(page.path), strict=True):
            places[comparable(block.text)].append(f"{page.path}#{name}")
        for key, block in fields(page).items():
            places[comparable(block.text)].append(f"{page.path}#{FIELD}{key}")
    return places


def _placed(unit: Returned, places: Mapping[str, list[str]]) -> Returned:
    found = places.get(comparable(unix(unit.source)), [])
    return replace(unit, context=found[0]) if len(found) == 1 else unit


def _other_language(library: Library, unit: Returned) -> Problem:
    languages = ", ".join(library.settings.translations)
    said = f"is in “{unit.language}”" if unit.language else "does not say its language"
    message = f"it {said}; this site is translated into: {languages}. Set the target language in your tool."
    return refusal(unit, Code.EXCHANGE_LANGUAGE, message)


def _no_page(library: Library, unit: Returned, path: str) -> Problem:
    if path:
        file = library.origin_file(path)
        return refusal(unit, Code.EXCHANGE_PAGE, f"there is no {file}. Was the page renamed? Export it again.")
    name = f"“{unit.context}”" if unit.context else "a unit without a name"
    message = f"{name} names no block of a page (path/page.md#id), and its source stands on none, or on several."
    return refusal(unit, Code.EXCHANGE_PAGE, f"{message} Keep the contexts (ids) of the exported file.")
