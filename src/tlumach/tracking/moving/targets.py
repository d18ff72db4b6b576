"""Where links lead after pages have moved: the targets in a text, written anew where they must be and nowhere else."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from tlumach.blocks import BlockKind, split
from tlumach.blocks import replace as with_blocks
from tlumach.blocks.links import is_external, links
from tlumach.blocks.syntax import OWN, Syntax
from tlumach.library.pages import DOCS
from tlumach.library.structure import Structure
from tlumach.settings import Settings
from tlumach.tracking.moving.html_targets import Addresses, with_addresses

_END_OF_PATH = re.compile(r"[?#]")
_SAFE = "/!$&'*+,;=:@~"


@dataclass(frozen=True)
class Move:
    """What moves: pages and pictures, by the paths that they have in every language, and folders as a whole.

    With ``is_removal`` the pages are no more, and those at the other paths stand in for them: their anchors are others.
    """

    paths: Mapping[str, str]
    folders: Mapping[str, str] = field(default_factory=dict)
    is_removal: bool = False

    def of(self, path: str) -> str:
        """Return where what lay at a path lies now."""
        return self.paths.get(path) or self.folders.get(path) or path


@dataclass(frozen=True)
class Retargeting:
    """Writes the targets of links anew. ``exists`` tells whether there is something at a path, in any language."""

    move: Move
    settings: Settings
    exists: Callable[[str], bool] = lambda _: False
    has_folders: bool = False
    """Whether each page is shown in a folder of its own (`use_directory_urls`)."""

    def text(self, text: str, path: str, syntax: Syntax = OWN, is_moved: bool = False) -> str:
        """Return a page's Markdown with targets that lead to where they led before; ``path`` is where the page lay.

        With ``is_moved`` somebody has moved the page already: what leads somewhere from its new place stays.
        """
        blocks, _ = split(text, syntax=syntax)
        fresh = {
            at: self.piece(block.text, path, is_moved)
            for at, block in enumerate(blocks)
            if block.kind is not BlockKind.CODE and may_lead_somewhere(block.text)
        }
        changed = {at: new for at, new in fresh.items() if new != blocks[at].text}
        return with_blocks(text, changed, syntax=syntax) if changed else text

    def piece(self, text: str, path: str, is_moved: bool = False) -> str:
        """Return the same for a piece of a page: a block, or what a record has of one."""
        for link in reversed(links(text)):
            target = self.target(link.target, path, is_moved)
            if target != link.target:
                start = text.index(link.target, link.offset + len(link.text) + 1)
                text = text[:start] + target + text[start + len(link.target) :]
        return with_addresses(text, lambda value: self.address(value, path, is_moved))

    def address(self, value: str, path: str, is_moved: bool = False) -> str:
        """Return an address in raw HTML on the page that lay at ``path``, as it is to be written where that page lies now.

        It leads from where the page is shown. One that leads nowhere from there, and somewhere from where the file lies, was
        written for that.
        """
        addresses = Addresses(self.settings, self.has_folders, self.move.of, self.exists)
        written = _END_OF_PATH.split(value, maxsplit=1)[0]
        if written.endswith(".md") or (
            not addresses.knows(value, path) and self.exists(_joined(posixpath.dirname(path), written))
        ):
            return self.target(value, path, is_moved)
        fresh = addresses.address(value, path, is_moved)
        return _END_OF_PATH.split(fresh, maxsplit=1)[0] if self.move.is_removal and fresh != value else fresh

    def target(self, target: str, path: str, is_moved: bool = False) -> str:
        """Return the target of a link on the page that lay at ``path``, as it is to be written where that page lies now."""
        written = _END_OF_PATH.split(target, maxsplit=1)[0]
        if not written or written.startswith("/") or is_external(target):
            return target
        here, before = posixpath.dirname(self.move.of(path)), posixpath.dirname(path)
        if is_moved and self.exists(_joined(here, written)) and _joined(here, written) not in self.move.paths:
            return target
        there = self._new_place(_joined(before, written))
        if there == _joined(here, written):
            return target
        relative = posixpath.relpath(there, here or ".") + "/" * written.endswith("/")
        needs_quoting = "%" in written or re.search(r"[\s()<>]", relative) is not None
        rest = "" if self.move.is_removal else target[len(written) :]
        return (quote(relative, safe=_SAFE) if needs_quoting else relative) + rest

    def _new_place(self, there: str) -> str:
        """Return where what a link led to lies now; in another language's folder, or under its suffix, likewise."""
        up, _, rest = there.partition("/")
        language, _, within = rest.partition("/")
        if up == ".." and language in self.settings.languages:
            return f"../{language}/{self.move.of(within)}"
        if self.settings.structure == "suffix" and (place := Structure(self.settings).place(there)):
            other = self.move.of(place[1])
            return there if other == place[1] else self._named_like(there, place, other)
        return self.move.of(there)

    def _named_like(self, there: str, place: tuple[str, str], other: str) -> str:
        return other if there == place[1] else Structure(self.settings).file(place[0], other).removeprefix(f"{DOCS}/")


def may_lead_somewhere(text: str) -> bool:
    """Tell whether a text may have a link or an address in HTML: what most texts have not is looked for first."""
    return "](" in text or "]:" in text or ("<" in text and "=" in text)


def _joined(folder: str, written: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(written)))
