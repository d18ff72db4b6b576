"""A word of the source's language that was left in the midst of a translation into another script."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from tlumach.blocks import BlockKind
from tlumach.checks.pairs.code_pieces import code_pieces
from tlumach.checks.pairs.content.api_names import without_names
from tlumach.checks.pairs.content.english_words import BEFORE_A_NOUN, BEFORE_A_VERB, JARGON, SMALL
from tlumach.checks.pairs.content.taken_over import (
    is_governed,
    is_named,
    stands_in_a_name,
    without_cited,
    words_set_off,
)
from tlumach.checks.pairs.opaque import OBJECT
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side, short
from tlumach.languages.alphabets import CYRILLIC, LATIN
from tlumach.languages.lemmas import DICTIONARIES
from tlumach.problems import Level

_WORD = re.compile(
    r"(?<![\w.@/’'ʼ`|\u2010\u2011-])[a-z\u00e0-\u024f]{2,}(?:[’'][a-z]{1,3})?(?![\w@/’'ʼ`|\u2010\u2011-]|\.\w)"
)
"""A word in lower case, without a hyphen or an ending of another script."""
_ANY = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BEFORE, _AFTER = re.compile(r"[\u0400-\u04ff]\s+\Z"), re.compile(r"\s+[\u0400-\u04ff]")
_OF_PROGRAMS = JARGON | frozenset(
    ("true", "false", "null", "new", "if", "else", "for", "while", "in", "is", "not", "with", "via", "has")
)
"""Words that stand in texts on programs as what one types."""
_FEW = 1
"""A page that leaves more words of the source than that has a jargon of its own."""

_SEVERAL = 3
"""Times that a source has a word which its translation leaves once: it was translated everywhere else."""
_SHORTEST = 3
_NO_VERB = frozenset({"not", "it", "who", "he", "she"})
"""After which an adjective may stand, too: the function is not async."""


class _Left(NamedTuple):
    pair: AlignedPair
    word: str
    place: int
    is_by_a_name: bool


class _Page(NamedTuple):
    """What a page has of words: those left, with how often, those of its source, those in code, nouns; whether it leaves jargon."""

    kept: Counter[str]
    said: Counter[str]
    code: Set[str]
    nouns: Set[str]
    has_jargon: bool


def check_left_words(pairs: Sequence[AlignedPair]) -> Iterator[tuple[AlignedPair, PairFinding]]:
    """No word of the source's language stands in the midst of a translation into another script.

    Finds «Курсоры provide возможности»: a word in lower case that the source has there, that its dictionary knows, and that stands in
    no quotation marks, italics, brackets, links or code. Jargon is let be: a word of computing (`middleware`), one of the
    glossary, and on a page that leaves several words of the source, all but its small words, adverbs and verbs, and what the page has
    translated everywhere else.

    It is info, but a warning where an article, a preposition or another small word stands once on the page, between two words of the
    translation.

    To mend it, translate the word, or put it into italics or quotation marks. To waive it: `waive left-word: the reason` in the record.
    """
    found = [left for pair in pairs if _may_have(pair) for left in _left(pair)]
    page = _page(pairs, found) if found else None
    for left in found if page else ():
        if page and _is_left_by_oversight(left, page):
            text = left.pair.target.prose
            message = f"“{left.word}” is not translated: “{short(text.text, left.place)}”."
            is_sure = page.kept[left.word] == 1 and left.word not in _OF_PROGRAMS and _is_in_midst(left)
            level = Level.WARNING if is_sure and left.word in SMALL else None
            yield left.pair, PairFinding(message, text.line_at(left.place), level=level)


def _is_in_midst(left: _Left) -> bool:
    """Tell whether a word stands between two words of the translation, with nothing but spaces between."""
    text = left.pair.target.prose.text
    return bool(_BEFORE.search(text, 0, left.place) and _AFTER.match(text, left.place + len(left.word)))


def _page(pairs: Sequence[AlignedPair], found: Sequence[_Left]) -> _Page:
    sources = [pair.source for pair in pairs if pair.source.is_prose]
    kept = Counter(left.word for left in found)
    return _Page(
        kept,
        Counter(word for side in sources for word in _words(side)),
        frozenset(word for pair in pairs for word in _in_code(pair)),
        frozenset(word for side in sources for word in _nouns(side)),
        len(kept) > _FEW or any(word in JARGON for word in kept),
    )


def _is_left_by_oversight(left: _Left, page: _Page) -> bool:
    """Tell whether a word was hardly left on purpose: no jargon, or one that the page has translated everywhere else."""
    is_alone = page.kept[left.word] == 1 and not left.is_by_a_name
    is_else_translated = is_alone and page.said[left.word] >= _SEVERAL
    may_be_meant = (left.word in JARGON and not is_else_translated) or left.word in page.code
    if may_be_meant and left.word not in SMALL and not _is_verb_alone(left, page.nouns):
        return False
    return _is_no_jargon(left, page.nouns) or is_else_translated or (is_alone and not page.has_jargon)


def _may_have(pair: AlignedPair) -> bool:
    other = pair.target.language
    return (
        pair.knowledge.lemmatizer is not None
        and other in DICTIONARIES
        and pair.source.language not in DICTIONARIES
        and pair.source.is_prose
        and pair.target.is_prose
        and bool(CYRILLIC.search(pair.target.prose.text) and LATIN.search(pair.target.prose.text))
    )


def _left(pair: AlignedPair) -> Iterator[_Left]:
    """Yield the words of the source in a translation that are neither cited nor set off, and that a dictionary knows."""
    text = without_cited(without_names(pair.target))
    originals = set(_words(pair.source)) - words_set_off(pair.target.text) - pair.knowledge.names
    for match in _WORD.finditer(text):
        word = match[0].replace("’", "'")
        is_too_short = len(word) < _SHORTEST and word not in SMALL
        if is_too_short or is_named(text, match.start()) or (word in SMALL and stands_in_a_name(text, match)):
            continue
        if word in originals and pair.knowledge.spells(pair.source.language, word):
            yield _Left(pair, word, match.start(), _stands_by_a_name(text, match))


def _stands_by_a_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word is a part of a name: beside code, or beside a Latin word with a capital (Exec form)."""
    before, after = text[: match.start()].rstrip(" ")[-1:], text[match.end() :].lstrip(" ")[:1]
    return (
        OBJECT in (before, after)
        or bool(re.search(r"[A-Z][\w-]* \Z", text[: match.start()]))
        or after[:1] in tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    )


