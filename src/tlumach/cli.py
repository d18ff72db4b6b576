"""The command line: its group, and `main`. To add a command, add it to ``COMMANDS``."""

import gc
from collections.abc import Mapping, Sequence
from importlib import import_module

import click

from tlumach.commands.console import NO_COLOR

COMMANDS: Mapping[str, str] = {
    "new": "new",
    "build": "build",
    "check": "check",
    "confirm": "confirm",
    "diff": "diff",
    "editions": "editions",
    "exchange": "exchange",
    "join": "build",
    "serve": "build",
    "status": "status",
    "terms": "terms.command",
    "verify": "verify",
}
"""The commands, each with the module under ``commands/`` that has it."""


class _Commands(click.Group):
    """Loads a command when it is asked for: all together load for longer than some of them run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"tlumach.commands.{COMMANDS[cmd_name]}"), cmd_name)
        return command


@click.group(cls=_Commands)
@NO_COLOR
def cli() -> None:
    """One text and its translations as a site that people can trust."""


def collect_seldom() -> None:
    """Look for cycles in memory seldom: pages are read once and kept, and looking among them costs a tenth of `status`."""
    gc.set_threshold(100_000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status."""
    collect_seldom()
    cli.main(args=arguments, prog_name="tlumach")
    return 0
