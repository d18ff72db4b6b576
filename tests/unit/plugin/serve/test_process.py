"""A process of the preview ends with all that it has started."""

import os
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there the preview is MkDocs' own", allow_module_level=True)

from tlumach.plugin.serve.process import Child


def start_another(parent: Connection) -> None:
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    parent.send(other.pid)
    time.sleep(60)


def echo(greeting: str, parent: Connection) -> None:
    parent.send(f"{greeting} {parent.recv()}")


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_one_can_talk_to_it() -> None:
    child = Child(echo, "Добрий день,")
    child.connection.send("світе")
    assert child.connection.recv() == "Добрий день, світе"
    child.end()


def test_it_ends_with_those_that_it_started() -> None:
    child = Child(start_another)
    grandchild = child.connection.recv()
    child.end()
    until = time.monotonic() + 10
    while is_running(grandchild) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_running(grandchild)
    assert not child.process.is_alive()


def test_ctrl_c_at_the_terminal_does_not_reach_it() -> None:
    child = Child(start_another)
    child.connection.recv()
    assert os.getpgid(child.process.pid or 0) != os.getpgid(0)
    child.end()


def test_one_that_has_ended_already_is_ended_without_a_word() -> None:
    child = Child(echo, "hello")
    child.connection.send("you")
    child.connection.recv()
    child.process.join()
    child.end()
