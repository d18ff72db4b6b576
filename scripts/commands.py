"""Write docs-dev/commands.md, the page of the commands: for each what `--help` says.

    python scripts/commands.py

A test says when the page is not current.
"""

from collections.abc import Iterator
from pathlib import Path

import click

from tlumach.cli import cli

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs-dev" / "commands.md"
WIDTH = 120
INTRODUCTION = """\
# Every command and option

Made by `python scripts/commands.py` from what `--help` says; a test says when it is not current. `tlumach` is in the
project's environment: `.venv/bin/tlumach`.
"""


def page() -> str:
    """Return the text of the page."""
    parts = (f"## {context.command_path}\n\n```text\n{_help(context)}\n```\n" for context in commands())
    return "\n".join([INTRODUCTION, *parts])


def commands() -> Iterator[click.Context]:
    """Yield each command that does something, and each group after which comes the name of another, in order."""
    yield from _within(click.Context(cli, info_name="tlumach", max_content_width=WIDTH, terminal_width=WIDTH))


def _within(context: click.Context) -> Iterator[click.Context]:
    yield context
    group = context.command
    if isinstance(group, click.Group):
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command, f"{name} is listed and is not there"
            yield from _within(
                click.Context(command, parent=context, info_name=name, max_content_width=WIDTH, terminal_width=WIDTH)
            )


def _help(context: click.Context) -> str:
    return context.command.get_help(context)


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"{PAGE.relative_to(ROOT)} is written.")


if __name__ == "__main__":
    main()
