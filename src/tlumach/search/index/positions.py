"""Where words stand: the rows of each, each counted by its place among the rows that are looked at together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from tlumach.search.index.parts import Filed
from tlumach.search.index.runs import Runs, run
from tlumach.search.stemming.suggestions import Spelled

Thing = TypeVar("Thing")


def numbers(rows: Iterable[Iterable[Thing]]) -> dict[Thing, list[int]]:
    """Return the rows of each thing that stands in any, by their numbers from 0."""
    found: dict[Thing, list[int]] = {}
    for number, row in enumerate(rows):
        for each in row:
            some = found.get(each)
            if some is None:
                found[each] = [number]
            elif some[-1] != number:  # else it stands in this row once more
                some.append(number)
    return found


def filed(titles: Iterable[Iterable[Spelled]], rows: Iterable[Iterable[Spelled]]) -> Filed:
    """Return the words of titles and of other rows in one language as they are filed."""
    in_titles, in_rows = numbers(titles), numbers(rows)
    every = {**in_titles, **in_rows}
    in_capitals = {form for each in every for form in each.capitals}
    otherwise = {form for each in every for form in each.forms if form not in each.capitals}
    return Filed(
        titles=_by_form(in_titles),
        rows=_by_form(in_rows),
        names=frozenset(form for each in every for form in each.names),
        capitals=frozenset(in_capitals - otherwise),
        odd=frozenset(word for each in every for word in each.odd),
    )


def _by_form(found: Mapping[Spelled, Sequence[int]]) -> Runs:
    """Return the rows of each form: those of all its spellings."""
    forms = defaultdict[str, list[Sequence[int]]](list)
    for each, some in found.items():
        for form in each.forms:
            forms[form].append(some)
    return {form: run(some[0] if len(some) == 1 else sorted(set().union(*some))) for form, some in forms.items()}
