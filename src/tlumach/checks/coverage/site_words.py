"""Whether the site's own words stand in each of its languages."""

from collections.abc import Iterator

from tlumach.languages.language_codes import english_name
from tlumach.languages.messages import FALLBACK, missing_messages
from tlumach.languages.project_files.reading import file_of
from tlumach.library import Library
from tlumach.problems import Code, Problem

_OF_A_GUEST = "fresh."
"""What the keys begin with of the words that are put on pages which MkDocs makes: the others stand in its theme."""
_SHOWN = 3


def check_site_words(library: Library) -> Iterator[Problem]:
    """What the site says to readers (“Contents”, “Search”, notices) is said in each of its languages: told once for each."""
    settings = library.settings
    for language in settings.languages:
        missing = missing_messages(settings.known(language))
        if settings.pages == "mkdocs":
            missing = [key for key in missing if key.startswith(_OF_A_GUEST)]
        if missing:
            named = ", ".join(f"`{key}`" for key in missing[:_SHOWN]) + (", …" if len(missing) > _SHOWN else "")
            message = (
                f"{len(missing)} of the site's own words stand in {english_name(FALLBACK)} on pages in {english_name(language)}. "
                f"Write {file_of(language)} with `messages:` ({named})."
            )
            yield Problem(file_of(language), 1, Code.SITE_WORDS, message)
