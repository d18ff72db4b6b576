"""A bounded sample of what `python3 scripts/faults.py` tries: each command under faults at its most telling steps."""

from pathlib import Path

import pytest

from tests.faults.commands import COMMANDS, Command
from tests.faults.trials import WHOLE, Ready, made_ready, sample

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faults")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_nothing_is_lost_or_mixed_under_faults(command: Command, folder: Path) -> None:
    ready = made_ready(command, folder)
    wrong = [each for step, fault in sample(ready) for each in ready.under(step, fault)]
    assert wrong == []
    if command.name in WHOLE:
        looks, seen = ready.looked_at()
        assert looks > 1
        assert seen == []


def test_the_claims_are_broken_by_one_who_writes_files_in_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The harness sees it: a command that writes one file after the other leaves a mixture, and half a file."""
    (folder / "careless/tlumach").mkdir(parents=True)
    (folder / "careless/tlumach/__init__.py").touch()
    (folder / "careless/tlumach/__main__.py").write_text(
        "import sys\nfor name in 'ab' * (sys.argv[1] == 'write'):\n    with open(name, 'wb', 0) as file:\n"
        "        file.write(b'new')\n        file.write(b'er')\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(folder / "careless"))

    def prepare(root: Path) -> None:
        for name in "ab":
            (root / name).write_text("old")

    ready: Ready = made_ready(Command("careless", ("write",), prepare), folder)
    writes = [step for step in ready.steps if step.call == "write"]
    assert len(writes) == 4
    broken = " ".join(each for step in writes for each in ready.under(step, "signal=KILL"))
    assert "a is neither old nor new" in broken
    assert "after the next command" in broken
    assert "a traceback" in " ".join(ready.under(writes[1], "error=ENOSPC"))
