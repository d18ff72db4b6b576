"""Whether the files under `docs/` have names that an address can have, and are of kinds that a browser only shows."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from tlumach.library import Library
from tlumach.library.pages import DOCS
from tlumach.problems import Code, Problem

_NAME = re.compile(r"[\w./ ()+,@~-]+")
_KINDS_THAT_RUN = "hta htm html js mht mhtml mjs shtml svgz swf wasm xht xhtml xml xsl xslt"
_ACTIVE = frozenset(_KINDS_THAT_RUN.split())
_KINDS_FOR_A_SERVER = "asp aspx cgi cfm jsp jspx phar php php3 php4 php5 php7 php8 phps pht phtml pl py rb sh"
_SERVED = frozenset(_KINDS_FOR_A_SERVER.split())
_OF_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever ending follows ("Naming Files, Paths, and Namespaces")."""
_LONGEST = 200
"""Bytes of a name: disks take 255, and what is made of it is longer (`.html`, a name while it is written)."""
_FOR_THE_HOST = {
    "_config.yml": "sets up what makes the pages",
    "_headers": "sets the headers of every answer",
    "_redirects": "sends readers to other addresses",
    "_routes.json": "says which addresses run a program",
    "_worker.js": "is run for every request",
    "cname": "gives the site another domain",
    "now.json": "sets headers and redirects",
    "robots.txt": "tells search engines what to leave out",
    "sitemap.xml": "is written by the build",
    "staticwebapp.config.json": "sets headers and redirects",
    "vercel.json": "sets headers and redirects",
    "web.config": "sets headers and redirects",
}
"""Names that hosts of static sites give a meaning to at a site's root (their own documentation), and what each does."""


def check_file_names(library: Library) -> Iterator[Problem]:
    """The name of a file has letters, digits, spaces and a few signs, and is one that every disk takes; no file beside the
    pages can run in a browser or on a server, or sets up the host, unless the plugin's `files` in `mkdocs.yml` allows it (in
    pages that MkDocs makes: where `sanitizer: true` asks for it); and no two names differ in capitals alone.
    """
    files = [*(page.file for page in library.pages.values()), *(f"{DOCS}/{name}" for name in library.other_files)]
    for file in files:
        if not _NAME.fullmatch(file):
            message = "the name has characters that mean something else in an address. Use letters, digits and hyphens."
            yield Problem(file, 1, Code.UNSAFE_NAME, message)
        elif why := _not_for_every_disk(file.removeprefix(f"{DOCS}/")):
            yield Problem(file, 1, Code.UNSAFE_NAME, f"{why}: who gets a copy could not unpack it. Rename it.")
        if (
            library.settings.sanitizer
            and not file.endswith(".md")
            and (what := _meaning(file))
            and not _is_allowed(file, library)
        ):
            yield Problem(file, 1, Code.UNSAFE_FILE, what)
    yield from _same_but_for_capitals(files)


def _not_for_every_disk(path: str) -> str:
    """Return why some disks cannot hold a file, by the names on its path; an empty text where all can."""
    for name in path.split("/"):
        shown = name.removesuffix(".md")
        if _OF_DEVICES.fullmatch(name):
            return f"Windows keeps the name `{shown}` for a device"
        if shown != shown.rstrip(" ."):
            return f"Windows takes no name that ends with a space or a full stop, as `{shown}` does"
        if len(name.encode()) > _LONGEST:
            return f"the name is longer than {_LONGEST} bytes"
    return ""


def _meaning(file: str) -> str:
    """Say what a file is that is more than something to show, and what to do; an empty text where it is not."""
    name = PurePosixPath(file).name
    kind = PurePosixPath(file).suffix.lower().lstrip(".")
    allow = (
        f"To publish it, name it in `files` of the `tlumach` plugin in mkdocs.yml: `{file.removeprefix(f'{DOCS}/')}`."
    )
    if kind in _ACTIVE and name.lower() not in _FOR_THE_HOST:
        return "a browser would run this file. Write a page in Markdown, or give a picture or a PDF."
    if what := _FOR_THE_HOST.get(name.lower()):
        return f"this file {what}, on hosts that know its name. {allow}"
    if kind in _SERVED:
        return f"a server would run this file (`.{kind}`). Give what it makes, or a zip of it. {allow}"
    if not kind and not name.startswith("."):
        return f"the name has no ending, so that a browser must guess what it is. Give it one, such as `.txt`. {allow}"
    return ""


def _is_allowed(file: str, library: Library) -> bool:
    return file.removeprefix(f"{DOCS}/") in library.settings.files


def _same_but_for_capitals(files: list[str]) -> Iterator[Problem]:
    """Yield the files of which Windows and macOS would keep one alone: names are the same there in any case and form."""
    first: dict[str, str] = {}
    for file in sorted(files):
        other = first.setdefault(unicodedata.normalize("NFC", file).casefold(), file)
        if other != file:
            message = (
                f"differs from {other} in capitals or composed letters alone: many disks keep one of them. Rename it."
            )
            yield Problem(file, 1, Code.UNSAFE_NAME, message)
