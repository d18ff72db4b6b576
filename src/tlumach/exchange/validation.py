"""What is to be done with one unit that comes back: take it, leave it since nothing is new, or refuse it and say why."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tlumach.alignment.freshness import State, is_text
from tlumach.alignment.sequences import comparable
from tlumach.blocks import split
from tlumach.exchange.exported import MARK, Exported, digest
from tlumach.exchange.incoming import Returned
from tlumach.exchange.marks import FEATURES, PLACES, Feature, difference, kinds
from tlumach.exchange.units import unix
from tlumach.problems import Code, Level, Problem
from tlumach.tracking import Tracked
from tlumach.tracking.confirming import UNANSWERED
from tlumach.tracking.segments import Segment
from tlumach.tracking.source_edits import is_unanswered

_CONTROL = re.compile(r"[\0-\x08\x0b-\x1f\x7f]")


def judge(tracked: Tracked, segment: Segment | None, unit: Returned, confirming: bool) -> str | Problem | None:
    """Return the text to take over; the problem with it; or None where there is nothing to do.

    ``segment`` is where the unit belongs (None: nowhere on the page). A unit that changes nothing is not looked into,
    unless it is to be confirmed; one that its tool gave back as it was exported takes nothing back that was edited on
    the page since; one that both sides changed is a conflict. What its tool calls unfinished is not taken over: a
    warning, if it says anything new.
    """
    text, present = target_of(unit), present_text(segment)
    if not text.strip() and (not present or not unit.finished):
        return None
    if same(text, present) and not (unit.finished and confirming and segment and segment.state is not State.CURRENT):
        return None
    then = _exported(tracked, segment, unit)
    if not same(text, present) and then is not None and then.digest == digest(text):
        return None
    if segment is None:
        level = Level.ERROR if unit.finished else Level.WARNING
        return refusal(unit, Code.EXCHANGE_BLOCK, f"there is no block “{unit.context}” now. {_EXPORT_AGAIN}", level)
    if not unit.finished and not is_edited(unit):
        return _unfinished(tracked, segment, unit)
    if text.strip() and not same(text, present) and (digest("") if then is None else then.digest) != digest(present):
        return _conflict(tracked, segment, unit, then)
    return _reason(tracked, segment, unit, text, present) or text


def target_of(unit: Returned) -> str:
    """Return the text of a unit as a block has it: LF at the ends of lines, no blank lines around."""
    return unix(unit.target).strip("\n")


def is_edited(unit: Returned) -> bool:
    """Whether a unit has another text than at its export while its tool left the state as it was then."""
    return unit.state_left and unit.exported is not None and unit.exported.digest != digest(target_of(unit))


def state_left(unit: Returned) -> Problem:
    """Return the warning that a unit is taken though its state says that it is not finished."""
    message = f"“{unit.context}” was edited, so it is taken; its state still says that it is not finished. It is not confirmed."
    return refusal(unit, Code.EXCHANGE_STATE, message, Level.WARNING)


def present_text(segment: Segment | None) -> str:
    """Return the translation that stands on the page now, its lines ended by LF; empty where there is none."""
    return unix(segment.target.text) if segment and segment.target else ""


def same(one: str, other: str) -> bool:
    """Whether two texts are one to a reader and to every tool: line ends, composed letters, spaces at the end aside."""
    return comparable(one).rstrip() == comparable(other).rstrip()


def refusal(unit: Returned, code: Code, message: str, level: Level = Level.ERROR) -> Problem:
    """Return a problem with a unit, where it stands in the returned file."""
    return Problem(unit.file, unit.line, code, message, level)


def place_of(tracked: Tracked, segment: Segment) -> str:
    """Return where a block stands, for a message: on the page, or else in the source."""
    if segment.target:
        return f"{tracked.page.file}:{segment.target.line}"
    return _source_place(tracked, segment)


_EXPORT_AGAIN = "The source has moved on since the export: export the page again."


def _exported(tracked: Tracked, segment: Segment | None, unit: Returned) -> Exported | None:
    """Return what a unit was at its export: by its mark or, where the tool dropped that, what the record has; None: unknown."""
    entry = segment.entry if segment else None
    recorded = None if entry is None else Exported(tracked.page.language, digest(entry.translation), entry.translation)
    if unit.exported is None:
        return recorded
    return recorded if recorded and unit.exported.digest == recorded.digest else unit.exported


def _conflict(tracked: Tracked, segment: Segment, unit: Returned, then: Exported | None) -> Problem:
    lost = "" if unit.exported else f" (its mark “{MARK}: …” was dropped by the tool)"
    texts = {
        f"exported{lost}": "not known" if then is None or then.text is None else quoted(then.text),
        f"{place_of(tracked, segment)} now": quoted(present_text(segment)),
        "here": quoted(target_of(unit)),
    }
    said = "; ".join(f"{name}: {text}" for name, text in texts.items())
    message = f"“{unit.context}” was changed on the page as well, so nothing of this file is taken. {said}."
    return refusal(
        unit, Code.IMPORT_CONFLICT, f"{message} Make the page or this unit what is right, or export the page again."
    )


def quoted(text: str) -> str:
    """Return a block's text for a message: on one line, in quotation marks."""
    return f"“{' ⏎ '.join(unix(text).splitlines())}”" if text.strip() else "nothing"


