"""`tlumach update` and `tlumach apply`: what is new since a copy, as a small file; and the new copy made of the old one."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from tlumach.commands.console import NO_COLOR, note, printable
from tlumach.commands.options import FAILED
from tlumach.editions.copies.reading import NoCopyError, copy_of
from tlumach.editions.copies.update import UpdateError, update_of, updated
from tlumach.output.publish import put_file

_OUT = click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
Made = Callable[[bytes, bytes], bytes]


@click.command()
@NO_COLOR
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@_OUT
def update(old: Path, new: Path, output: Path | None) -> None:
    """Make a small page of what is new between two one-file readers: `update-DATE.html`, beside the new one.

    It is read by itself, and makes the new reader of the old one, to the byte: in a browser that runs scripts, or by `tlumach apply`.
    Sign it as you sign the rest.
    """
    made = _made(update_of, old, new)
    version = copy_of(new.read_bytes()).version
    _write(output, new.with_name(f"update-{version.day if version else ''}.html"), made, (old, new))


@click.command()
@NO_COLOR
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("with_update", type=click.Path(path_type=Path), metavar="UPDATE")
@_OUT
def apply(old: Path, with_update: Path, output: Path | None) -> None:
    """Make the new one-file reader of an old one and an update, to the byte; the old one stays as it is.

    An update of another version or another text is refused. It needs no project and no network.
    """
    made = _made(updated, old, with_update)
    version = copy_of(made).version
    _write(output, old.with_name(f"{old.stem}.{version.day if version else 'new'}.html"), made, (old, with_update))


def _made(make: Made, one: Path, other: Path) -> bytes:
    """Return what is made of two files; where it cannot be, say why and end."""
    try:
        return make(one.read_bytes(), other.read_bytes())
    except OSError as error:
        note(f"{printable(error.filename)}: cannot be read: {error.strerror}. Check the name and the permissions.")
    except (UpdateError, NoCopyError) as reason:
        note(f"{printable(one)}, {printable(other)}: {reason}. Nothing was written.")
    sys.exit(FAILED)


def _write(named: Path | None, usual: Path, content: bytes, given: tuple[Path, Path]) -> None:
    """Write a file under the name that was given, or under its usual one if that is free; never over one of those given."""
    file = named or usual
    if file.exists() and (named is None or any(file.samefile(each) for each in given)):
        note(f"{printable(file)} is there already: name another with --output. Nothing was written.")
        sys.exit(FAILED)
    try:
        put_file(file, content)
    except OSError as error:
        note(f"{printable(file)}: cannot be written: {error.strerror}. Check the folder and the free space.")
        sys.exit(FAILED)
    click.echo(f"{printable(file)}: {len(content) / 1000:.1f} KB")
