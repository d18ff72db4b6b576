"""Pages at former addresses that lead to where a page lies now: plain HTML, for any host and for a folder on a disk.

A host's own redirects would have to be set up on each, and a folder has none. The refresh works without scripts; the script
comes before it and keeps the mark of a paragraph.
"""

import hashlib
import posixpath
from collections.abc import Callable, Iterator
from html import escape
from importlib import resources
from pathlib import Path

from tlumach.library import Library
from tlumach.library.urls import encoded, relative, site_path
from tlumach.tasks.placed import Placed
from tlumach.tracking.moving.redirects import redirects

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<link rel="next" href="{address}">
<script src="{script}"></script>
<meta http-equiv="refresh" content="1; url={address}">
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body><p><a href="{address}">{title}</a></p></body>
</html>
"""
Place = Callable[[str, str], str]
"""Returns the file of a page within the site, by its path and its language."""


def redirect_files(library: Library, language: str, place: Place) -> Iterator[tuple[str, bytes]]:
    """Yield, for a language, the pages at former addresses, and the script that they share, by their files within the site."""
    script = (resources.files(__package__) / "moved.js").read_bytes()
    script_file = f"assets/javascripts/moved.{hashlib.sha256(script).hexdigest()[:8]}.js"
    for number, (old, new) in enumerate(redirects(library)):
        if not number:
            yield script_file, script
        if page := library.shown_page(language, new):
            here, there = place(old, language), place(new, language)
            folder = posixpath.dirname(here)
            address = encoded(relative(there, folder))
            root = library.settings.site_url if library.settings.has_address else ""
            values = {
                "language": page.language,
                "title": page.title,
                "canonical": f"{root}{encoded(there)}" if root else address,
                "address": address,
                "script": encoded(relative(script_file, folder)),
            }
            yield here, _PAGE.format(**{name: escape(value) for name, value in values.items()}).encode()


def write_redirects(library: Library, folder: Path, placed: Placed) -> None:
    """Write them into a built site, for all languages; a file that is there, or taken over, is no former address, and stays."""
    for language in library.settings.languages:
        for name, content in redirect_files(library, language, lambda path, of: site_path(path, of, library.settings)):
            file = folder / name
            if not (file.exists() or placed.is_taken(folder, name)):
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)


def mkdocs_place(has_folders: bool, prefix: Callable[[str], str]) -> Place:
    """Return where MkDocs puts pages: with ``has_folders`` each in a folder of its own (`use_directory_urls`)."""

    def place(path: str, language: str) -> str:
        stem = path.removesuffix(".md")
        folder, _, name = stem.rpartition("/")
        if name in ("index", "README"):
            return posixpath.join(prefix(language), folder, "index.html")
        return posixpath.join(prefix(language), f"{stem}/index.html" if has_folders else f"{stem}.html")

    return place
