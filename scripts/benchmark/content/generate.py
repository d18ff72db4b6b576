"""A site of varied explainers in three languages, made from a seed: the same seed, the same pages, to the letter.

An explainer is a folder with an `index.md` of 10 to 25 blocks of the kinds that a real one has. The pages of the three
languages are translations of one another: block for block, with the same terms, sources and figures.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmark.content.blocks import Blocks, Source
from benchmark.content.words import LANGUAGES, NO_BREAK, Phrases, Words, capitalised, read_words

SOURCE_LANGUAGE = LANGUAGES[0]
FEWEST_BLOCKS, MOST_BLOCKS = 10, 25
ALWAYS = 5  # the title, the two boxes, the last heading and its list
KINDS = ("person", "organisation", "place", "notion")


@dataclass(frozen=True)
class Content:
    """What a generated site is like: its seed, the languages beside the three, how many made-up words it has."""

    seed: int = 1
    more: Sequence[str] = ()
    vocabulary: int = 0


AS_EVER = Content()


def pages(explainers: int, terms: int, content: Content = AS_EVER) -> Iterator[tuple[str, str]]:
    """Yield the path under `docs/` and the text of every page of a site with so many explainers and terms."""
    words = read_words(content.more)
    for language in words:
        names = _term_names(words[language], terms, content.seed)
        site = _Site(language, words, explainers, names, content.seed, content.vocabulary)
        yield from ((f"{language}/{explainer_path(number)}", site.explainer(number)) for number in range(explainers))
        yield from ((f"{language}/{term_path(number)}", site.term(number)) for number in range(terms))
        yield from ((f"{language}/{path}", text) for path, text in site.frame())


def write_pages(root: Path, explainers: int, terms: int, content: Content = AS_EVER) -> int:
    """Write the pages under `docs/` in ``root`` and return how many they are."""
    written = 0
    for path, text in pages(explainers, terms, content):
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        written += 1
    return written


def explainer_path(number: int) -> str:
    """Return the path of an explainer within its language."""
    return f"story-{number:04}/index.md"


def term_path(number: int) -> str:
    """Return the path of a term within its language."""
    return f"glossary/term-{number:03}.md"


def _term_names(words: Words, terms: int, seed: int) -> list[str]:
    """Return as many different names in a language; the same place means the same term in every language."""
    phrases = Phrases(words, f"{seed}/terms")
    names: dict[str, None] = {}
    while len(names) < terms:
        names[phrases.object()] = None
    return list(names)


@dataclass(frozen=True)
class _Site:
    """The site in one language: its pages by number."""

    language: str
    words: Mapping[str, Words]
    explainers: int
    terms: Sequence[str]
    seed: int
    vocabulary: int

    def explainer(self, number: int) -> str:
        uses = [(f"../{term_path(place)}", name) for place, name in enumerate(self.terms)]
        blocks = self._blocks(f"explainer/{number}", uses)
        title, day = blocks.title(), blocks.phrases.day()
        body = [
            f"# {title}",
            blocks.box("abstract", "brief"),
            *_middle(blocks),
            blocks.box("question", "unknown"),
            f"## {blocks.label('further')} {{ #further }}",
            f"- [{blocks.label('glossary')}](../glossary/index.md): {blocks.marked()}\n- {self._elsewhere(blocks)}",
        ]
        front = [f"description: '{blocks.phrases.sentence()}.'"]
        return self._page(front, [f"date: '{day.isoformat()}'", *_sources(blocks.sources)], [*body, *blocks.notes])

    def term(self, number: int) -> str:
        others = [(Path(term_path(place)).name, name) for place, name in enumerate(self.terms) if place != number]
        blocks = self._blocks(f"term/{number}", others)
        name, kind, day = self.terms[number], blocks.choose.choice(KINDS), blocks.phrases.day()
        definition = f"{blocks.sourced()} {blocks.marked()}"
        more = [blocks.paragraph() for _ in range(blocks.choose.randint(1, 4))]
        body = [f"# {capitalised(name)}", definition, *more, self._elsewhere(blocks), *blocks.notes]
        front = [f"term: {name}", f"forms: ['{name} {blocks.label('number')}{NO_BREAK}{number + 1}']"]
        return self._page(front, [f"kind: {kind}", f"as_of: '{day.isoformat()}'", *_sources(blocks.sources)], body)

    def frame(self) -> Iterator[tuple[str, str]]:
        """Yield the pages that every site has: the front page, the glossary's index, the page about the site."""
        blocks = self._blocks("frame", [])
        for path, title, listed in (
            ("index.md", "home", (f"## {blocks.label('explainers')} {{ #explainers }}", "{{ explainers }}")),
            ("glossary/index.md", "glossary", ("{{ terms }}",)),
            ("download.md", "download", ("{{ downloads }}",)),
            ("about.md", "about", (f"## {blocks.label('rights')} {{ #rights }}",)),
        ):
            paragraphs = [f"{blocks.phrases.sentence()}. {blocks.phrases.sentence()}." for _ in range(2)]
            front = [f"description: '{blocks.phrases.sentence()}.'"]
            yield path, self._page(front, [], [f"# {blocks.label(title)}", *listed, *paragraphs])

    def _blocks(self, page: str, uses: Sequence[tuple[str, str]]) -> Blocks:
        return Blocks(self.language, f"{self.seed}/{page}", self.words, uses, self.vocabulary)

    def _elsewhere(self, blocks: Blocks) -> str:
        other = blocks.choose.randrange(self.explainers)
        return f"[{blocks.label('number')}{NO_BREAK}{other + 1}](../{explainer_path(other)}): {blocks.marked()}"

    def _page(self, front: Sequence[str], shared: Sequence[str], blocks: Sequence[str]) -> str:
        """Put a page together; what holds for all languages stands in the source language alone."""
        lines = [*front, *shared] if self.language == SOURCE_LANGUAGE else front
        return "\n".join(["---", *lines, "---", "\n\n".join(blocks), ""])


def _middle(blocks: Blocks) -> Iterator[str]:
    """Yield the blocks between the boxes; two lists or quotations in a row would be rendered as one."""
    kinds = (*(blocks.paragraph,) * 4, blocks.heading, blocks.items, blocks.quotation, blocks.table)
    last = blocks.paragraph
    for _ in range(blocks.choose.randint(FEWEST_BLOCKS - ALWAYS, MOST_BLOCKS - ALWAYS)):
        kind = blocks.choose.choice(kinds)
        last = blocks.paragraph if kind == last else kind
        yield last()


def _sources(sources: Mapping[str, Source]) -> Iterator[str]:
    if sources:
        yield "sources:"
    for source in sources.values():
        yield f"  {source.key}:"
        yield "    title:"
        yield from (f"      {language}: '{title}'" for language, title in source.title.items())
        yield f"    url: {source.url}"
        yield f"    date: '{source.day.isoformat()}'"
        if source.weak:
            yield f"    weak: {source.weak}"
