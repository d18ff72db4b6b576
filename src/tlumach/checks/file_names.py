"""Whether the files under `docs/` have names that an address can have, and are of kinds that a browser only shows."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tlumach.library import Library
from tlumach.library.pages import DOCS
from tlumach.problems import Problem

_NAME = re.compile(r"[\w./ ()+,@~-]+")
_KINDS_THAT_RUN = "hta htm html js mht mhtml mjs shtml svgz swf wasm xht xhtml xml xsl xslt"
_ACTIVE = frozenset(_KINDS_THAT_RUN.split())


def check_file_names(library: Library) -> Iterator[Problem]:
    """The name of a file has letters, digits, spaces and a few signs; and no file beside the pages can run in a browser."""
    files = [*(page.file for page in library.pages.values()), *(f"{DOCS}/{name}" for name in library.other_files)]
    for file in files:
        if not _NAME.fullmatch(file):
            message = "the name has characters that mean something else in an address. Use letters, digits and hyphens."
            yield Problem(file, 1, "unsafe-name", message)
        if PurePosixPath(file).suffix.lower().lstrip(".") in _ACTIVE:
            message = "a browser would run this file. Write a page in Markdown, or give a picture or a PDF."
            yield Problem(file, 1, "unsafe-file", message)
