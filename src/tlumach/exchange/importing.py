"""Units that come back, taken into a page: text and units in; the new text, what was done, and problems out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tlumach.alignment import Alignment, Pair
from tlumach.alignment.freshness import State
from tlumach.blocks import BlockKind
from tlumach.exchange.incoming import Returned
from tlumach.exchange.placing.blocks import PlacedChange, changed
from tlumach.exchange.placing.fields import with_fields
from tlumach.exchange.units import context_of
from tlumach.exchange.validation import judge, place_of, present_text, refusal, same, state_left
from tlumach.library.pages import parse_page
from tlumach.problems import Code, Level, Problem
from tlumach.records import Record
from tlumach.tracking import Tracked
from tlumach.tracking.confirming import Said, confirm, unsettled

Taken = dict[int, tuple[Returned, str]]
"""Units that are taken over and their texts, by the index of their segment."""


@dataclass(frozen=True)
class Imported:
    """What became of a page: its text, the units taken over, how many were left or refused, and the problems with them.

    ``record`` is the record to write; None where nothing new was confirmed.
    """

    tracked: Tracked
    text: str
    taken: Taken
    written: int
    unchanged: int
    unfinished: int
    refused: int
    confirmed: int
    record: Record | None
    problems: tuple[Problem, ...]


def take_in(tracked: Tracked, returned: Sequence[Returned], said: Said | None = None) -> Imported:
    """Take finished units into a page: each in the place of its block, or where the source has its block.

    With what is ``said`` in confirming, what is taken over, and what is finished as it stands, is confirmed. The
    units must be those of this page and language; one that does not fit is a problem and changes nothing.
    """
    wanted, problems = _wanted(tracked, returned, said is not None)
    new = {at: each for at, each in wanted.items() if _is_new(tracked, at, each[1])}
    taken = _fitting_together(tracked, new)
    problems += [_apart(tracked, at, unit) for at, (unit, _) in new.items() if at not in taken]
    edited = {at: state_left(unit) for at, (unit, _) in taken.items() if not unit.finished}
    text = _text(tracked, taken) or tracked.page.text
    after = _after(tracked, text, taken)
    finished = [at for at in wanted.keys() - edited if at in taken or at not in new]
    chosen = unsettled(after, finished, said.renewed_by) if said else []
    return Imported(
        tracked=tracked,
        text=text,
        taken=taken,
        written=len(taken),
        unchanged=len(returned) - len(problems) - len(taken),
        unfinished=sum(problem.level is Level.WARNING for problem in problems),
        refused=sum(problem.level is Level.ERROR for problem in problems),
        confirmed=len(chosen),
        record=confirm(after, chosen, said) if chosen and said else None,
        problems=(*problems, *edited.values()),
    )


def _wanted(tracked: Tracked, returned: Sequence[Returned], confirming: bool) -> tuple[Taken, list[Problem]]:
    """Judge the units one by one; a block that comes back twice, in different words, is taken the first time."""
    places = _places(tracked)
    wanted: Taken = {}
    problems: list[Problem] = []
    for unit in returned:
        at = places.get(unit.context)
        verdict = judge(tracked, None if at is None else tracked.segments[at], unit, confirming)
        if isinstance(verdict, Problem):
            problems.append(verdict)
        elif verdict is not None and at is not None:
            if at in wanted and not same(wanted[at][1], verdict):
                problems.append(_twice(unit, wanted[at][0]))
            wanted.setdefault(at, (unit, verdict))
    return wanted, problems


def _places(tracked: Tracked) -> dict[str, int]:
    segments = enumerate(tracked.segments)
    return {context_of(tracked, segment): at for at, segment in segments if segment.source is not None}


def _fitting_together(tracked: Tracked, wanted: Taken) -> Taken:
    """Return the units that the page can take, in order: nearly always all; else found by halving what does not go in."""

    def added(taken: Taken, more: list[int]) -> Taken:
        both = {**taken, **{at: wanted[at] for at in more}}
        if not more or _text(tracked, both) is not None:
            return both
        if len(more) == 1:
            return taken
        middle = len(more) // 2
        return added(added(taken, more[:middle]), more[middle:])

    return added({}, sorted(wanted))


def _text(tracked: Tracked, taken: Taken) -> str | None:
    text = changed(tracked.page, _change(tracked, taken))
    fields = {tracked.segments[at].field: new for at, (_, new) in taken.items() if tracked.segments[at].field}
    return text if text is None else with_fields(text, fields)


def _change(tracked: Tracked, taken: Taken) -> PlacedChange:
    """Return what becomes of the page: a text replaces that of its block, or follows the block before it in the source."""
    pairs = tracked.alignment.pairs
    texts = {at: (_kind(tracked, pairs[at]), text) for at, (_, text) in taken.items() if at < len(pairs)}
    edits = {block: texts[at] for at in texts if (block := pairs[at].translation) is not None}
    followers = _followers(tracked, taken)
    return PlacedChange(edits, {block: [texts[at] for at in places] for block, places in followers.items()})


def _followers(tracked: Tracked, taken: Taken) -> Mapping[int | None, list[int]]:
    """Return the pairs taken that have no translation yet by the block that they follow (None: the top of the page)."""
    followers: dict[int | None, list[int]] = {}
    before: int | None = None
    for at, pair in enumerate(tracked.alignment.pairs):
        if at in taken and pair.translation is None:
            followers.setdefault(before, []).append(at)
        if pair.source is not None and pair.translation is not None:
            before = pair.translation
    return followers


def _after(tracked: Tracked, text: str, taken: Taken) -> Tracked:
    """Return the page after the import, each pair with the block that it has now; what was taken over waits for a word."""
    read, _ = parse_page(text, tracked.page.language, tracked.page.path, tracked.page.syntax)
    page = replace(read, written=tracked.page.file)
    pairs, followers = list(tracked.alignment.pairs), _followers(tracked, taken)
    pair_of = {pair.translation: at for at, pair in enumerate(pairs) if pair.translation is not None}
    blocks: list[int | None] = [None, *range(len(tracked.page.blocks))]
    order = [at for block in blocks for at in [*([] if block is None else [pair_of[block]]), *followers.get(block, [])]]
    for now, at in enumerate(order):
        pairs[at] = pairs[at]._replace(translation=now, state=State.UNCONFIRMED if at in taken else pairs[at].state)
    return replace(tracked, page=page, alignment=Alignment(pairs, tracked.alignment.by_position))


def _is_new(tracked: Tracked, at: int, text: str) -> bool:
    return not same(text, present_text(tracked.segments[at]))


def _kind(tracked: Tracked, pair: Pair) -> BlockKind:
    return tracked.source.blocks[pair.source or 0].kind


def _apart(tracked: Tracked, at: int, unit: Returned) -> Problem:
    place = place_of(tracked, tracked.segments[at])
    message = (
        f"{place} is left as it is: on the page this would run together with the blocks beside it. Write it there."
    )
    return refusal(unit, Code.EXCHANGE_APART, message)


def _twice(unit: Returned, first: Returned) -> Problem:
    message = (
        f"“{unit.context}” comes back twice, in other words in {first.file}:{first.line}. Keep the one that is right."
    )
    return refusal(unit, Code.EXCHANGE_TWICE, message)
