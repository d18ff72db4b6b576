"""Lists of rising numbers by name, written so that lists of pages that follow one another can be joined without being read.

A number is written as the step from the one before it, in digits of six bits, five of value and one for “goes on”.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = 32


Run = tuple[int, int, str]
"""Rising numbers: the first, the last, and the steps from the first on as they are written."""
Runs = Mapping[str, Run]


def run(numbers: Sequence[int]) -> Run:
    """Return rising numbers, of which there is at least one, as a run."""
    first, last = numbers[0], numbers[-1]
    if first == last:
        return first, last, ""
    step = _SHORT.__getitem__ if last - first <= len(_SHORT) else _step  # looked up at once where none can be long
    return first, last, "".join([step(after - before - 1) for before, after in itertools.pairwise(numbers)])


def runs(numbers: Mapping[str, Sequence[int]]) -> Runs:
    """Return the rising numbers under each name as runs."""
    return {name: run(some) for name, some in numbers.items()}


def joined(parts: Iterable[tuple[int, Runs]]) -> Runs:
    """Join runs by name: of each part how much is added to its numbers, which makes them follow those of the part before."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    steps: dict[str, list[str]] = {}
    for added, some in parts:
        for name, found in some.items():
            if name in steps:
                steps[name] += _step(found[0] + added - last[name] - 1), found[2]
            else:
                first[name], steps[name] = found[0] + added, [found[2]]
            last[name] = found[1] + added
    return {name: (first[name], last[name], "".join(some)) for name, some in steps.items()}


def numbers(some: Run) -> list[int]:
    """Return the numbers of a run."""
    found, step, scale = [some[0]], 0, 1
    for digit in map(_DIGITS.index, some[2]):
        step += digit % _VALUES * scale
        scale *= _VALUES
        if digit < _VALUES:
            found.append(found[-1] + step + 1)
            step, scale = 0, 1
    return found


def merged(some: Iterable[Run]) -> Run | None:
    """Return runs that lie among one another as one; None where there is none."""
    several = list(some)
    if len(several) < 2:
        return several[0] if several else None
    return run(sorted({number for each in several for number in numbers(each)}))


def written(*some: tuple[int, Run | None]) -> str:
    """Write runs that follow one another as one list, each with what is added to its numbers."""
    text: list[str] = []
    last = -1
    for added, each in some:
        if each:
            text += _step(each[0] + added - last - 1), each[2]
            last = each[1] + added
    return "".join(text)


def number_list(numbers: Sequence[int]) -> str:
    """Write rising numbers."""
    return written((0, run(numbers))) if numbers else ""


def _step(step: int) -> str:
    return _SHORT[step] if step < len(_SHORT) else _long(step)


def _long(step: int) -> str:
    text: list[str] = []
    while step >= _VALUES:
        text.append(_DIGITS[_VALUES + step % _VALUES])
        step //= _VALUES
    return "".join(text) + _DIGITS[step]


_SHORT = tuple(_long(step) for step in range(2048))
