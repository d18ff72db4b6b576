"""The command line: its group, and `main`. To add a command, import it and add it below."""

import gc
from collections.abc import Sequence

import click

from tlumach.commands.build import build, join, serve
from tlumach.commands.check import check
from tlumach.commands.confirm import confirm
from tlumach.commands.diff import diff
from tlumach.commands.editions import editions
from tlumach.commands.exchange import exchange
from tlumach.commands.status import status
from tlumach.commands.terms import terms
from tlumach.commands.verify import verify


@click.group()
def cli() -> None:
    """One text and its translations as a site that people can trust."""


cli.add_command(build)
cli.add_command(check)
cli.add_command(confirm)
cli.add_command(diff)
cli.add_command(editions)
cli.add_command(exchange)
cli.add_command(join)
cli.add_command(serve)
cli.add_command(status)
cli.add_command(terms)
cli.add_command(verify)


def collect_seldom() -> None:
    """Look for cycles in memory seldom: pages are read once and kept, and looking among them costs a tenth of `status`."""
    gc.set_threshold(100_000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status."""
    collect_seldom()
    cli.main(args=arguments, prog_name="tlumach")
    return 0
