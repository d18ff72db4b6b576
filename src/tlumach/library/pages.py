"""A page: one Markdown file in one language, read into front matter, body and blocks."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from tlumach.blocks import ELEMENTS, Block, BlockKind, split
from tlumach.blocks.headings import Heading, heading_text, headings
from tlumach.blocks.links import Link, links, path_of
from tlumach.blocks.plain_text import references_in, shown_text
from tlumach.blocks.syntax import OWN, Syntax
from tlumach.front_matter import FrontMatter, split_front_matter
from tlumach.problems import Code, Problem

DOCS = "docs"
GLOSSARY = "glossary"
GLOSSARY_INDEX = f"{GLOSSARY}/index.md"


@dataclass(frozen=True, eq=False)
class Page:
    """A page in one language. ``path`` (such as ``glossary/csto.md``) is the same in every language.

    ``read`` returns its text, for which nobody may ever ask: of most pages an edit wants the front matter alone.
    """

    language: str
    path: str
    read: Callable[[], str]
    front_matter: FrontMatter
    syntax: Syntax = OWN
    """Which extensions of Markdown its project has on."""
    written: str = ""
    """Its file, where that is not ``docs/<language>/<path>``."""
    is_made: bool = False
    """Whether there is no such file: the page is made of what is kept elsewhere."""

    def __eq__(self, other: object) -> bool:
        """Tell whether both are the same page, with the same text."""
        return isinstance(other, Page) and self._told == other._told

    @property
    def _told(self) -> tuple[object, ...]:
        return self.language, self.path, self.text, self.syntax, self.written, self.is_made

    @cached_property
    def text(self) -> str:
        """The whole text, with the front matter."""
        return self.read()

    @property
    def file(self) -> str:
        """The file, relative to the project's root: what a problem names."""
        return self.written or page_file(self.language, self.path)

    @property
    def meta(self) -> Mapping[str, Any]:
        """The values of the front matter."""
        return self.front_matter.values

    @property
    def body(self) -> str:
        """The Markdown without the front matter."""
        return self.text[self.front_matter.length :]

    @property
    def blocks(self) -> list[Block]:
        """The top-level pieces of the body, with their lines in the file."""
        return self._split[0]

    @property
    def block_problems(self) -> list[Problem]:
        """What of the body cannot be split as the renderer would, or is never closed."""
        return self._split[1]

    @cached_property
    def _split(self) -> tuple[list[Block], list[Problem]]:
        return split(self.body, self.file, self.front_matter.body_line, self.syntax)

    @cached_property
    def shown(self) -> list[str]:
        """What a reader sees of each block, in plain text; empty where it is no paragraph of the page or shows none."""
        references = references_in(self.blocks)
        return [
            shown_text(block, self.syntax, references) if block.kind in (*ELEMENTS, BlockKind.FOOTNOTE) else ""
            for block in self.blocks
        ]

    @cached_property
    def headings(self) -> list[Heading]:
        """The headings of the body, in order."""
        return headings(self.blocks)

    @cached_property
    def links(self) -> list[Link]:
        """The links and images of the body, in order, with their lines in the file; code is not looked into."""
        return [link for some in self.links_by_block for link in some]

    @cached_property
    def links_by_block(self) -> list[list[Link]]:
        """The same by block: a list for each."""
        return [[] if block.kind is BlockKind.CODE else links(block.text, block.line) for block in self.blocks]

    def target(self, link: Link) -> str:
        """Return the path that a relative link leads to, as in ``path``; above the language's folder it begins with ``..``."""
        return self.target_of(link.target)

    def target_of(self, target: str) -> str:
        """Return the same for the target of a link as it is written."""
        path = path_of(target)
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path)) if path else self.path

    @cached_property
    def title(self) -> str:
        """The text of the first heading; where none is of the first level, the title that the front matter has; else the path."""
        if title := self.title_in_front_matter:
            return title
        return next((heading_text(block) for block in self.blocks if block.kind is BlockKind.HEADING), self.path)

    @cached_property
    def title_in_front_matter(self) -> str:
        """The title of a page that has it in its front matter alone: it is shown above the text."""
        title = self.meta.get("title")
        has_own = not isinstance(title, str) or any(heading.level == 1 for heading in self.headings)
        return "" if has_own or not isinstance(title, str) else " ".join(title.split())

    @property
    def is_term(self) -> bool:
        """Whether this is an entry of the glossary (and not the glossary's index)."""
        return self.path.startswith(f"{GLOSSARY}/") and PurePosixPath(self.path).name != "index.md"

    @property
    def is_explainer(self) -> bool:
        """Whether this is the first page of an explainer: the index of a folder that is not the glossary."""
        return self.path.endswith("/index.md") and not self.path.startswith(f"{GLOSSARY}/")


def page_file(language: str, path: str) -> str:
    """Return the file of a page, relative to the project's root."""
    return f"{DOCS}/{language}/{path}"


def decode(content: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Decode the bytes of a page as UTF-8 (with or without a mark); None and a problem with the line that is not."""
    try:
        return content.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"byte {error.start + 1} is not UTF-8. Save the file as UTF-8 (in an editor: “Save with encoding”)."
        return None, [Problem(file, line, Code.ENCODING, message)]


def parse_page(text: str, language: str, path: str, syntax: Syntax = OWN) -> tuple[Page, list[Problem]]:
    """Read the text of a page; the problems are those of its front matter and of its blocks."""
    front_matter, problems = split_front_matter(text, page_file(language, path))
    return Page(language, path, lambda: text, front_matter, syntax), problems
