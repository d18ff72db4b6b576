"""Run a command and measure it: wall-clock time, processor time, peak memory of the process and its children together.

Memory that processes share counts once. For Linux and macOS. Where `/proc` is missing, the peak is that of the largest single process.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
INTERVAL = 0.05  # seconds between two looks at the memory
_RUSAGE_UNIT = 1 if sys.platform == "darwin" else 1024  # what getrusage counts memory in, in bytes


@dataclass(frozen=True)
class Measurement:
    """What a command took: ``seconds`` by the clock, ``cpu`` seconds of all its processes, ``peak`` bytes of memory."""

    seconds: float
    cpu: float
    peak: int


class CommandFailedError(Exception):
    """A command that was to be measured failed; the text is what it printed."""


def measure(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Measurement:
    """Run a command in a folder, with these environment variables beside ours, and measure it until it ends.

    Raises CommandFailedError when its exit status is not 0.
    """
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **variables}, stdout=output, stderr=subprocess.STDOUT
        )
        with _Watch(process.pid) as watch:
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise CommandFailedError(f"{' '.join(command)}:\n{output.read().decode(errors='replace')}")
    # getrusage would count our own memory as the child's, from before its exec: it is the last resort
    return Measurement(seconds, usage.ru_utime + usage.ru_stime, watch.peak or usage.ru_maxrss * _RUSAGE_UNIT)


def size_of(folder: Path) -> int:
    """Return the bytes of all files under a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


class _Watch:
    """Looks at the memory of a process and its descendants, again and again, while the ``with`` block runs."""

    def __init__(self, pid: int) -> None:
        self.peak = 0
        self._pid = pid
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "_Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.is_set():
            family = _family(self._pid)
            together = sum(map(_share, family)) if len(family) > 1 else 0
            self.peak = max(self.peak, together, *map(_highest, family))
            self._done.wait(INTERVAL)


def _family(pid: int) -> list[int]:
    """Return a process and all its descendants."""
    children: dict[int, list[int]] = {}
    for entry in PROC.glob("[0-9]*"):
        try:
            stat = (entry / "stat").read_text()
        except OSError:  # it has ended
            continue
        children.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(entry.name))
    family = [pid]
    for member in family:  # grows while it is walked
        family += children.get(member, [])
    return family


def _highest(pid: int) -> int:
    """Return the most memory that a process ever had, in bytes (0 when it has ended)."""
    return _said(pid, "status", "VmHWM")


def _share(pid: int) -> int:
    """Return the memory of a process now, of what it shares with others its part: a fork shares most of its memory."""
    return _said(pid, "smaps_rollup", "Pss")


def _said(pid: int, file: str, name: str) -> int:
    try:
        lines = (PROC / str(pid) / file).read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:")), 0)
