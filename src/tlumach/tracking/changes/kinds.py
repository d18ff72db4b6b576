"""What a change is to readers: a correction, an update, or style. The tool proposes, an editor decides."""

from difflib import SequenceMatcher

from tlumach.alignment.passages import ChangeKind
from tlumach.blocks import Block
from tlumach.library.changes import ChangeOf
from tlumach.tracking.change_kinds import ChangeKinds
from tlumach.tracking.source_edits import tokens

_OF_FACT = frozenset({ChangeKind.NUMBER, ChangeKind.NEGATION, ChangeKind.NAME, ChangeKind.TERM})
_FEWEST_NEW = 4
"""Words from which on what is put in says something new."""


def kind_of(then: Block | None, now: Block | None, changes: ChangeKinds) -> ChangeOf:
    """Return what became of a paragraph of the source: one that is new is an update, one that is gone a correction.

    Where words were only put in, something new is said; where others stand in the place of a number, a name, a term or a
    negation, what was said before was wrong; the rest is style.
    """
    if then is None:
        return ChangeOf.UPDATE
    if now is None:
        return ChangeOf.CORRECTION
    kinds = changes.of(then.text, now.text)
    if ChangeKind.TYPOGRAPHY in kinds:
        return ChangeOf.STYLE
    gone, new = _moved(tokens(then.text), tokens(now.text))
    if not gone and new >= _FEWEST_NEW:
        return ChangeOf.UPDATE
    return ChangeOf.CORRECTION if _OF_FACT & set(kinds) else ChangeOf.STYLE


def _moved(old: list[str], new: list[str]) -> tuple[int, int]:
    """Return how many tokens were taken out or replaced, and how many were put in."""
    codes = SequenceMatcher(
        None, [each.lower() for each in old], [each.lower() for each in new], autojunk=False
    ).get_opcodes()
    return sum(j - i for tag, i, j, _, _ in codes if tag != "equal"), sum(
        m - k for tag, _, _, k, m in codes if tag != "equal"
    )
