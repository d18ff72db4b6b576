"""What a rule on pairs is given and what it yields: a block beside its translation, and what was found."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial, wraps
from typing import Any, NamedTuple, TypeVar

from tlumach.blocks import Block, BlockKind
from tlumach.blocks.links import Link, links
from tlumach.blocks.syntax import OWN, Syntax
from tlumach.checks.pairs.numbers.mentions import Mention
from tlumach.checks.pairs.numbers.reading import read
from tlumach.checks.pairs.prose import Prose, prose
from tlumach.languages.alphabets import WORD
from tlumach.languages.lemmas import DICTIONARIES, Lemmatizer
from tlumach.languages.normal_form import normal_form
from tlumach.languages.profiles import is_in_script, script
from tlumach.languages.spelling import Speller, is_slip, speller
from tlumach.problems import Level

SHORT = 60
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Side:
    """A block in its language, and the Markdown that it is written in."""

    language: str
    block: Block
    syntax: Syntax = OWN

    @cached_property
    def text(self) -> str:
        """The Markdown of the block in its normal form, line by line the same."""
        return normal_form(self.block.text).text

    @cached_property
    def prose(self) -> Prose:
        """The text that a reader sees."""
        return prose(self.text, self.block.kind, self.syntax)

    @cached_property
    def numbers(self) -> list[Mention]:
        """What the text mentions of numbers."""
        return read(self.prose.text, self.language)

    @cached_property
    def links(self) -> list[Link]:
        """The links of the block, each with its line, from 1."""
        return links(self.text)

    @cached_property
    def is_in_own_script(self) -> bool:
        """Whether any word of the text is in the script of its language: an example in English on a Kazakh page is not."""
        words, own = WORD.findall(self.prose.text), script(self.language)
        return not words or not own or any(is_in_script(word, own) for word in words)

    @property
    def is_prose(self) -> bool:
        """Whether the block has words at all: it is no code, HTML, rule or link reference."""
        return self.block.kind not in {BlockKind.CODE, BlockKind.HTML, BlockKind.RULE, BlockKind.REFERENCE}


Found = TypeVar("Found")


def once_a_side(function: Callable[[Side], Found]) -> Callable[[Side], Found]:
    """Remember with a side what a function finds in it, for all rules that ask, and a source's for all of its translations.

    What it returns nobody changes.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def found(side: Side) -> Found:
        kept: dict[str, Any] = vars(side)
        if name not in kept:
            kept[name] = function(side)
        return kept[name]  # type: ignore[no-any-return]

    return found


@dataclass(frozen=True)
class Knowledge:
    """What rules know beside a text: words (None: no dictionary may be read), the words of the glossary, spelling.

    The words of the glossary are in lower case. Dictionaries are loaded when first asked for.
    """

    lemmatizer: Lemmatizer | None = None
    names: frozenset[str] = frozenset()
    spellers: dict[str, Speller | None] = field(default_factory=dict)
    right: set[tuple[str, str]] = field(default_factory=set)
    """Words that were found in the glossary or a dictionary, each after its language."""

    slips: dict[tuple[str, str], bool] = field(default_factory=dict)
    """Words that no dictionary has, each after its language: whether it is a letter away from one that a dictionary has."""

    hosts: frozenset[str] = frozenset()
    """Hosts that have another page for each language, beside those known to all."""

    dictionaries: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The names of spelling dictionaries, by language, where the project names them."""

    def spelling(self, language: str) -> Speller | None:
        """Return the speller of a language; None where it has no dictionary here."""
        if language not in self.spellers:
            self.spellers[language] = speller(language, named=self.dictionaries.get(language, ()))
        return self.spellers[language]

    def reads(self, language: str, word: str) -> bool:
        """Tell whether the glossary has a word, or the dictionary of word forms, which is quick and lacks English."""
        return word.lower() in self.names or bool(self.lemmatizer and self.lemmatizer.has(word, language))

    def is_slip(self, language: str, word: str) -> bool:
        """Tell whether a word, in lower case, is but a letter away from a known one; each word is looked at once."""
        if (language, word) not in self.slips:
            knows = self.reads if language in DICTIONARIES and self.lemmatizer else self.spells
            self.slips[language, word] = is_slip(word, partial(knows, language))
        return self.slips[language, word]

    def spells(self, language: str, word: str) -> bool:
        """Tell whether the spelling dictionary has a word; it may have to be loaded first, which takes long."""
        found = self.spelling(language)
        return found is not None and found.knows(word)


class Labels(NamedTuple):
    """Where the labels of reference links lead, on the page of the source and on that of the translation."""

    source: Mapping[str, str] = {}
    target: Mapping[str, str] = {}


NO_LABELS = Labels()


@dataclass(frozen=True)
class AlignedPair:
    """A block of the source and the block of the translation that was made from it."""

    source: Side
    target: Side
    knowledge: Knowledge
    page: str = ""
    """The Markdown of the page that the translation stands on; empty where there is none, as of a block by itself."""
    path: str = ""
    """The path of that page below the folder of its language."""
    is_name: bool = False
    """Whether it is the name of a term, which is compared and looked for letter by letter."""

    labels: Labels = NO_LABELS
    beside: str = ""
    """The paragraphs right before and after a paragraph of the translation that the source has not: it may have been cut in two."""

    def where_both(self, kinds: re.Pattern[str]) -> Level | None:
        """Return the level of a finding on a mark that may be a house's style: info, unless its page has the other kind too."""
        return None if kinds.search(self.page or self.target.text) else Level.INFO


@dataclass(frozen=True)
class PairFinding:
    """One thing that is wrong with a pair: what was expected and found; ``line`` is that of its block, from 0."""

    message: str
    line: int = 0
    in_source: bool = False
    level: Level | None = None
    """Its level, where it is another than that of its rule."""


PairRule = Callable[[AlignedPair], Iterator[PairFinding]]


def short(text: str, place: int = 0) -> str:
    """Return a text on one line, cut to what stands around a place in it."""
    start = max(place - SHORT // 2, 0)
    piece = _SPACES.sub(" ", text[start : start + SHORT].replace("\ufffc", "…")).strip()
    return ("…" if start else "") + piece + ("…" if start + SHORT < len(text) else "")
