"""How much of an explainer is translated: a language that has too little of it gets no edition of its own."""

from pathlib import PurePosixPath

from tlumach.tracking import Tracker


def share(explainer: str, language: str, tracker: Tracker) -> float:
    """Return how much of an explainer (the path of its first page) has a page in a language, from 0 to 1, by blocks."""
    library, folder = tracker.library, PurePosixPath(explainer).parent.as_posix()
    paths = [path for path in library.folders.get(folder, [explainer]) if library.origin(path)]
    every = {path: _blocks(path, library.settings.source, tracker) for path in paths}
    there = sum(min(_blocks(path, language, tracker), most) for path, most in every.items())
    return there / sum(every.values()) if any(every.values()) else 1.0


def _blocks(path: str, language: str, tracker: Tracker) -> int:
    page = tracker.library.page(language, path)
    return tracker.facts(page).blocks if page else 0


def languages_of(explainer: str, tracker: Tracker) -> list[str]:
    """Return the languages that have an edition of an explainer: the source language, and those that have enough of it."""
    library, settings = tracker.library, tracker.library.settings
    enough = settings.least_translated / 100
    offered = (each for each in settings.translations if each not in library.in_preparation)
    others = [each for each in offered if share(explainer, each, tracker) >= enough]
    return [settings.source, *others]
