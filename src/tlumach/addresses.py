"""The addresses of built pages: relative to the site, absolute, and in every language.

Pages are built as `path.html`, so that one build serves a web host and `file://` alike.
"""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from tlumach.library import Library
from tlumach.settings import Settings

X_DEFAULT = "x-default"


@dataclass(frozen=True)
class Alternate:
    """A page in one of its languages: the language, its own name, the address within the site, and the absolute one."""

    language: str
    name: str
    url: str
    absolute: str

    @classmethod
    def of(cls, path: str, language: str, settings: Settings) -> "Alternate":
        """Return a page in that language, whether or not it is translated."""
        name = settings.language_names[language]
        return cls(language, name, site_path(path, language, settings), absolute(path, language, settings))


def site_path(path: str, language: str, settings: Settings) -> str:
    """Return the file of a page within the site, such as ``uk/about.html``."""
    return settings.prefix(language) + path.removesuffix(".md") + ".html"


def absolute(path: str, language: str, settings: Settings) -> str:
    """Return the absolute address of a page; that of a folder's index is the folder."""
    file = site_path(path, language, settings)
    folder, _, name = file.rpartition("/")
    shown = f"{folder}/" if folder and name == "index.html" else "" if name == "index.html" else file
    return settings.site_url + shown


def alternates(path: str, library: Library) -> list[Alternate]:
    """Return a page in every language that has it, in the site's order."""
    return [Alternate.of(path, language, library.settings) for language in library.languages_of(path)]


def hreflang(found: Sequence[Alternate], source: str) -> list[tuple[str, str]]:
    """Return the pairs for ``<link rel=alternate hreflang>``: every language with itself, and ``x-default``, the source's.

    The rules are Google's for localized versions: absolute addresses, each page names itself and all others.
    """
    pairs = [(alternate.language, alternate.absolute) for alternate in found]
    default = next((alternate.absolute for alternate in found if alternate.language == source), None)
    return [*pairs, (X_DEFAULT, default)] if default else pairs


def between(path: str, language: str, other: str, settings: Settings) -> str:
    """Return the address of a page in another language, relative to the same page in this one."""
    here = posixpath.dirname(site_path(path, language, settings))
    return posixpath.relpath(site_path(path, other, settings), here or ".")
