"""The patterns under `numbers` of a project's file: of endings, and of what is said around numbers."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tlumach.languages.project_files.wrong import Fault, Place, listed, meant

_PLAIN = (
    "am", "and", "below_zero", "beside", "century_after", "century_before", "decade_after", "decade_word", "ending",
    "figure_decade", "listed", "of", "one_of_it", "pm", "range", "times", "to", "vague",
)  # fmt: skip
PHRASES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN, frozenset()),
    "and_a_part": frozenset({"quarter"}),
    "hour": frozenset({"hour", "before", "to", "past", "half"}),
    "share": frozenset({"whole", "part"}),
    "adjective": frozenset({"stem"}),
    "compound": frozenset({"number", "stem"}),
}
"""What is said around numbers, with the names of the groups that its pattern may have."""
_NEEDED: Mapping[str, frozenset[str]] = {
    "hour": frozenset({"hour"}),
    "share": frozenset({"whole", "part"}),
    "adjective": frozenset({"stem"}),
}


def no_pattern(pattern: str, groups: frozenset[str] = frozenset()) -> str:
    """Return why a text is no pattern that may stand within others; an empty text where it is one. ``groups`` it may have."""
    try:
        compiled = re.compile(f"(?:{pattern})")
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)
    if compiled.groupindex.keys() - groups or compiled.groups > len(compiled.groupindex):
        return f"its groups may be {listed(sorted(groups))} alone" if groups else "write (?:…) in place of (…)"
    return ""


def faults_of_patterns(value: Any, place: Place) -> Iterator[Fault]:
    """Yield what is wrong with a mapping of signs to patterns."""
    yield from _faults(value, place, {})


def faults_of_phrases(value: Any, place: Place) -> Iterator[Fault]:
    """Yield what is wrong with a mapping of what is said around numbers to patterns."""
    for name in (name for name in value if name not in PHRASES) if isinstance(value, Mapping) else ():
        yield Fault((*place, str(name)), f"`{name}` is not known in `numbers.phrases`. {meant(str(name), PHRASES)}")
    yield from _faults(value, place, PHRASES)


def _faults(value: Any, place: Place, groups: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    if not isinstance(value, Mapping) or not all(isinstance(each, str) for each in (*value, *value.values())):
        yield Fault(place, f"`{place[-1]}` must be a mapping of names to patterns, each in quotation marks.")
        return
    for name, pattern in value.items():
        if why := no_pattern(pattern, groups.get(name, frozenset())):
            yield Fault((*place, name), f"the pattern of `{name}` cannot be read: {why}.")
        elif lacking := _NEEDED.get(name, frozenset()) - re.compile(pattern).groupindex.keys() if groups else ():
            yield Fault(
                (*place, name), f"the pattern of `{name}` needs the groups {listed(sorted(lacking))}: (?P<…>…)."
            )
