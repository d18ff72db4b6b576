import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from tlumach.tasks.cache import Cache
from tlumach.tasks.progress import Progress
from tlumach.tasks.tasks import Task, TaskRunner, things
from tlumach.tasks.workers import shared


class Clock:
    """Each look at it is half a second later."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 0.5
        return self.now


def test_nothing_is_written_for_two_seconds_and_then_one_line_that_is_cleared() -> None:
    stream = io.StringIO()
    progress = Progress(stream, Clock())
    with progress.of("page", 8):
        for _ in range(3):
            progress.add()
        assert stream.getvalue() == ""
        for _ in range(5):
            progress.add()
    assert stream.getvalue().split("\x1b[K") == [
        "\rpage: 5 of 8 (62%)",
        *[f"\rpage: {n} of 8 ({s}%)" for n, s in [(6, 75), (7, 87), (8, 100)]],
        "\r",
        "",
    ]


def test_items_are_counted_as_they_are_taken() -> None:
    stream = io.StringIO()
    progress = Progress(stream, Clock())
    progress._since = -10.0
    assert list(progress.over("page", "abc", 3)) == ["a", "b", "c"]
    assert "page: 3 of 3 (100%)" in stream.getvalue() and stream.getvalue().endswith("\r\x1b[K")


def test_what_was_not_shown_is_not_cleared_and_without_a_stream_nothing_is_counted() -> None:
    stream = io.StringIO()
    with Progress(stream, lambda: 0.0).of("page", 1):
        pass
    assert stream.getvalue() == ""
    silent = Progress()
    with silent.of("page", 1):
        silent.add()


def test_all_processes_count_together(tmp_path: Path) -> None:
    with (tmp_path / "said").open("w", encoding="utf-8") as stream:
        progress = Progress(stream, Clock())

        def work(items: Sequence[int]) -> list[None]:
            return [progress.add() for _ in items]

        with progress.of("page", 40):
            shared(list(range(40)), work, 2)
            progress._clock = lambda: 100.0
            progress.add(0)
    assert "page: 40 of 40 (100%)" in (tmp_path / "said").read_text(encoding="utf-8")


def test_a_count_within_another_belongs_to_that_one() -> None:
    stream = io.StringIO()
    progress = Progress(stream, Clock())
    progress._since = -10.0
    with progress.of("page", 10):
        progress.add(5)
        with progress.of("link", 3):
            progress.add()
        progress.add(2)
    assert "link" not in stream.getvalue() and "page: 8 of 10" in stream.getvalue()


@pytest.mark.parametrize("kept", [False, True])
def test_what_is_made_and_what_is_kept_counts(tmp_path: Path, kept: bool) -> None:
    kind = Task[int]("number", lambda item: item, lambda item: str(item).encode())
    cache = Cache(tmp_path / "cache.db", "")
    if kept:
        TaskRunner(cache, 1).made(kind, range(60), lambda _, made: made)
    stream = io.StringIO()
    progress = Progress(stream, Clock())
    progress._since = -10.0
    TaskRunner(cache, 1, progress=progress).made(kind, range(60), lambda _, made: made)
    assert "number: 60 of 60 (100%)" in stream.getvalue()
    progress._clock = Clock()
    things(TaskRunner(cache, 1, progress=progress), Task[int]("other", lambda item: item, lambda item: b"x"), range(9))
    assert "other: 9 of 9 (100%)" in stream.getvalue()
