"""What pages take in from other files by pymdownx.snippets (`--8<-- "name"`): a page is another where one of these is."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

EXTENSION = "pymdownx.snippets"
_LINE = re.compile(r"^[ \t>]*;*-{1,}8<-{1,}[ \t]+(?P<quote>[\"'])(?P<name>.+?)(?P=quote)[ \t]*$", re.MULTILINE)
_BLOCK = re.compile(
    r"^(?P<indent>[ \t>]*)-{1,}8<-{1,}[ \t]*\n(?P<names>.*?)^(?P=indent)-{1,}8<-{1,}[ \t]*$", re.MULTILINE | re.DOTALL
)
_PART = re.compile(r"(?::[^:/\\]*){1,2}\Z")
"""A section of a file, or its lines: `a.md:intro`, `a.md:1:3`."""


def included(text: str, options: Mapping[str, Any], root: Path) -> Iterator[bytes]:
    """Yield the contents of the files that a page of the project in ``root`` takes in, and of those that these take in.

    ``options`` are those of the extension in `mkdocs.yml`. A file that is not there yields nothing: the renderer says so, or not.
    """
    always = options.get("auto_append")
    waiting = [*_names(text), *(str(name) for name in (always if isinstance(always, list) else ()))]
    seen = set[str]()
    while waiting:
        name = waiting.pop(0)
        content = None if name in seen else _content(name, options, root)
        seen.add(name)
        if content is not None:
            yield content
            waiting += _names(content.decode("utf-8", "replace"))


def _names(text: str) -> list[str]:
    if "8<-" not in text:
        return []
    lines = [line.strip() for block in _BLOCK.finditer(text) for line in block["names"].splitlines()]
    return [*(match["name"] for match in _LINE.finditer(text)), *filter(None, lines)]


def _content(name: str, options: Mapping[str, Any], root: Path) -> bytes | None:
    """Return the content of the first file of that name below the folders that the extension looks in."""
    given = options.get("base_path", ".")
    for folder in given if isinstance(given, list) else [given]:
        for each in dict.fromkeys((name, _PART.sub("", name))):
            file = root / str(folder) / each
            try:
                if file.is_file():
                    return file.read_bytes()
            except (OSError, ValueError):
                continue
    return None
