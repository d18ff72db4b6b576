"""The command line as a whole: its commands are there, and load when they are asked for."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from tlumach.cli import COMMANDS, cli


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_there_and_says_what_it_does(name: str) -> None:
    said = CliRunner().invoke(cli, [name, "--help"])
    assert said.exit_code == 0
    assert said.stdout.startswith(f"Usage: cli {name} ")


def test_the_help_lists_the_commands() -> None:
    said = CliRunner().invoke(cli, ["--help"]).stdout
    assert [line.split()[0] for line in said.partition("Commands:\n")[2].splitlines()] == [
        "new",
        *sorted(COMMANDS.keys() - {"new"}),
    ]


def test_what_is_no_command_is_said() -> None:
    said = CliRunner().invoke(cli, ["staus"])
    assert said.exit_code == click.UsageError.exit_code
    assert "No such command 'staus'" in said.stderr


def test_a_command_does_not_wait_for_another_to_load() -> None:
    script = "import sys; from tlumach.cli import cli; cli.get_command(None, 'status'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "tlumach.commands.status" in loaded
    assert not {"tlumach.checks", "tlumach.commands.build", "markdown"} & set(loaded)
