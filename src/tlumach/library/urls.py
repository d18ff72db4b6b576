"""The addresses of built pages: relative to the site, absolute, and in every language.

Pages are built as `path.html`, so that one build serves a web host and `file://` alike.
"""

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote

from tlumach.library.library import Library
from tlumach.settings import Settings

X_DEFAULT = "x-default"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_END_OF_PATH = re.compile(r"[?#]")


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
        return cls(language, name, encoded(site_path(path, language, settings)), absolute(path, language, settings))


def site_path(path: str, language: str, settings: Settings) -> str:
    """Return the file of a page within the site, such as ``uk/about.html``."""
    return settings.prefix(language) + path.removesuffix(".md") + ".html"


def encoded(path: str) -> str:
    """Return the address of a file within the site: its path with all percent-encoded that RFC 3986 (3.3) wants so.

    Browsers mend an address with a space or a letter such as `ж`; feeds, sitemaps and tools that read pages do not.
    """
    return quote(path, safe="/!$&'()*+,;=:@~")


def absolute(path: str, language: str, settings: Settings) -> str:
    """Return the absolute address of a page; that of a folder's index is the folder."""
    file = site_path(path, language, settings)
    folder, _, name = file.rpartition("/")
    shown = f"{folder}/" if folder and name == "index.html" else "" if name == "index.html" else file
    return settings.site_url + encoded(shown)


def alternates(path: str, library: Library) -> list[Alternate]:
    """Return a page in every language that has it and is offered, in the site's order."""
    there = (language for language in library.languages_of(path) if language not in library.in_preparation)
    return [Alternate.of(path, language, library.settings) for language in there]


def hreflang(found: Sequence[Alternate], source: str) -> list[tuple[str, str]]:
    """Return the pairs for ``<link rel=alternate hreflang>``: every language with itself, and ``x-default``, the source's.

    The rules are Google's for localized versions: absolute addresses, each page names itself and all others.
    """
    pairs = [(alternate.language, alternate.absolute) for alternate in found]
    default = next((alternate.absolute for alternate in found if alternate.language == source), None)
    return [*pairs, (X_DEFAULT, default)] if default else pairs


def relative(path: str, folder: str) -> str:
    """Return the way to a file from a folder (empty: the root), both given within the same root without ``.`` and ``..``."""
    there, here = path.split("/"), folder.split("/") if folder else []
    apart = (at for at, (one, other) in enumerate(zip(there, here, strict=False)) if one != other)
    shared = next(apart, min(len(there), len(here)))
    return "/".join([*[".."] * (len(here) - shared), *there[shared:]]) or "."


def between(path: str, language: str, other: str, settings: Settings) -> str:
    """Return the address of a page in another language, relative to the same page in this one."""
    here = posixpath.dirname(site_path(path, language, settings))
    return encoded(relative(site_path(path, other, settings), here))


def built_address(target: str, path: str, language: str, library: Library) -> str:
    """Return the address in a built page of what a link or a picture names, as written in the page's Markdown.

    A page's `.md` becomes `.html`. What lies in another language's folder is found there; a file that the reader's language
    lacks is the source language's. Whatever is no relative path is left as it is.
    """
    written = _END_OF_PATH.split(target, maxsplit=1)[0]
    if not written or written.startswith("/") or _SCHEME.match(target):
        return target
    settings = library.settings
    leads_to = posixpath.normpath(posixpath.join(language, posixpath.dirname(path), written))
    other, _, within = leads_to.partition("/")
    if other not in settings.languages:
        return target
    within = unquote(within)
    found = site_path(within, other, settings) if within.endswith(".md") else _file_address(within, other, library)
    here = posixpath.dirname(site_path(path, language, settings))
    return encoded(relative(found, here)) + target[len(written) :] if found else target


def _file_address(within: str, language: str, library: Library) -> str:
    """Return where a file of a language stands in the site, or the source language's of that name; empty where there is none."""
    for holder in (language, library.settings.source):
        if f"{holder}/{within}" in library.other_files:
            return library.settings.prefix(holder) + within
    return ""
