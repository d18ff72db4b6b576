"""What steps take: each its own alone."""

import os
from pathlib import Path

import pytest
from tests.project import fresh_runner

from tlumach.tasks.step_clock import StepClock
from tlumach.tasks.tasks import Task


class _Times:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.seconds = self.cpu = 0.0

    def __call__(self) -> os.times_result:
        return os.times_result((self.cpu, 0.0, self.cpu, 0.0, self.seconds))


def test_a_step_within_another_is_not_counted_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    times = _Times()
    monkeypatch.setattr(os, "times", times)
    clock = StepClock()
    with clock.step("pages"):
        times.seconds, times.cpu = 2.0, 1.5  # in two processes
        with clock.step("search"):
            times.seconds, times.cpu = 3.0, 2.5
        times.seconds = 3.5
    with clock.step("search"):
        times.seconds = 4.0
    times.seconds = 4.25
    assert [line.split() for line in clock.lines()] == [
        ["pages", "2.50", "s", "3.00", "s", "of", "CPU"],
        ["search", "1.50", "s", "2.00", "s", "of", "CPU"],
        ["the", "rest", "0.25", "s", "0.00", "s", "of", "CPU"],
        ["together", "4.25", "s", "5.00", "s", "of", "CPU"],
    ]


def test_each_kind_of_task_is_a_step(tmp_path: Path) -> None:
    runner = fresh_runner(tmp_path)
    kind = Task[str]("letters", lambda item: item, lambda item: item.encode())
    runner.made(kind, ["a", "b"], lambda item, made: None)
    assert any(line.startswith("letters ") for line in runner.clock.lines())
