"""Whether there are pages at all, whether what the navigation names is there, and whether its addresses are such as a page may lead to."""

from collections.abc import Iterator

from tlumach.blocks.links import is_external
from tlumach.library import Library
from tlumach.library.files import nothing_there
from tlumach.library.nearest import nearest
from tlumach.problems import Code, Problem
from tlumach.settings import FILE
from tlumach.url_policy import refusal_of_address


def check_there_are_pages(library: Library) -> Iterator[Problem]:
    """There is a page, in any language: a site of nothing is no site that is well."""
    yield from nothing_there(library)


def check_navigation(library: Library) -> Iterator[Problem]:
    """What the `nav` of `mkdocs.yml` names is an address, or a file of the source language."""
    if not library.paths:
        return  # said once, by `no-pages`
    for name, line in library.settings.navigation:
        if why := _refusal(name, library):
            yield Problem(FILE, line, Code.NAVIGATION, f"the navigation names `{name}`: {why}")


def _refusal(name: str, library: Library) -> str:
    if name.startswith("/"):
        return ""
    if is_external(name):
        return refusal_of_address(name)
    source = library.settings.source
    if library.exists(source, name) or f"{source}/{name}" in library.other_files:
        return ""
    near = nearest(name, (page.path for page in library.in_language(source)))
    hint = f"Did you mean `{near}`? If not, write" if near else "Write"
    return f"there is no {library.file_of(source, name)}. {hint} it, or take the line out."
