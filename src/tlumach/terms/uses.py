"""Where terms are used: by explicit links to their pages, so that no word has to be guessed at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tlumach.blocks import Block, BlockKind
from tlumach.blocks.links import Link
from tlumach.blocks.plain_text import Role, plain_pieces
from tlumach.library.pages import GLOSSARY, GLOSSARY_INDEX, Page

SNIPPET = 110  # characters, about two lines on a phone


@dataclass(frozen=True)
class TermUse:
    """A link to a term: the term's page, the page and the index of the block that it stands in, and the words around it."""

    term: str
    page: Page
    block: int
    words: str


def term_of_link(link: Link, page: Page) -> str:
    """Return the path of the term that a link of a page leads to; empty where it leads to none, or to the page itself."""
    if link.is_external or link.image:
        return ""
    path = page.target(link)
    is_term = path.startswith(f"{GLOSSARY}/") and path.endswith(".md") and path != GLOSSARY_INDEX
    return path if is_term and path != page.path else ""


def name_of(path: str) -> str:
    """Return the name of a term in links and ids: ``csto`` of ``glossary/csto.md``."""
    return path.removeprefix(f"{GLOSSARY}/").removesuffix(".md").replace("/", "-")


def term_links(page: Page) -> Mapping[str, str]:
    """Return the targets of a page's links to terms, as written, with the terms' paths, in the order of first use."""
    return {link.target: term for link in page.links if (term := term_of_link(link, page))}


def uses_in(page: Page) -> Iterator[TermUse]:
    """Yield a page's uses of terms, each term once for a block; headings use none."""
    for at, (block, links) in enumerate(zip(page.blocks, page.links_by_block, strict=True)):
        if block.kind is not BlockKind.HEADING:
            found = {term_of_link(link, page): link for link in reversed(links)}
            yield from (TermUse(term, page, at, _around(block, link)) for term, link in found.items() if term)


def _around(block: Block, link: Link) -> str:
    """Return the words around a link as a reader sees them, cut at words, with an ellipsis where something is left out."""
    words, place = _line(block, link.offset)
    start = max(place - SNIPPET // 2, 0)
    start = words.find(" ", start) + 1 if start else 0
    end = words.rfind(" ", 0, start + SNIPPET) if len(words) > start + SNIPPET else len(words)
    return f"{'… ' if start else ''}{words[start:end].strip()}{' …' if end < len(words) else ''}"


def _line(block: Block, offset: int) -> tuple[str, int]:
    """Return what a reader sees of the line of a block that an offset stands on, and where in it that is."""
    start, end = block.text.rfind("\n", 0, offset) + 1, block.text.find("\n", offset)
    end = end if end >= 0 else len(block.text)
    words, place = "", -1
    for piece in plain_pieces(block.text, block.kind):
        if piece.place < end and piece.place + len(piece.text) >= start:
            place = len(words) if place < 0 and piece.place >= offset and piece.role is not Role.BREAK else place
            seen = piece.text[max(start - piece.place, 0) : end - piece.place]
            words += " " * bool(words) if piece.role is Role.BREAK else seen
    return words.strip(), max(place - (len(words) - len(words.lstrip())), 0)
