"""What other pages need to know of a page: few things, known without splitting it again when it has not changed."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass

from tlumach.blocks.links import Link
from tlumach.library import Library
from tlumach.library.pages import GLOSSARY, Page
from tlumach.tasks.tasks import Task, TaskRunner
from tlumach.terms.uses import TermUse, term_links, uses_in

FactsOfPages = Mapping[tuple[str, str], "PageFacts"]


@dataclass(frozen=True)
class PageFacts:
    """What a page says to others, by its text alone.

    ``pages``: the paths of the pages that it links to; ``terms``: those among them that are terms; ``files``: the targets of its
    links to what is no page, as written; ``uses``: its uses of terms, each the term's path, the index of the block, and the
    words around it; ``blocks``: how many blocks it has; ``has_braces``: whether it may have a list of other pages.
    """

    title: str
    pages: tuple[str, ...]
    terms: tuple[str, ...]
    files: tuple[str, ...]
    uses: tuple[tuple[str, int, str], ...]
    blocks: int
    has_braces: bool


def facts_of(page: Page) -> PageFacts:
    """Return the facts of a page."""
    return PageFacts(
        title=page.title,
        pages=tuple(dict.fromkeys(page.target(link) for link in _within(page) if link.path.endswith(".md"))),
        terms=tuple(dict.fromkeys(term_links(page).values())),
        files=tuple(link.target for link in _within(page) if not link.path.endswith(".md")),
        uses=tuple((use.term, use.block, use.words) for use in uses_in(page)),
        blocks=len(page.blocks),
        has_braces="{{" in page.text,
    )


def facts_of_all(library: Library, runner: TaskRunner) -> FactsOfPages:
    """Return the facts of every page, by language and path."""
    kind = Task[Page](
        "facts",
        lambda page: (page.path, library.digests.get(page.file) or page.text),
        lambda page: json.dumps(asdict(facts_of(page)), ensure_ascii=False).encode(),
        is_small=True,
    )
    pages = list(library.pages.values())
    found = runner.made(kind, pages, lambda page, made: _read(made))
    return {(page.language, page.path): facts for page, facts in zip(pages, found, strict=True)}


def uses_by_term(
    library: Library, language: str, facts: Callable[[Page], PageFacts] = facts_of
) -> Mapping[str, list[TermUse]]:
    """Return the uses of each term in a language's explainers, by the term's path; the glossary's own do not count."""
    return uses_on(library.in_language(language), facts)


def uses_on(pages: Iterable[Page], facts: Callable[[Page], PageFacts]) -> Mapping[str, list[TermUse]]:
    """Return the uses of each term on those of the pages that are of explainers."""
    found: dict[str, list[TermUse]] = {}
    for page in pages:
        if "/" in page.path and not page.path.startswith(f"{GLOSSARY}/"):
            for term, block, words in facts(page).uses:
                found.setdefault(term, []).append(TermUse(term, page, block, words))
    return found


def _within(page: Page) -> list[Link]:
    return [link for link in page.links if not link.is_external]


def _read(made: bytes) -> PageFacts:
    values = json.loads(made)
    return PageFacts(
        title=values["title"],
        pages=tuple(values["pages"]),
        terms=tuple(values["terms"]),
        files=tuple(values["files"]),
        uses=tuple(tuple(use) for use in values["uses"]),
        blocks=values["blocks"],
        has_braces=values["has_braces"],
    )
