#!/usr/bin/env bash
# click says "Did you mean 'status'?" for a misspelt command of a plain group, and nothing for one that loads its commands lazily.
#
# Packages: click 8.5.1.
# Source:   click/core.py, Group.resolve_command hands `possibilities=self.commands` to NoSuchCommand: the dictionary of commands
#           that were added, where help and completion ask `list_commands()`. A lazy group, in the form that click's own
#           documentation shows ("Lazily Loading Subcommands"), has that dictionary empty.
# Also:     for options the same error is helpful in both; so the hint is there in a plain trial and gone in the program that was
#           made quick to start. Help lists the command all the while.
# Matters:  command lines of documentation tools that load commands lazily, since `--help` would import a whole site builder.
# Needs:    python3 (3.11 or newer), pip.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check click==8.5.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

import click
from click.testing import CliRunner

NAMES = ("confirm", "status")


class Lazy(click.Group):
    def list_commands(self, ctx):
        return list(NAMES)

    def get_command(self, ctx, name):
        return click.Command(name) if name in NAMES else None


plain = click.Group("plain", commands=[click.Command(name) for name in NAMES])
lazy = Lazy("lazy")
print("click", version("click"))
seen = {}
for group in (plain, lazy):
    listed = all(name in CliRunner().invoke(group, ["--help"]).output for name in NAMES)
    answer = CliRunner().invoke(group, ["statu"]).output.splitlines()[-1]
    seen[group.name] = "Did you mean" in answer
    print(f"{group.name}: help lists both: {listed}; asked for statu: {answer}")
if seen != {"plain": True, "lazy": False}:
    sys.exit("CHANGED: hints are given otherwise than before")
print("HOLDS: no hint where the commands are loaded lazily")
PYTHON
