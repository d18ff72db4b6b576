"""Faults planted in real text: of each kind, a change of a correct translation that a rule is meant to find.

    python scripts/seeded.py FOLDER... [--half report] [--each 40] [--seed 15]

Prints of how many pages with one planted fault the rule meant found it. Only what the page did not say before the fault counts.
"""

import argparse
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import precision

from tlumach.blocks import BlockKind
from tlumach.checks.pairs.findings import of_translation
from tlumach.checks.pairs.pair import AlignedPair, Knowledge
from tlumach.checks.pairs.pairing import aligned_pairs
from tlumach.library.files import read_library
from tlumach.library.pages import parse_page
from tlumach.problems import Code, Level
from tlumach.tracking import Tracked, Tracker

Change = Callable[[AlignedPair, random.Random], str | None]
"""Returns the Markdown of a translation with a fault; None where the block has no place for it."""


class Seed(NamedTuple):
    """A kind of fault: its name, the codes that count as finding it, and how it is made."""

    kind: str
    rules: frozenset[str]
    change: Change


def put(pattern: str, *forms: str, anywhere: bool = False) -> Change:
    """Return a change that puts one place of a pattern into one of these forms (as `re.Match.expand` has them).

    With ``anywhere`` the place may be in code, in the target of a link or in marks.
    """
    compiled = re.compile(pattern)

    def change(pair: AlignedPair, chance: random.Random) -> str | None:
        text = pair.target.text
        places = [match for match in compiled.finditer(text) if anywhere or not _is_in_code(pair, match.start())]
        if not places:
            return None
        match = chance.choice(places)
        return f"{text[: match.start()]}{match.expand(chance.choice(forms))}{text[match.end() :]}"

    return change


def _is_in_code(pair: AlignedPair, place: int) -> bool:
    """Tell whether a place stands in code, in the target of a link, in HTML, an address or an attribute list."""
    return any(start <= place < end for start, end in _spans(pair.target.text))


_SILENT = re.compile(
    r"`[^`\n]*`|\]\([^)\n]*\)|<[^>\n]*>|https?://\S+|\{[^}\n]*\}|\[\^[^\]]*\]|(?m:^[ \t>]*(?:[-*+]|\d+\.)[ \t]|^#+[ \t])"
)


def _spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _SILENT.finditer(text)]


def another_number(pair: AlignedPair, chance: random.Random) -> str | None:
    """Put another figure in the place of one that the source has too."""
    text: str = pair.target.text
    ours = re.findall(r"(?<![\w.,])\d+(?![\w.,]\d)", pair.source.prose.text)
    places = [
        match
        for match in re.finditer(r"(?<![\w.,-])\d+(?![\w-]|[.,]\d)", text)
        if match[0] in ours and not _is_in_code(pair, match.start())
    ]
    if not places:
        return None
    match = chance.choice(places)
    return text[: match.start()] + str(int(match[0]) + chance.choice((1, 3, 10))) + text[match.end() :]


def _shape(text: str) -> list[int]:
    """Return of how many digits each number of a text is made: a year takes the place of a year."""
    return [len(number) for number in re.findall(r"\d+", text)]


def exchange(pattern: str) -> Change:
    """Return a change that puts two different places of a pattern, with as many digits, in each other's place."""
    compiled = re.compile(pattern)

    def change(pair: AlignedPair, chance: random.Random) -> str | None:
        text: str = pair.target.text
        places = [match for match in compiled.finditer(text) if not _is_in_code(pair, match.start())]
        others = [
            [each for each in places if each[0] != one[0] and _shape(each[0]) == _shape(one[0])] for one in places
        ]
        if "```" in text or not any(others):
            return None
        at = chance.choice([at for at, each in enumerate(others) if each])
        one, other = places[at], chance.choice(others[at])
        first, second = sorted((one, other), key=re.Match.start)
        between = text[first.end() : second.start()]
        return text[: first.start()] + second[0] + between + first[0] + text[second.end() :]

    return change


def source_word(pair: AlignedPair, chance: random.Random) -> str | None:
    """Put a verb or a small word of the source in the place of a word of the translation."""
    words = re.findall(r"\b(?:to|can|will|should|you|they|we)[ ]([a-z]{4,})\b", pair.source.prose.text)
    words += re.findall(r"\b(which|because|through|without|usually|already|between|however)\b", pair.source.prose.text)
    places = [
        match
        for match in re.finditer(r"(?<![\w*_«\"(\[-])[а-яіїєґ]{5,}(?![\w*_»\")\]-])", pair.target.text)
        if not _is_in_code(pair, match.start())
    ]
    if not words or not places:
        return None
    match = chance.choice(places)
    return f"{pair.target.text[: match.start()]}{chance.choice(words)}{pair.target.text[match.end() :]}"


