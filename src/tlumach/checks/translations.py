"""Whether every page stands in every language."""

from collections.abc import Iterator

from tlumach.library import Library
from tlumach.problems import Problem


def check_translations(library: Library) -> Iterator[Problem]:
    """The same path stands in every language: none is missing in a translation, and none is in a translation alone."""
    settings = library.settings
    for path in library.paths:
        source = f"docs/{settings.source}/{path}"
        for language in settings.translations:
            translation = f"docs/{language}/{path}"
            in_source, here = library.exists(settings.source, path), library.exists(language, path)
            if in_source and not here:
                message = f"the page has no translation: {source} is there, this file is not. Translate it."
                yield Problem(translation, 1, "missing-translation", message)
            elif here and not in_source:
                message = f"the page has no source: there is no {source}. Restore it, or remove this translation."
                yield Problem(translation, 1, "missing-source", message)
