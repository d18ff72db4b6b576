"""`tlumach terms`: its commands, and the one that is meant where none is named."""

import click

from tlumach.commands.terms.export import export
from tlumach.commands.terms.links import say_unlinked


class _Terms(click.Group):
    """Takes arguments that name no command for those of ``unlinked``, and a command's name at any place among them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        at = next((at for at, each in enumerate(args) if each in self.commands), None)
        if at is not None:
            args = [args[at], *args[:at], *args[at + 1 :]]
        elif args[:1] != ["--help"]:
            args = ["unlinked", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Terms)
def terms() -> None:
    """The terms of the glossary: where they are used without a link, and as a file.

    Without a command: `unlinked`.
    """


terms.add_command(say_unlinked)
terms.add_command(export)
