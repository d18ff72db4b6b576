"""Which pages and blocks a person means by what they typed."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import PurePosixPath

from tlumach.library import Library
from tlumach.library.pages import DOCS
from tlumach.library.structure import Structure
from tlumach.problems import Code, Problem
from tlumach.settings import FILE
from tlumach.tracking.tracker import Tracked

Translation = tuple[str, str]
"""The language and the path of a translation, there or still to be made."""


def chosen_pages(library: Library, name: str, language: str | None) -> tuple[list[Translation], list[Problem]]:
    """Return the translations that a name stands for: ``docs/uk/x.md``, ``docs/ru/x.md``, ``x.md``, or a folder of these.

    A name in the source language, or in none, stands for all translations, or for that in ``language``. A language
    or a page that the site has not is a problem which says what there is.
    """
    if unknown := _unknown_language(library, language):
        return [], [unknown]
    own, path = language_and_path(library, name)
    if own and own != library.settings.source and language not in (None, own):
        message = f"is in “{own}”, and --language asks for “{language}”. Give one of the two."
        return [], [Problem(name, 1, Code.UNKNOWN_PAGE, message)]
    if own in library.settings.translations:
        language = own
    languages = [language] if language else library.settings.translations
    found = [(each, page) for each in languages for page in _pages(library, path) if _is_known(library, each, page)]
    return found, [] if found else [_unknown_page(library, name)]


def chosen_blocks(tracked: Tracked, names: Iterable[str], in_source: bool = False) -> tuple[list[int], list[Problem]]:
    """Return the segments (their indices) that names stand for: an id, with or without ``#``, or a line of the translation.

    With ``in_source`` a line is one of the source.

    Digits alone are a line; an id of digits is written with ``#``. A block that is not there is a problem that names
    the nearest one.
    """
    chosen: list[int] = []
    problems: list[Problem] = []
    for name in names:
        found = _on_line(tracked, int(name), in_source) if _is_line(name) else _with_id(tracked, name.removeprefix("#"))
        if found is None:
            problems.append(_unknown_block(tracked, name, in_source))
        elif found not in chosen:
            chosen.append(found)
    return chosen, problems


def language_and_path(library: Library, name: str) -> tuple[str | None, str]:
    """Return the language (None: not said) and the path of a page or folder, there or not, that a name stands for."""
    path = PurePosixPath(name)
    if path.parts[:1] == (DOCS,):
        if len(path.parts) == 1:
            return None, "."
        if path.parts[1] in library.settings.languages and library.settings.structure == "folder":
            return path.parts[1], PurePosixPath(*path.parts[2:]).as_posix()
        within = PurePosixPath(*path.parts[1:]).as_posix()
        place = Structure(library.settings).place(within) if within.endswith(".md") else None
        return place or (None, within if library.settings.pages == "mkdocs" else path.as_posix())
    return None, path.as_posix()


def _pages(library: Library, path: str) -> list[str]:
    return [page for page in library.paths if page == path or path == "." or page.startswith(f"{path}/")]


def _is_known(library: Library, language: str, path: str) -> bool:
    return library.exists(language, path) or library.has_origin(path)


def _unknown_language(library: Library, language: str | None) -> Problem | None:
    settings = library.settings
    if language is None or language in settings.translations:
        return None
    why = "is the source language" if language == settings.source else "is no language of this site"
    message = f"“{language}” {why}. It is translated into: {', '.join(settings.translations) or 'nothing yet'}."
    return Problem(FILE, 1, Code.UNKNOWN_LANGUAGE, message)


def _unknown_page(library: Library, name: str) -> Problem:
    pages = [page.file for page in library.pages.values()]
    folders = {parent.as_posix() for page in pages for parent in PurePosixPath(page).parents}
    nearest = get_close_matches(name, sorted({*pages, *library.paths, *folders} - {"."}), n=3, cutoff=0.5)
    known = f"The nearest: {', '.join(nearest)}." if nearest else f"Pages: {', '.join(library.paths[:5]) or 'none'}, …"
    languages = ", ".join(filter(None, library.settings.languages))
    message = f"is no page or folder of this site. {known} Languages: {languages}."
    return Problem(name, 1, Code.UNKNOWN_PAGE, message)


def _is_line(name: str) -> bool:
    return name.isascii() and name.isdigit()


def _with_id(tracked: Tracked, wanted: str) -> int | None:
    return next((at for at, segment in enumerate(tracked.segments) if segment.id == wanted), None)


def _on_line(tracked: Tracked, line: int, in_source: bool) -> int | None:
    return next((at for first, last, at in _lines(tracked, in_source) if first <= line <= last), None)


def _lines(tracked: Tracked, in_source: bool) -> list[tuple[int, int, int]]:
    """Return the first and the last line of each segment of the translation, or of the source, and its index."""
    segments = enumerate(tracked.segments)
    found = ((segment.source if in_source else segment.target, at) for at, segment in segments)
    return [(block.line, block.end, at) for block, at in found if block is not None]


def _unknown_block(tracked: Tracked, name: str, in_source: bool) -> Problem:
    file = tracked.source.file if in_source else tracked.page.file
    is_line = _is_line(name)
    near = _nearest_line(tracked, int(name), in_source) if is_line else _nearest_id(tracked, name.removeprefix("#"))
    if near is None:
        return Problem(file, 1, Code.UNKNOWN_BLOCK, f"there is no block “{name}”; the page has none like it.")
    line, said = near
    return Problem(file, line, Code.UNKNOWN_BLOCK, f"there is no block “{name}”. The nearest is {said}.")


def _nearest_line(tracked: Tracked, line: int, in_source: bool) -> tuple[int, str] | None:
    def distance(lines: Sequence[int]) -> int:
        return min(abs(lines[0] - line), abs(lines[1] - line))

    nearest = min(_lines(tracked, in_source), key=distance, default=None)
    if nearest is None:
        return None
    first, last, at = nearest
    lines = f"line {first}" if first == last else f"lines {first} to {last}"
    return first, f"{tracked.segments[at].id}, on {lines}"


def _nearest_id(tracked: Tracked, wanted: str) -> tuple[int, str] | None:
    lines = {segment.id: segment.target.line if segment.target else 0 for segment in tracked.segments}
    near = get_close_matches(wanted, lines, n=1, cutoff=0.0)
    return (lines[near[0]] or 1, near[0]) if near else None
