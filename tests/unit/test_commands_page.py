"""Every command and every option says what it does, and stands on the page of the commands as it is now."""

import click
import commands
import pytest

KNOWN = {context.command_path: context for context in commands.commands()}


def test_the_page_is_current() -> None:
    written = commands.PAGE.read_text(encoding="utf-8")
    assert written == commands.page(), "run `.venv/bin/python scripts/commands.py`"


def test_the_commands_within_commands_are_there() -> None:
    assert {"tlumach", "tlumach check", "tlumach exchange import", "tlumach terms export"} <= KNOWN.keys()


@pytest.mark.parametrize("name", KNOWN)
def test_a_command_and_each_of_its_options_say_what_they_do(name: str) -> None:
    command = KNOWN[name].command
    assert command.help
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert [option.name for option in options if not option.help] == []
    page = commands.PAGE.read_text(encoding="utf-8")
    assert [flag for option in options for flag in option.opts if flag not in page] == []


def test_every_command_prints_without_colours_where_it_is_asked_to() -> None:
    commands_alone = [each.command for each in KNOWN.values() if not isinstance(each.command, click.Group)]
    flags = {command.name: {flag for each in command.params for flag in each.opts} for command in commands_alone}
    assert [name for name, known in flags.items() if "--no-color" not in known] == []
