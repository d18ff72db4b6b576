"""How much of an explainer is translated: a language that has too little of it gets no edition of its own."""

from pathlib import PurePosixPath

from tlumach.library import Library


def share(explainer: str, language: str, library: Library) -> float:
    """Return how much of an explainer (the path of its first page) has a page in a language, from 0 to 1, by blocks."""
    folder = PurePosixPath(explainer).parent.as_posix()
    origins = [origin for path in library.folders.get(folder, [explainer]) if (origin := library.origin(path))]
    every = sum(len(origin.blocks) for origin in origins)
    there = sum(_blocks(origin.path, len(origin.blocks), language, library) for origin in origins)
    return there / every if every else 1.0


def _blocks(path: str, most: int, language: str, library: Library) -> int:
    page = library.page(language, path)
    return min(len(page.blocks), most) if page else 0


def languages_of(explainer: str, library: Library) -> list[str]:
    """Return the languages that have an edition of an explainer: the source language, and those that have enough of it."""
    settings = library.settings
    enough = settings.least_translated / 100
    offered = (each for each in settings.translations if each not in library.in_preparation)
    others = [each for each in offered if share(explainer, each, library) >= enough]
    return [settings.source, *others]
