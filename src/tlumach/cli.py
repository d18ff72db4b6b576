"""The command line: its group, and `main`. To add a command, add a line to ``SECTIONS``."""

import gc
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import NamedTuple

import click

from tlumach.commands.console import NO_COLOR
from tlumach.git import GitFailedError
from tlumach.tasks.timestamps import InvalidDateError, given_timestamp


class Listed(NamedTuple):
    """A command as the help lists it: the module under ``commands/`` that has it, and what it is for."""

    module: str
    says: str


SECTIONS: Mapping[str, Mapping[str, Listed]] = {
    "Begin": {
        "new": Listed("new", "Write a project of your own that builds at once."),
        "build": Listed("build", "Check and build the site and its editions."),
        "serve": Listed("build", "Preview the site with live reload while you write."),
        "check": Listed("check", "Find what is wrong with texts, translations, links and terms."),
        "languages": Listed("languages", "Show what is checked in each language, and what is not."),
        "adopt": Listed("adopt", "Make records of the stamps that translations have already."),
        "baseline": Listed("baseline", "Record today's findings, so that only new ones count."),
    },
    "Translate": {
        "status": Listed("status.command", "Show which translations are current and which are stale."),
        "diff": Listed("diff", "Show what changed in the source since it was translated."),
        "confirm": Listed("confirm", "Mark translations as current with their source."),
        "seal": Listed("findings.seal", "Write checksums beside confirmations that have none."),
        "waive": Listed("findings.waive", "Let a finding stand, with the reason."),
        "move": Listed("pages.move", "Move a page with its pictures, records and links."),
        "remove": Listed("pages.remove", "Remove a page in every language, with its pictures and records."),
        "exchange": Listed("exchange", "Export texts to CAT tools and import translations: PO, XLIFF, TMX."),
        "terms": Listed("terms.command", "Find terms that are not linked; export the glossary."),
    },
    "Publish": {
        "changes": Listed("status.changes", "Propose what to tell readers of what has changed."),
        "editions": Listed("editions", "Make EPUB, reader, text, ZIM and zip from the built site."),
        "release": Listed("release", "Build everything, with a bill of materials and a signature."),
        "verify": Listed("copies.verify", "Verify copies against a list of checksums."),
        "compare": Listed("copies.compare", "Compare two copies: which is newer, which paragraphs differ."),
        "update": Listed("copies.update", "Make a small file of what is new since a copy."),
        "apply": Listed("copies.update", "Make the new copy of an old one and an update."),
        "report": Listed("copies.report", "Read a reader's report: where it is today, what changed, an answer."),
        "join": Listed("build", "Merge the caches of machines that each ran `build --part`."),
    },
}
"""The commands in the order in which a newcomer needs them, under headings."""
COMMANDS = {name: listed for section in SECTIONS.values() for name, listed in section.items()}


class _Commands(click.Group):
    """Loads a command when it is asked for: all together load for longer than some of them run, and the help needs none."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"tlumach.commands.{COMMANDS[cmd_name].module}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = get_close_matches(name, COMMANDS, n=1)
            ctx.fail(f"No such command '{name}'." + (f" Did you mean '{near[0]}'?" if near else ""))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except GitFailedError as error:
            raise click.ClickException(str(error)) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        widest = max(map(len, COMMANDS))
        for title, section in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name.ljust(widest), listed.says) for name, listed in section.items()])


@click.group(cls=_Commands)
@NO_COLOR
def cli() -> None:
    """One text and its translations as a site that people can trust."""
    try:
        given_timestamp()
    except InvalidDateError as error:
        raise click.ClickException(str(error)) from None


def collect_seldom() -> None:
    """Look for cycles in memory seldom: pages are read once and kept, and looking among them costs a tenth of `status`."""
    gc.set_threshold(100_000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status."""
    collect_seldom()
    try:
        cli.main(args=arguments, prog_name="tlumach")
    finally:
        gc.freeze()  # else Python looks for cycles in all that was read once more before it ends
    return 0