def source_sentence(pair: AlignedPair, _: random.Random) -> str | None:
    """Leave the whole block as the source has it."""
    return pair.source.text if len(pair.source.prose.words) > 7 else None


def half_lost(pair: AlignedPair, _: random.Random) -> str | None:
    """Cut a long paragraph after its first sentence."""
    sentences = pair.target.prose.sentences
    if len(sentences) < 4 or pair.target.block.kind is not BlockKind.PARAGRAPH:
        return None
    end = pair.target.text.find(sentences[1].text[:20])
    return pair.target.text[:end].rstrip() if 0 < end < len(pair.target.text) / 4 else None


_WORD = r"[а-яіїєґ]"
_MONTH = (
    "январ|феврал|март|апрел|мая|июн|июл|август|сентябр|октябр|ноябр|декабр|лют(?:ого|ому)|листопад"
    "|(?:січ|берез|квіт|трав|черв|лип|серп|верес|жовт|груд)(?:ня|ні|ень)"
)
SEEDS = (
    Seed("a figure changed", frozenset({"numbers"}), another_number),
    Seed("two figures exchanged", frozenset({"numbers"}), exchange(r"(?<![\w.,:/-])\d\d+(?:[ \u00a0]?%)?(?![\w:/-]|[.,]\d)")),
    Seed("two dates exchanged", frozenset({"numbers"}), exchange(rf"(?<![\w.,])(?:\d\d?[ ])?(?:{_MONTH}){_WORD}*(?:[ ]\d{{4}})?(?!\w)")),
    Seed("a block left in the source's language", frozenset({"untranslated"}), source_sentence),
    Seed("a verb or small word left", frozenset({"left-word"}), source_word),
    Seed("half a paragraph lost", frozenset({"length"}), half_lost),
    Seed("a link's target changed", frozenset({"links"}), put(r"\]\(([^)\s#]{4,})\)", r"](\1x)", anywhere=True)),
    Seed("a link lost", frozenset({"links"}), put(r"(?<!!)\[([^\]\[]+)\]\([^)\s]+\)", r"\1")),
    Seed("code changed", frozenset({"structure"}), put(r"`([a-z]+)_([a-z_]+)`", r"`\1-\2`", r"`\1_\2x`", anywhere=True)),
    Seed("an item lost", frozenset({"structure"}), put(r"(?m)\n(?:[-*+]|\d+\.)[ ][^\n]+\Z", "", anywhere=True)),
    Seed("a level of a heading", frozenset({"structure"}), put(r"\A(#{1,4})(?= )", r"\1#", anywhere=True)),
    Seed("a Latin letter", frozenset({"letters"}), put(rf"(?<={_WORD}{_WORD})о(?={_WORD})", "o")),
    Seed("a mark of emphasis open", frozenset({"broken-markup"}), put(r"\*\*([^*\n]+)\*\*", r"**\1", r"** \1 **", r"**\1*")),
    Seed("a link broken", frozenset({"broken-markup"}), put(r"\]\((https?://[^)\s]+)\)", r"] (\1)", r"](\1 ", anywhere=True)),
    Seed("an entity broken", frozenset({"broken-markup"}), put(rf"(?<={_WORD}) (?={_WORD})", "&nbsp ", "& nbsp;", " &mdash ")),
    Seed("a space missing after a comma", frozenset({"missing-space"}), put(rf"(?<={_WORD}), (?={_WORD})", ",")),
    Seed("a space missing after a full stop", frozenset({"missing-space"}), put(rf"(?<={_WORD}{_WORD}{_WORD})\. (?=[А-ЯІЇЄ]{_WORD})", ".")),
    Seed("a space missing before a bracket", frozenset({"missing-space"}), put(rf"(?<={_WORD}) \((?={_WORD}{{6}})", "(")),
    Seed("a space before a comma", frozenset({"space-before-punctuation"}), put(rf"(?<={_WORD}),(?= {_WORD})", " ,")),
    Seed("two spaces", frozenset({"doubled"}), put(rf"(?<={_WORD}) (?={_WORD})", "  ")),
    Seed("a word twice", frozenset({"doubled"}), put(rf"(?<= )({_WORD}{{5,}})(?= )", r"\1 \1")),
    Seed("a bracket lost", frozenset({"brackets"}), put(rf"(?<={_WORD})\)(?=[ .,])", "")),
    Seed("invisible characters", frozenset({"invisible-characters"}), put(rf"(?<={_WORD})(?={_WORD})", "\u00ad", "\u200b", "\u200e")),
    Seed("an attribute list moved", frozenset({"structure"}), put(r"(?m)^(#+ \S+) ([^{\n]+)(\{ #[^}\n]+\})$", r"\1 \3 \2", anywhere=True)),
)  # fmt: skip


