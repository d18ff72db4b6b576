import math
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))  # what the scripts share is not installed

from benchmark.measure import CommandFailedError, measure, size_of
from benchmark.rows import Result
from benchmark.table import growth, lines

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


@pytest.mark.parametrize(("large", "exponent"), [(10.0, 0.0), (100.0, 1.0), (1000.0, 2.0)])
def test_growth(large: float, exponent: float) -> None:
    assert math.isclose(growth(10.0, large, 10, 100), exponent, abs_tol=1e-9)


def test_the_table_compares_with_the_last_contender() -> None:
    def result(name: str, size: int, seconds: float) -> Result:
        return Result("build", name, size, 3 * size, seconds, seconds, 100_000_000, size * 1_000_000, (seconds,))

    found = [result("ours", 10, 3.0), result("mark", 10, 2.0), result("ours", 100, 24.0), result("mark", 100, 20.0)]
    text = "\n".join(lines(found))
    assert [
        row.split()[5] for row in text.splitlines() if row.startswith("ours ") and " s" in row and "to" not in row
    ] == ["1.50", "1.20"]
    assert "ours        10 to 100: time grows with the power 0.90 of N" in text
    assert "mark        10 to 100: time grows with the power 1.00 of N" in text


def test_a_command_that_makes_no_site_is_shown_beside_its_aim() -> None:
    found = [Result("status", "tlumach", size, size, 1.0, 1.0, 200_000_000, 0, (1.0,)) for size in (10, 100)]
    text = "\n".join(lines(found))
    assert "status (aim: 3 s, 300 MB for 1,000 explainers on two cores)" in text
    assert "power 0.00 of N, CPU 0.00;" in text
