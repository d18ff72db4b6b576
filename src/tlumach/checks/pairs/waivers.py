"""Waivers: findings that a person has looked at and lets stand, with the reason.

A waiver is a line of the translator's comment of a block's entry in the record: `waive numbers: the source is wrong, see note 3`.
It stands beside the pair that it is about, survives as the entry does (moves, confirmations, a CAT tool), is seen by
who translates, and puts nothing into the page. A comment in the Markdown would be raw HTML, and front matter has no place
for a block that moves.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from tlumach.library import record_file
from tlumach.problems import Code, Problem
from tlumach.tracking import Tracked

_LINE = re.compile(r"[ \t]*waive[ \t]+(?P<rule>[\w-]+)[ \t]*(?::[ \t]*(?P<reason>.*?))?[ \t]*\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Waiver:
    """That a rule does not hold for a block, and why; ``id`` is the block's, ``path`` and ``line`` those of the translation.

    ``context`` is the ``msgctxt`` of its entry, which a heading keeps when it gets another text and so another id.
    """

    rule: str
    reason: str
    id: str
    path: str
    line: int
    context: str


@dataclass(frozen=True)
class Waived:
    """A problem that a waiver lets stand."""

    waiver: Waiver
    problem: Problem


def waivers_of(tracked: Tracked) -> Iterator[Waiver]:
    """Yield the waivers of a page, those without a reason too."""
    for segment in tracked.segments:
        entry = segment.entry
        if entry and entry.note:
            for rule, reason in waived_in(entry.note):
                line = segment.target.line if segment.target else 1
                yield Waiver(rule, reason, segment.id, tracked.page.file, line, entry.id)


def problems_of(
    waiver: Waiver, tracked: Tracked, rules: Collection[str], used: Collection[Waiver]
) -> Iterator[Problem]:
    """Yield what is wrong with a waiver: no such rule, no reason, nothing to waive."""
    record = record_file(tracked.page.language, tracked.page.path)
    where = f"`waive {waiver.rule}` in {record} (msgctxt “{waiver.context}”)"
    if waiver.rule not in rules:
        near = get_close_matches(waiver.rule, rules, n=1)
        hint = f"Did you mean `{near[0]}`?" if near else f"Those that can be waived are {', '.join(sorted(rules))}."
        message = f"{where}: there is no such rule. {hint}"
        yield Problem(waiver.path, waiver.line, Code.WAIVER, message)
    elif not waiver.reason:
        yield Problem(waiver.path, waiver.line, Code.WAIVER, f"{where} gives no reason. Write one after a colon.")
    elif waiver not in used:
        message = f"{where} waives nothing any more. Take the line out."
        yield Problem(waiver.path, waiver.line, Code.UNUSED_WAIVER, message)


def waived_in(note: str) -> Iterator[tuple[str, str]]:
    """Yield the waivers that a note has: the rule, and the reason (empty: none is given)."""
    for text in note.splitlines():
        if match := _LINE.match(text):
            yield match["rule"].lower(), (match["reason"] or "").strip()


def with_waiver(note: str, rule: str, reason: str) -> str:
    """Return a note with a waiver of a rule, in the place of one of the same rule that it had."""
    others = (text for text in note.splitlines() if rule not in (each for each, _ in waived_in(text)))
    return "\n".join([*others, f"waive {rule}: {' '.join(reason.split())}"])
