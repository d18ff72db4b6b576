"""The command line as a whole: its commands are there, and load when they are asked for."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from tlumach.cli import COMMANDS, SECTIONS, cli


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_there_and_says_what_it_does(name: str) -> None:
    said = CliRunner().invoke(cli, [name, "--help"])
    assert said.exit_code == 0
    assert said.stdout.startswith(f"Usage: cli {name} ")


def test_the_help_lists_the_commands_under_headings_each_with_a_line() -> None:
    said = CliRunner().invoke(cli, ["--help"]).stdout
    rows = [line.split(maxsplit=1) for line in said.splitlines() if line.startswith("  ")]
    assert [row for row in rows if row[0] in COMMANDS] == [[name, listed.says] for name, listed in COMMANDS.items()]
    assert all(f"\n{title}:\n" in said for title in SECTIONS)


def test_the_help_loads_no_command() -> None:
    script = (
        "import sys; from tlumach.cli import main\ntry: main(['--help'])\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stderr.split()
    ours = {name for name in loaded if name.startswith("tlumach.")}
    assert {name.split(".")[1] for name in ours} == {"cli", "commands", "git", "tasks"}
    assert not {"yaml", "markdown", "babel", "multiprocessing", "sqlite3", "jinja2", "mkdocs"} & set(loaded)


def test_what_is_no_command_is_said() -> None:
    said = CliRunner().invoke(cli, ["staus"])
    assert said.exit_code == click.UsageError.exit_code
    assert "No such command 'staus'. Did you mean 'status'?" in said.stderr
    assert CliRunner().invoke(cli, ["xyz"]).stderr.endswith("No such command 'xyz'.\n")


def test_a_command_does_not_wait_for_another_to_load() -> None:
    script = "import sys; from tlumach.cli import cli; cli.get_command(None, 'status'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "tlumach.commands.status.command" in loaded
    assert not {"tlumach.checks", "tlumach.commands.build", "markdown"} & set(loaded)


def test_a_build_is_answered_without_what_reads_pages() -> None:
    """Where nothing has changed, what a build imports first is all that it needs."""
    script = "import sys; from tlumach.cli import cli; cli.get_command(None, 'build'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "tlumach.tasks.last_build" in loaded
    assert (
        not {"yaml", "pathspec", "sqlite3", "babel", "tlumach.library", "tlumach.problems", "tlumach.settings"} & loaded
    )
