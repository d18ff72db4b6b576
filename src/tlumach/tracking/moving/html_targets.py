"""Addresses in raw HTML, which lead from where a page is shown: `href`, `src`, `srcset`, `poster` and their like."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote, unquote

from tlumach.blocks.links import is_external, without_code
from tlumach.settings import Settings

_TAG = re.compile(r"<[A-Za-z][\w:-]*(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = re.compile(
    r"""(?<=[\s"'])(?P<name>(?:xlink:)?href|src|srcset|imagesrcset|poster|data|cite|longdesc|action|formaction|background)
        \s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<plain>[^\s"'<>=`]+))""",
    re.VERBOSE | re.IGNORECASE,
)
"""The attributes of HTML that hold addresses (HTML Standard, "Attributes"), and those of SVG and of HTML 4."""
_CANDIDATE = re.compile(r"(?:(?<=,)|^)(?P<space>\s*)(?P<address>[^\s,]\S*[^\s,]|[^\s,])")
_END_OF_PATH = re.compile(r"[?#]")
_SAFE = "/!$&'*+,;=:@~"


@dataclass(frozen=True)
class Addresses:
    """Where pages are shown, in the folder of their language.

    ``has_folders``: each in a folder of its own (`use_directory_urls`). ``moved`` returns where what lay at a path lies now,
    ``exists`` tells whether there is something at a path.
    """

    settings: Settings
    has_folders: bool
    moved: Callable[[str], str]
    exists: Callable[[str], bool]

    def place(self, path: str) -> str:
        """Return the file of a page, or of anything else under `docs/`, within the site."""
        if not path.endswith(".md"):
            return path
        folder, _, name = path.removesuffix(".md").rpartition("/")
        if name in ("index", "README") or self.has_folders:
            return posixpath.join(folder, "" if name in ("index", "README") else name, "index.html")
        return posixpath.join(folder, f"{name}.html")

    def path_at(self, place: str) -> str:
        """Return the path of what is shown at a place of the site, which may be a folder; empty where there is nothing."""
        stem = place.removesuffix("/index.html").removesuffix(".html")
        stem = "" if place == "index.html" else stem
        names = [f"{stem}.md", posixpath.join(stem, "index.md"), posixpath.join(stem, "README.md"), place]
        shown = (name for name in names if self.exists(name))
        return next((name for name in shown if self.place(name) in (place, posixpath.join(place, "index.html"))), "")

    def address(self, value: str, path: str, is_moved: bool = False) -> str:
        """Return an address of the page that lay at ``path``, as it is to be written where that page lies now."""
        written = _END_OF_PATH.split(value, maxsplit=1)[0]
        if not written or written.startswith("/") or is_external(written):
            return value
        before, here = (posixpath.dirname(self.place(each)) for each in (path, self.moved(path)))
        led_to, leads_to = (_joined(folder, written) for folder in (before, here))
        if is_moved and (there := self._known(leads_to)) and self.moved(there) == there:
            return value
        goal = self._new_place(led_to)
        if leads_to in (goal, _folder_of(goal)):
            return value
        name = posixpath.basename(written.rstrip("/"))
        names_folder = "." not in name or name in (".", "..")
        if names_folder and (folder := _folder_of(goal)) is not None:
            goal = folder
        is_file = goal.endswith(".html")
        relative = posixpath.relpath(goal or ".", here or ".") + "/" * (written.endswith("/") and not is_file)
        return quote(relative, safe=_SAFE) + value[len(written) :]

    def knows(self, value: str, path: str) -> bool:
        """Whether an address of a page leads to something of this project."""
        written = _END_OF_PATH.split(value, maxsplit=1)[0]
        return bool(self._known(_joined(posixpath.dirname(self.place(path)), written)))

    def _known(self, place: str) -> str:
        return self.path_at(self._in_language(place)[1])

    def _new_place(self, place: str) -> str:
        """Return where what was shown at a place is shown now: what no file is of this project stays where it was."""
        language, inner = self._in_language(place)
        path = self.path_at(inner)
        return (
            posixpath.normpath(language + self.place(self.moved(path))) if path and self.moved(path) != path else place
        )

    def _in_language(self, place: str) -> tuple[str, str]:
        """Return what leads to another language's folder, if anything does, and the place within it."""
        parts = place.split("/")
        start = 1 if parts[0] == ".." else 0
        start += len(parts) > start and parts[start] in self.settings.languages
        return "".join(f"{part}/" for part in parts[:start]), "/".join(parts[start:])


def with_addresses(text: str, fresh: Callable[[str], str]) -> str:
    """Return Markdown with each address in its raw HTML replaced by what ``fresh`` makes of it; code is let be."""
    for start, end, is_quoted in reversed(list(_addresses(text)) if "<" in text and "=" in text else []):
        written = unescape(text[start:end])
        new = fresh(written)
        if new != written:
            text = text[:start] + (escape(new) if is_quoted else quote(new, safe=f"{_SAFE}#?%")) + text[end:]
    return text


def addresses(text: str) -> Iterator[str]:
    """Yield the addresses in the raw HTML of a Markdown text, in order."""
    return (text[start:end] for start, end, _ in _addresses(text))


def _addresses(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where each address begins and ends, and whether it stands in quotation marks."""
    for tag in _TAG.finditer(without_code(text)):
        for found in _ATTRIBUTE.finditer(tag[0]):
            group = str(found.lastgroup)
            start = tag.start() + found.start(group)
            if found["name"].lower().endswith("srcset"):
                for each in _CANDIDATE.finditer(found[group]):
                    yield start + each.start("address"), start + each.end("address"), True
            else:
                yield start, tag.start() + found.end(group), group != "plain"


def _joined(folder: str, written: str) -> str:
    found = posixpath.normpath(posixpath.join(folder, unquote(written)))
    return "" if found == "." else found


def _folder_of(place: str) -> str | None:
    """Return the folder whose page is at a place; None where the page is another than that of its folder."""
    folder, _, name = place.rpartition("/")
    return folder if name == "index.html" else None
