import os
import subprocess
import sys
import threading
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tlumach.tasks import workers as sharing
from tlumach.tasks.workers import FEWEST, processes_here, shared


def doubled(items: Sequence[int]) -> list[int]:
    return [2 * item for item in items]


@settings(deadline=None, max_examples=20)
@given(st.lists(st.integers(), max_size=60), st.integers(1, 5))
def test_results_come_in_the_order_of_the_items(items: list[int], processes: int) -> None:
    assert shared(items, doubled, processes) == doubled(items)


def test_the_work_is_done_in_so_many_other_processes() -> None:
    found = set(shared(list(range(4 * FEWEST)), lambda items: [os.getpid()] * len(items), 3))
    assert len(found) == 3 and os.getpid() not in found


def test_a_few_items_are_worth_no_process() -> None:
    assert set(shared([1] * (2 * FEWEST - 1), lambda items: [os.getpid()] * len(items), 4)) == {os.getpid()}


def test_what_goes_wrong_in_a_process_is_raised_here() -> None:
    def fail(items: Sequence[int]) -> list[int]:
        raise OSError(28, "No space left on device", "site/a.html")

    with pytest.raises(OSError, match="No space left") as caught:
        shared([1] * 40, fail, 2)
    assert caught.value.filename == "site/a.html"


def test_a_process_that_is_killed_is_no_result() -> None:
    with pytest.raises(ChildProcessError):
        shared([1] * 40, lambda items: os._exit(9), 2)


KILLED = """
import os, signal, time
from tlumach.tasks.workers import shared

def work(items):
    os.write(1, b"begun\\n")
    time.sleep(1)
    return ["x" * 1_000_000] * len(items)

first = os.getpid()
if os.fork() == 0:
    time.sleep(0.5)
    os.kill(first, signal.SIGKILL)
    os._exit(0)
shared(list(range(40)), work, 3)
"""


def test_where_the_first_process_is_killed_the_others_end() -> None:
    command = [sys.executable, "-c", KILLED]
    said = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=60
    )  # ends with the last of them
    assert said.stdout.split() == ["begun"] * 3 and said.stderr == ""


def test_beside_other_threads_there_is_one_process() -> None:
    ended = threading.Event()
    other = threading.Thread(target=ended.wait)
    other.start()
    try:
        assert processes_here() == 1
    finally:
        ended.set()
        other.join()


def test_where_processes_cannot_be_copied_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing.multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert processes_here() == 1
