"""Whether what the navigation names is there."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from tlumach.library import Library
from tlumach.pages import DOCS
from tlumach.problems import Problem
from tlumach.settings import FILE


def check_navigation(library: Library) -> Iterator[Problem]:
    """What the `nav` of `mkdocs.yml` names is an address, or a file of the source language."""
    source = library.settings.source
    for name, line in library.settings.navigation:
        is_elsewhere = urlsplit(name).scheme or name.startswith("/")
        if not (is_elsewhere or library.exists(source, name) or f"{source}/{name}" in library.other_files):
            message = (
                f"the navigation names `{name}`: there is no {DOCS}/{source}/{name}. Write it, or take the line out."
            )
            yield Problem(FILE, line, "navigation", message)
