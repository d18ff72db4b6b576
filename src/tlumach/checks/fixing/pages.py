"""Fixing one page: its blocks and the texts of its front matter. Of a source page, only what nobody sees."""

from collections.abc import Collection
from dataclasses import dataclass, field

from tlumach.checks.fixing.blocks import FIXERS, Fix, FixedBlock, fixed, without_unseen
from tlumach.checks.fixing.marks import usual_apostrophe
from tlumach.checks.pairs.pair import AlignedPair, Knowledge
from tlumach.checks.pairs.pairing import aligned_pairs, field_pairs
from tlumach.checks.pairs.waivers import waived_in
from tlumach.exchange.placing.blocks import PlacedChange, changed
from tlumach.exchange.placing.fields import with_fields
from tlumach.library.pages import Page
from tlumach.problems import Code, Problem
from tlumach.records import FIELD, Entry
from tlumach.settings import Settings
from tlumach.tracking import Tracked
from tlumach.tracking.segments import fields

CODES = frozenset({Code.INVISIBLE, *(code for code, _ in FIXERS)})


@dataclass(frozen=True)
class FixedPage:
    """A page, its text as it should be, and what was changed in it, in the order of its lines."""

    page: Page
    text: str
    fixes: list[Fix] = field(default_factory=list)


def fixed_page(page: Page, tracked: Tracked | None, codes: Collection[Code]) -> FixedPage:
    """Return a page as it should be by the rules of some codes; ``tracked`` is the page beside its source, where it has one."""
    blocks, texts = _blocks(page, tracked, codes), _fields(page, tracked, codes)
    change = PlacedChange({at: (page.blocks[at].kind, each.block.text) for at, each in blocks.items()})
    text = changed(page, change) if blocks else page.text
    if text is None:
        text, blocks = page.text, {}
    whole = with_fields(text, {key: each.block.text for key, each in texts.items()}) if texts else text
    if whole is None:
        whole, texts = text, {}
    fixes = [fix for each in (*texts.values(), *blocks.values()) for fix in each.fixes]
    return FixedPage(page, whole, sorted(fixes))


def counting(settings: Settings, file: str) -> frozenset[Code]:
    """Return the codes whose findings on a file the project has not turned off."""
    found = settings.findings.settle(Problem(file, 1, code, "") for code in CODES)
    return frozenset(problem.code for problem in (*found.problems, *found.known))


def _blocks(page: Page, tracked: Tracked | None, codes: Collection[Code]) -> dict[int, FixedBlock]:
    """Return the blocks of a page, by their index, in which something is changed."""
    done: dict[int, FixedBlock] = {}
    if tracked:
        apostrophe = usual_apostrophe(block.text for block in page.blocks)
        for pair, both in aligned_pairs(tracked, Knowledge(), {}):
            if pair.translation is not None:
                done[pair.translation] = fixed(both, _left(codes, tracked.entry_of(pair)), apostrophe)
    for at, block in enumerate(page.blocks):
        if at not in done and Code.INVISIBLE in codes:
            done[at] = without_unseen(block, page.syntax)
    return {at: each for at, each in sorted(done.items()) if each.fixes}


def _fields(page: Page, tracked: Tracked | None, codes: Collection[Code]) -> dict[str, FixedBlock]:
    """Return the texts of the front matter, by their keys, in which something is changed."""
    pairs: dict[str, AlignedPair] = dict(field_pairs(tracked, Knowledge())) if tracked else {}
    entries = {segment.id: segment.entry for segment in tracked.segments if segment.field} if tracked else {}
    apostrophe = usual_apostrophe(block.text for block in page.blocks)
    done: dict[str, FixedBlock] = {}
    for key, block in fields(page).items():
        if both := pairs.get(FIELD + key):
            done[key] = fixed(both, _left(codes, entries.get(FIELD + key)), apostrophe)
        elif Code.INVISIBLE in codes:
            done[key] = without_unseen(block, page.syntax)
    return {key: each for key, each in done.items() if each.fixes}


def _left(codes: Collection[Code], entry: Entry | None) -> frozenset[Code]:
    """Return the codes but those that the record waives for a block."""
    waived = {rule for rule, reason in waived_in(entry.note) if reason} if entry else set()
    return frozenset(code for code in codes if code not in waived)
