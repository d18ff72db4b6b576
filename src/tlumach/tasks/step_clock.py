"""How long each step of a build takes: by the clock, and in seconds of all processors, those of worker processes too."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


class StepClock:
    """Counts the time of steps; what a step within another takes is its own alone. Not for several threads."""

    def __init__(self) -> None:
        """Begin to count; what belongs to no step is the rest."""
        self._spent: dict[str, tuple[float, float]] = {}
        self._open = ["the rest"]
        self._since = _now()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count what is done within as this step."""
        self._count()
        self._open.append(name)
        try:
            yield
        finally:
            self._count()
            self._open.pop()

    def lines(self) -> list[str]:
        """Return a line for each step, the longest first, and one for all together."""
        self._count()
        rows = sorted(self._spent.items(), key=lambda row: (-row[1][1], row[0]))
        together = tuple(sum(times) for times in zip(*self._spent.values(), strict=True))
        widest = max(len(name) for name, _ in rows)
        return [
            f"{name.ljust(widest)}{seconds:8.2f} s{cpu:8.2f} s of CPU"
            for name, (seconds, cpu) in [*rows, ("together", together)]
        ]

    def _count(self) -> None:
        now, name = _now(), self._open[-1]
        before = self._spent.get(name, (0.0, 0.0))
        self._spent[name] = (before[0] + now[0] - self._since[0], before[1] + now[1] - self._since[1])
        self._since = now


def _now() -> tuple[float, float]:
    times = os.times()
    return times.elapsed, times.user + times.system + times.children_user + times.children_system
