import sys
from pathlib import Path

import pytest
from benchmark.measure import CommandFailedError, measure, size_of

MEGABYTES = 60
HOLD = f"import time; held = b'x' * {MEGABYTES * 1_000_000}; time.sleep(0.3)"


def python(program: str) -> tuple[str, ...]:
    return (sys.executable, "-c", program)


def test_memory_of_a_process(tmp_path: Path) -> None:
    assert MEGABYTES < measure(python(HOLD), tmp_path, {}).peak / 1e6 < 2 * MEGABYTES


def test_memory_of_children_is_added_where_it_can_be_seen(tmp_path: Path) -> None:
    program = f"import subprocess, sys; [p.wait() for p in [subprocess.Popen([sys.executable, '-c', {HOLD!r}]) for _ in 'ab']]"
    peak = measure(python(program), tmp_path, {}).peak / 1e6
    assert peak > (2 * MEGABYTES if Path("/proc/self/status").exists() else MEGABYTES)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells who shares memory")
def test_memory_that_processes_share_counts_once(tmp_path: Path) -> None:
    program = f"import os, time; held = b'x' * {MEGABYTES * 1_000_000}; os.fork(); os.fork(); time.sleep(0.3)"
    assert MEGABYTES < measure(python(program), tmp_path, {}).peak / 1e6 < 2 * MEGABYTES


def test_memory_is_not_our_own(tmp_path: Path) -> None:
    ours = b"x" * 300_000_000
    assert measure(python("import time; time.sleep(0.2)"), tmp_path, {}).peak < len(ours)


def test_time_is_by_the_clock_and_by_the_processors(tmp_path: Path) -> None:
    found = measure(python("import time; time.sleep(0.3)"), tmp_path, {})
    assert found.seconds > 0.3
    assert found.cpu < found.seconds


def test_the_command_runs_in_its_folder_with_its_variables(tmp_path: Path) -> None:
    program = "import os, pathlib; pathlib.Path('made').write_text(os.environ['GIVEN'])"
    measure(python(program), tmp_path, {"GIVEN": "ї"})
    assert size_of(tmp_path) == len("ї".encode())


def test_a_command_that_fails_says_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match="no such thing"):
        measure(python("raise SystemExit('no such thing')"), tmp_path, {})
