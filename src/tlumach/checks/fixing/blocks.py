"""Fixing one block: by all rules that have one right answer, until none of them changes anything more."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tlumach.blocks import Block
from tlumach.blocks.syntax import OWN, Syntax
from tlumach.checks.fixing.changes import Change, as_written, changed, keeps_markup, left_alone, read_spans
from tlumach.checks.fixing.marks import fix_apostrophes, fix_quotation_marks
from tlumach.checks.fixing.spaces import fix_dashes, fix_doubled_spaces, fix_no_break_spaces
from tlumach.checks.pairs.pair import AlignedPair, PairRule
from tlumach.checks.pairs.registry import PAIR_RULES
from tlumach.languages.invisible import Invisible, invisible
from tlumach.problems import Code

Fixer = Callable[[AlignedPair, str], Iterator[Change]]
FIXERS: Sequence[tuple[Code, Fixer]] = (
    (Code.APOSTROPHE, fix_apostrophes),
    (Code.QUOTATION_MARKS, fix_quotation_marks),
    (Code.DASHES, fix_dashes),
    (Code.DOUBLED, fix_doubled_spaces),
    (Code.NO_BREAK_SPACE, fix_no_break_spaces),
)
"""In the order in which one makes way for the next: a dash is there before the space in front of it is looked at."""
_RULES: Mapping[Code, PairRule] = {rule.code: rule.check for rule in PAIR_RULES}
_OFFERED = frozenset({Code.NO_BREAK_SPACE})
"""What is done also where the rule has nothing to say."""
_ROUNDS = 5
_AROUND = 15  # characters
_SHOWN = {"\u00a0": "⍽", "\u202f": "⍽", "\u2007": "⍽", "\n": "⏎"}


class Fix(NamedTuple):
    """What was changed: its line in the file, its rule, and the words around it before and after."""

    line: int
    code: Code
    before: str
    after: str


@dataclass(frozen=True)
class FixedBlock:
    """A block as it should be, and what was changed in it."""

    block: Block
    fixes: tuple[Fix, ...] = ()


def without_unseen(block: Block, syntax: Syntax = OWN) -> FixedBlock:
    """Return a block without the characters that nobody sees; in code, links and HTML they stay."""
    spans, alone = read_spans(block, syntax), left_alone(block.text)
    runs = [
        each
        for each in invisible(block.text)
        if any(start <= each.place and each.place + len(each.characters) <= end for start, end in spans)
        and not any(start < each.place + len(each.characters) and each.place < end for start, end in alone)
    ]
    text = changed(block.text, (Change(each.place, each.place + len(each.characters), "") for each in runs))
    if text == block.text or not (text.strip() and keeps_markup(block, text)):
        return FixedBlock(block)
    return FixedBlock(replace(block, text=text), tuple(_taken_out(block, each) for each in runs))


def fixed(pair: AlignedPair, codes: Collection[Code], apostrophe: str) -> FixedBlock:
    """Return the translation of a pair as it should be, by the rules of some codes; ``apostrophe`` is that of its page."""
    done = (
        without_unseen(pair.target.block, pair.target.syntax)
        if Code.INVISIBLE in codes
        else FixedBlock(pair.target.block)
    )
    for _ in range(_ROUNDS):
        before = done.block
        for code, fixer in FIXERS:
            if code in codes:
                done = _by_rule(_beside(pair, done.block), code, fixer, apostrophe, done.fixes)
        if done.block == before:
            break
    return done


def _by_rule(pair: AlignedPair, code: Code, fixer: Fixer, apostrophe: str, fixes: tuple[Fix, ...]) -> FixedBlock:
    block, rule = pair.target.block, _RULES[code]
    found = 0 if code in _OFFERED else _count(rule(pair))
    changes = list(as_written(pair.target, fixer(pair, apostrophe))) if found or code in _OFFERED else []
    text = changed(block.text, changes)
    if text == block.text or not keeps_markup(block, text):
        return FixedBlock(block, fixes)
    fresh = replace(block, text=text)
    if code not in _OFFERED and _count(rule(_beside(pair, fresh))) > found:
        return FixedBlock(block, fixes)
    return FixedBlock(fresh, (*fixes, *_told(block, code, changes)))


def _beside(pair: AlignedPair, block: Block) -> AlignedPair:
    return replace(pair, target=replace(pair.target, block=block))


def _count(found: Iterable[object]) -> int:
    return sum(1 for _ in found)


def _told(block: Block, code: Code, changes: Iterable[Change]) -> Iterator[Fix]:
    text = block.text
    for change in sorted(set(changes)):
        start, end = max(change.start - _AROUND, 0), change.end + _AROUND
        before, after = text[start : change.start], text[change.end : end]
        line = block.line + text.count("\n", 0, change.start)
        was, fresh = (_shown(f"{before}{word}{after}") for word in (text[change.start : change.end], change.text))
        yield Fix(line, code, was, fresh)


def _taken_out(block: Block, run: Invisible) -> Fix:
    line = block.line + block.text.count("\n", 0, run.place)
    plural = "" if len(run.characters) == 1 else "s"
    return Fix(line, Code.INVISIBLE, f"{len(run.characters)} {run.kind}{plural} ({run.names})", "")


def _shown(text: str) -> str:
    return "".join(_SHOWN.get(each, each) for each in text)
