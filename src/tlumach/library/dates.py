"""The day that a page's text is of: told by its records and its front matter, so that a build on another day is the same."""

from collections.abc import Iterator, Sequence

from tlumach.front_matter import iso_date
from tlumach.library.library import Library


def revised(library: Library, paths: Sequence[str], language: str) -> str:
    """Return the day (ISO 8601) on which a person last confirmed one of these pages in a language; empty where none is known.

    The source was last looked at when any of its translations was confirmed. What nobody confirmed has the text's own date.
    """
    return max(_days(library, paths, language), default="")


def _days(library: Library, paths: Sequence[str], language: str) -> Iterator[str]:
    settings = library.settings
    languages = settings.translations if language == settings.source else (language,)
    for path in paths:
        for each in languages:
            if record := library.record(each, path):
                yield from (entry.since for entry in record.entries if entry.since)
        if (source := library.origin(path)) and (day := iso_date(source.meta.get("date"))):
            yield day
