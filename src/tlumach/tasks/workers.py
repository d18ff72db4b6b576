"""Work shared among processes: each is a copy of this one (a fork), so that nothing has to be handed to it."""

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

FEWEST = 8  # items that are worth a process
MOST_PROCESSES = 8

Item = TypeVar("Item")
Result = TypeVar("Result")


def processes_here() -> int:
    """Return in how many processes work is best done here: one for each core that this process may use, at most eight.

    One where processes cannot be copied: on Windows, and beside other threads, whose locks a copy would wait for forever.
    """
    if "fork" not in multiprocessing.get_all_start_methods() or threading.active_count() > 1:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_PROCESSES)


def shared(items: Sequence[Item], do: Callable[[Sequence[Item]], list[Result]], processes: int) -> list[Result]:
    """Return a result for each item, in their order; ``do`` makes those of a part of them in a process of its own.

    What ``do`` raises in any process is raised here, and the others are ended.
    """
    number = min(processes, len(items) // FEWEST)
    if number < 2:
        return do(items)
    gc.freeze()  # or the collector would touch, and so copy, every page of memory
    started: list[tuple[Connection, BaseProcess]] = []
    try:
        for place in range(number):
            started.append(_start(do, items[place::number]))
        parts = [_received(receiver) for receiver, _ in started]
    finally:
        for _, process in started:
            process.kill()
            process.join()
    results: list[Any] = [None] * len(items)
    for place, part in enumerate(parts):
        results[place::number] = part
    return results


def _start(do: Callable[[Sequence[Item]], list[Result]], part: Sequence[Item]) -> tuple[Connection, BaseProcess]:
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_work, args=(do, part, sender, receiver), daemon=True)
    process.start()
    sender.close()  # the copy has its own: when that ends, so does the pipe
    return receiver, process


def _work(
    do: Callable[[Sequence[Item]], list[Result]], part: Sequence[Item], sender: Connection, receiver: Connection
) -> None:
    receiver.close()  # or, where the first process is killed, this one would wait forever for itself to read
    with suppress(KeyboardInterrupt, BrokenPipeError):  # Ctrl-C reaches every process: the first one says so
        sender.send(_done(do, part))


def _done(do: Callable[[Sequence[Item]], list[Result]], part: Sequence[Item]) -> tuple[list[Result] | None, object]:
    try:
        return do(part), None
    except Exception as error:
        return None, error


def _received(receiver: Connection) -> list[Any]:
    try:
        part, error = receiver.recv()
    except EOFError:
        raise ChildProcessError("a process that did a part of the work was ended from outside") from None
    if error is not None:
        raise error
    return list(part)
