"""Programs that run for a while and are then told to end: each ends within a bounded time, however we were started."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds until a program that was told to end is killed


@contextmanager
def started(
    command: Sequence[str],
    folder: Path | None = None,
    variables: Mapping[str, str] | None = None,
    ends_by: signal.Signals = signal.SIGTERM,
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a program that says nothing while the ``with`` block runs, then end it by a signal, or kill it after ``PATIENCE``."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **(variables or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=heed_interrupts,
    )
    try:
        yield process
    finally:
        end(process, ends_by)


def end(process: "subprocess.Popen[Any]", by: signal.Signals, patience: float = PATIENCE) -> None:
    """Send a signal to a program and wait until it has ended; kill it after so many seconds."""
    process.send_signal(by)
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def heed_interrupts() -> None:
    """Let the program that is about to be started end by SIGINT (for ``preexec_fn``).

    A shell lets its background jobs ignore SIGINT, and what is ignored stays so in every program that they start.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
