"""A program that was started ends in a bounded time, also where we ignore SIGINT ourselves, as a background job does."""

import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from benchmark.processes import end, heed_interrupts, started

if sys.platform == "win32":
    pytest.skip("there are no such signals there", allow_module_level=True)

WAITS = "import time; print('ready', flush=True); time.sleep(600)"
DEAF = "import signal; [signal.signal(s, signal.SIG_IGN) for s in (signal.SIGINT, signal.SIGTERM)];" + WAITS


@pytest.fixture
def in_the_background() -> Iterator[None]:
    """This process ignores SIGINT, as a shell lets its background jobs do."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("in_the_background")
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_by_the_signal_that_we_ignore(by: signal.Signals) -> None:
    with started([sys.executable, "-c", "import time; time.sleep(600)"], ends_by=by) as process:
        assert process.poll() is None
    assert process.returncode == -by


@pytest.mark.usefixtures("in_the_background")
def test_without_that_a_child_ignores_it_too() -> None:
    asks = "import signal; print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)"
    said = [
        subprocess.run(
            [sys.executable, "-c", asks], capture_output=True, text=True, check=True, preexec_fn=first
        ).stdout
        for first in (None, heed_interrupts)
    ]
    assert said == ["True\n", "False\n"]


def test_one_that_heeds_no_signal_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", DEAF], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        end(process, signal.SIGINT, patience=0.2)
        assert process.returncode == -signal.SIGKILL