def _is_no_jargon(left: _Left, nouns: Set[str]) -> bool:
    """Tell whether a word is one that no trade takes over: a small word or an adverb, or a verb that the page has as no noun."""
    if left.word in SMALL or left.word.endswith("ly"):
        return True
    words = _words(left.pair.source)
    is_verb = any(before in BEFORE_A_VERB and word == left.word for before, word in pairwise(words))
    return is_verb and left.word not in nouns


def _is_verb_alone(left: _Left, nouns: Set[str]) -> bool:
    """Tell whether even a word of a trade was left: the page has it as a verb alone, and no verb or noun of the translation governs it.

    «Сделать push» and «команда push» are what the trade says; «вы push ветку» is not.
    """
    words = _words(left.pair.source)
    uses = [before in BEFORE_A_VERB and before not in _NO_VERB for before, word in pairwise(words) if word == left.word]
    before = left.pair.target.prose.text[: left.place]
    return bool(uses) and all(uses) and left.word not in nouns and not left.is_by_a_name and not is_governed(before)


def _nouns(side: Side) -> set[str]:
    """Return the words of a text that stand where nouns and their adjectives do: after articles and prepositions."""
    return {word for before, word in pairwise(_words(side)) if before in BEFORE_A_NOUN}


def _in_code(pair: AlignedPair) -> Iterator[str]:
    """Yield the words of the code within the text of both sides, in lower case: what stands there may be named without its marks."""
    for side in (pair.source, pair.target):
        if side.block.kind is not BlockKind.CODE and "`" in side.text:
            for piece in code_pieces(side.text, side.block.kind):
                yield from _ANY.findall(piece.code.lower()) if "\n" not in piece.code else ()


def _words(side: Side) -> list[str]:
    return [word.replace("’", "'") for word in _ANY.findall(without_names(side).lower())]
