"""By which digests a team may have known a source, or a section of it: of the file as it lies there, of its text, of its body."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tlumach.blocks import Block, BlockKind
from tlumach.blocks.headings import headings
from tlumach.library.pages import Page


@dataclass(frozen=True)
class Section:
    """A part of a page that begins at a heading of the second level: the ``at``-th of ``of``.

    ``title`` is empty for what stands before the first of these.
    """

    title: str
    blocks: Sequence[Block]
    text: str
    at: int
    of: int


def is_of(digest: str, content: bytes, body: str) -> bool:
    """Whether a SHA-256, which may be cut short, is that of a page: of its file with any line ends, or of its body."""
    return any(made.startswith(digest) for made in _digests(_ways(content, body)))


def is_of_section(digest: str, section: Section) -> bool:
    """Whether a SHA-256, which may be cut short, is that of a section, with its heading or without."""
    _, _, rest = section.text.partition("\n")
    texts = [section.text, rest] if section.title else [section.text]
    plain = [way for text in texts for way in (text, text.strip(), text.rstrip())]
    ways = (way.encode() for text in plain for way in (text, text + "\n"))
    return any(made.startswith(digest) for made in _digests(ways))


def sections(page: Page) -> list[Section]:
    """Cut a page at its headings of the second level; what stands before the first one is a section without title."""
    titles = {heading.line: heading.text for heading in headings(page.blocks) if heading.level == 2}
    starts = [at for at, block in enumerate(page.blocks) if block.kind is BlockKind.HEADING and block.line in titles]
    bounds = [0, *starts, len(page.blocks)]
    lines = [line + "\n" for line in page.text.replace("\r\n", "\n").split("\n")]
    edges = [page.front_matter.body_line, *(page.blocks[at].line for at in starts), len(lines) + 1]
    cut = zip(bounds, bounds[1:], edges, edges[1:], strict=False)
    return [
        Section(
            titles.get(first, "") if at else "",
            page.blocks[start:end],
            "".join(lines[first - 1 : last - 1]),
            at,
            len(edges) - 1,
        )
        for at, (start, end, first, last) in enumerate(cut)
    ]


def _ways(content: bytes, body: str) -> Iterator[bytes]:
    unix = content.replace(b"\r\n", b"\n")
    yield from (content, unix, unix.replace(b"\n", b"\r\n"), unix.strip())
    plain = body.replace("\r\n", "\n")
    yield from (plain.encode(), plain.strip().encode(), (plain.strip() + "\n").encode())


def _digests(contents: Iterable[bytes]) -> Iterator[str]:
    return (hashlib.sha256(content).hexdigest() for content in contents)