class Recall(NamedTuple):
    """A kind of fault, how many were planted, how many of them the rule meant found, and how many as errors or warnings."""

    kind: str
    rules: frozenset[str]
    planted: int
    found: int
    loud: int


def recall(roots: Sequence[Path], halves: Sequence[str], each: int, seed: int) -> list[Recall]:
    """Plant up to so many faults of each kind, each in a page of its own, and return how many are found."""
    pages = [page for root in roots for page in _pages(root, halves)]
    chance, result = random.Random(seed), []
    for kind in SEEDS:
        chance.shuffle(pages)
        found = (outcome for page in pages if (outcome := _outcome(kind, *page, chance)) is not None)
        outcomes = [*islice(found, each)]
        loud = sum(level in (Level.ERROR, Level.WARNING) for level in outcomes)
        found_at_all = sum(isinstance(level, Level) for level in outcomes)
        result.append(Recall(kind.kind, kind.rules, len(outcomes), found_at_all, loud))
    return result


def _pages(root: Path, halves: Sequence[str]) -> Iterator[tuple[Tracker, Tracked, Knowledge]]:
    library, problems = read_library(root)
    if library is None:
        raise SystemExit("\n".join(map(str, problems)))
    tracker = Tracker(library)
    for tracked, knowledge in precision.pages_of(library, root.name, halves):
        yield tracker, tracked, knowledge


def _outcome(
    seed: Seed, tracker: Tracker, tracked: Tracked, knowledge: Knowledge, chance: random.Random
) -> Level | bool | None:
    """Return how loudly a fault planted in a page is found, False where it is not; None where the page has no place for it.

    What is not translated is left alone: of such a block nothing else is said.
    """
    untranslated = {found.id for found in of_translation(tracked, knowledge) if found.problem.code is Code.UNTRANSLATED}
    pairs = [
        both
        for pair, both in aligned_pairs(tracked, knowledge, {})
        if both.target.is_prose and pair.translation is not None and tracked.ids[pair.translation] not in untranslated
    ]
    chance.shuffle(pairs)
    for both in pairs:
        text = seed.change(both, chance)
        if text is not None and text != both.target.text:
            return _is_found(seed, tracker, tracked, knowledge, both, text)
    return None


def _is_found(
    seed: Seed, tracker: Tracker, tracked: Tracked, knowledge: Knowledge, both: AlignedPair, text: str
) -> Level | bool:
    page = tracked.page
    lines = page.text.split("\n")
    first = both.target.block.line - 1
    count = both.target.block.text.count("\n") + 1
    spoilt = "\n".join([*lines[:first], *text.split("\n"), *lines[first + count :]])
    new = parse_page(spoilt, page.language, page.path, page.syntax)[0]
    pages = {**tracker.library.pages, (page.language, page.path): new}
    other = Tracker(replace(tracker.library, pages=pages)).track(page.language, page.path)
    before = {(found.problem.code, found.problem.message) for found in of_translation(tracked, knowledge)}
    after = [found.problem for found in of_translation(other, knowledge)] if other else []
    levels = {each.level for each in after if each.code in seed.rules and (each.code, each.message) not in before}
    return next((level for level in Level if level in levels), False)


def table(results: Sequence[Recall]) -> str:
    """Return the recall by kind as Markdown."""
    rows = ["| fault | rule | planted | found | as errors or warnings |", "| --- | --- | ---: | ---: | ---: |"]
    for each in results:
        rules, share = ", ".join(sorted(each.rules)), f"{each.found} ({each.found / max(each.planted, 1):.0%})"
        rows.append(f"| {each.kind} | {rules} | {each.planted} | {share} | {each.loud} |")
    return "\n".join(rows)


def main() -> None:
    """Plant faults in the sites that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--half", action="append", choices=precision.HALVES)
    parser.add_argument("--each", type=int, default=40)
    parser.add_argument("--seed", type=int, default=15)
    given = parser.parse_args()
    print(table(recall(given.folders, given.half or precision.HALVES, given.each, given.seed)))


if __name__ == "__main__":
    main()
