"""A build in several processes that is interrupted at a random moment: what stood before stands, and the next build is right.

The moments come from a seed; TLUMACH_KILLS says how many there are for each way to interrupt. What befalls a build in one
process, at each of its steps, is in `tests/faults`.
"""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from benchmark.builders.rivals import generate_project
from benchmark.change import changed
from benchmark.processes import heed_interrupts
from tests.project import EPOCH, ROOT, digest, run

KILLS = int(os.environ.get("TLUMACH_KILLS", "1"))
EXPLAINERS, TERMS = 12, 6  # enough pages for several processes
PATIENCE = 600  # seconds: whoever is interrupted ends at once, and a build that was not takes some
BUILD = [sys.executable, "-m", "tlumach", "build"]
VARIABLES = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
PAGE = "docs/uk/story-0000/index.md"


@dataclass(frozen=True)
class Project:
    """A project whose site is of an earlier text, the digests of that site and of the right one, and a build's seconds."""

    root: Path
    old: dict[str, dict[str, str]]
    new: dict[str, dict[str, str]]
    seconds: float

    def copy(self, target: Path) -> Path:
        return Path(shutil.copytree(self.root, target, symlinks=True))


def digests(root: Path) -> dict[str, dict[str, str]]:
    return {name: digest(root / name) for name in ("site", "dist")}


def leftovers(root: Path) -> list[str]:
    return [entry.name for entry in root.iterdir() if entry.name.startswith((".site-", ".dist-"))]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("interrupted") / "project"
    generate_project(ROOT, root, EXPLAINERS, TERMS)
    assert run(root, "build").returncode == 0
    page = root / PAGE
    page.write_text(changed(page.read_text(encoding="utf-8"), 1), encoding="utf-8")
    right = Path(shutil.copytree(root, root.with_name("right")))
    for made in ("site", "dist", ".cache"):
        shutil.rmtree(right / made, ignore_errors=True)
    started = time.perf_counter()
    done = run(right, "build")
    seconds = time.perf_counter() - started
    assert done.returncode == 0, done.stderr
    old, new = digests(root), digests(right)
    assert old != new
    return Project(root, old, new, seconds)


def ctrl_c(process: "subprocess.Popen[str]") -> None:
    os.killpg(process.pid, signal.SIGINT)  # a terminal tells all processes of the group


def kill_all(process: "subprocess.Popen[str]") -> None:
    os.killpg(process.pid, signal.SIGKILL)


def kill_a_part(process: "subprocess.Popen[str]") -> None:
    """Kill a process that does a part of the work, as a system without memory does; where there is none, all."""
    found = subprocess.run(
        ["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=False
    ).stdout.split()
    for pid in found[:1]:
        with suppress(ProcessLookupError):
            os.kill(int(pid), signal.SIGKILL)
    if not found:
        kill_all(process)


def stands(root: Path, project: Project) -> None:
    """What stands is the old or the new, each whole; that the site is new and `dist/` old lasts for no longer than a moment."""
    for name, found in digests(root).items():
        assert found in (project.old[name], project.new[name]), name


@pytest.mark.parametrize("number", range(KILLS))
@pytest.mark.parametrize("interrupt", [ctrl_c, kill_all, kill_a_part])
def test_interrupted_at_a_random_moment(
    project: Project, tmp_path: Path, interrupt: Callable[["subprocess.Popen[str]"], None], number: int
) -> None:
    root = project.copy(tmp_path / "project")
    moment = random.Random(f"{interrupt.__name__}/{number}").random()
    process = subprocess.Popen(
        BUILD,
        cwd=root,
        env=VARIABLES,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=heed_interrupts,
    )
    time.sleep(moment * project.seconds)
    interrupt(process)
    said = process.communicate(timeout=PATIENCE)[1]
    stands(root, project)
    if interrupt is ctrl_c or interrupt is kill_a_part:
        assert "Traceback" not in said
    if interrupt is ctrl_c:
        assert leftovers(root) == []
    done = run(root, "build")
    assert done.returncode == 0, done.stderr
    assert digests(root) == project.new
    assert leftovers(root) == []


def test_a_disk_that_is_full(project: Project, tmp_path: Path) -> None:
    """No file may grow beyond so many bytes, for the processes that share the work too, whoever runs the test."""
    room = 30_000
    root = project.copy(tmp_path / "project")
    done = subprocess.run(
        BUILD,
        cwd=root,
        env=VARIABLES,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert "Traceback" not in done.stderr
    assert digests(root) == (project.new if done.returncode == 0 else project.old)
    assert done.returncode == 0 or " unwritable " in done.stderr
    assert leftovers(root) == []
    assert run(root, "build").returncode == 0
    assert digests(root) == project.new