def _unfinished(tracked: Tracked, segment: Segment, unit: Returned) -> Problem:
    place = place_of(tracked, segment)
    message = f"{place} is left as it is: your tool calls this fuzzy or to be reviewed. Mark it as finished there."
    return refusal(unit, Code.EXCHANGE_UNFINISHED, message, Level.WARNING)


def _reason(tracked: Tracked, segment: Segment, unit: Returned, text: str, present: str) -> Problem | None:
    """Return why a finished unit cannot be taken over, or None."""
    block = segment.source
    assert block is not None  # a unit is of a segment that has a source
    source = unix(block.text)
    left = f"“{unit.context}” ({place_of(tracked, segment)}) is left as it is:"
    if not text.strip():
        message = f"{left} it came back empty, so it is not finished. To take the block out, do so on the page."
        return refusal(unit, Code.EXCHANGE_EMPTY, message, Level.WARNING)
    if not is_text(block, unix(unit.source)):
        message = f"{left} the unit's source is not the text of {_source_place(tracked, segment)} now. {_EXPORT_AGAIN}"
        return refusal(unit, Code.EXCHANGE_SOURCE, message)
    then = segment.entry.source if segment.entry and segment.state is State.CHANGED else source
    if found := misfit(text, source, present or None, then):
        return refusal(unit, found.code, f"{left} {found.message}")
    if same(text, present) and is_unanswered(segment, tracked.source.language):
        message = f"“{unit.context}” is not confirmed: {UNANSWERED}"
        return refusal(unit, Code.UNCHANGED_TRANSLATION, message, Level.WARNING)
    return None


def _source_place(tracked: Tracked, segment: Segment) -> str:
    return f"{tracked.source.file}:{segment.source.line if segment.source else 1}"


class Misfit(NamedTuple):
    """Why a text does not fit: the code of the problem, and what is wrong and how to mend it."""

    code: Code
    message: str


def misfit(target: str, source: str, translation: str | None, source_then: str) -> Misfit | None:
    """Return the first reason why a target does not fit the source block, or None where it does.

    ``translation`` is what stands there now (None: nothing), ``source_then`` the source that it was made from. Marks
    are right where they are those of the source; or where the translation had others by a person's choice (a
    footnote of the translators), and the target gained and lost just what the source has since.
    """
    return next(_misfits(target, source, translation, source_then), None)


def _misfits(target: str, source: str, translation: str | None, source_then: str) -> Iterator[Misfit]:
    if control := _CONTROL.search(target):
        message = f"it has the control character U+{ord(control[0]):04X}. Take it out."
        yield Misfit(Code.EXCHANGE_CHARACTER, message)
    if wrong := _broken(target, source):
        yield Misfit(Code.EXCHANGE_MARKUP, wrong)
    for feature in (*FEATURES, *_places(target, source)):
        wanted, found = feature.marks(source), feature.marks(target)
        changed = difference(found, wanted)
        if changed and translation is not None:
            kept = difference(found, feature.marks(translation)) == difference(wanted, feature.marks(source_then))
            changed = {} if kept else changed
        if changed:
            yield Misfit(feature.code, _misplaced(changed) if feature is PLACES else _said(feature, changed))


def _places(target: str, source: str) -> Sequence[Feature]:
    """Return the comparison of places for two texts of the same pieces; where they differ by choice, no place is wrong."""
    return (PLACES,) if all(each.marks(target) == each.marks(source) for each in FEATURES) else ()


def _broken(target: str, source: str) -> str:
    """Return what is wrong with a target as Markdown, or an empty text: other blocks than the source, a fence left open."""
    wanted, found = kinds(source), kinds(target)
    if found != wanted:
        return f"it is {_list(found)} and its source {_list(wanted)}. Keep the line breaks and marks of the source."
    known = {problem.code for problem in split(source)[1]}
    return next((f"{each.message}." for each in split(target)[1] if each.code not in known), "")


def _said(feature: Feature, changed: dict[str, int]) -> str:
    lost = [mark for mark, count in sorted(changed.items()) if count < 0]
    added = [mark for mark, count in sorted(changed.items()) if count > 0]
    parts = [f"the {feature.name} “{mark}” is lost" for mark in lost]
    parts += [f"the {feature.name} “{mark}” is not in the source" for mark in added]
    return f"{'; '.join(parts)}. Keep it as in the source."


def _misplaced(changed: dict[str, int]) -> str:
    """Return what stands elsewhere: the first piece of the source that does, and the first in its stead; others follow from it."""
    marks = sorted(changed, key=lambda mark: ("=" not in mark, mark))  # what has something of its own tells most
    lost, added = (next(mark for mark in marks if changed[mark] * sign > 0) for sign in (-1, 1))
    return (
        f"what is “{lost}” in the source is “{added}” here. Keep each piece, and what it has, where the source has it."
    )


def _list(found: Sequence[str]) -> str:
    return " + ".join(found) or "nothing"
