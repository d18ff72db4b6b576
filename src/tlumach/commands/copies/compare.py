"""`tlumach compare`: which of two copies is newer, and which paragraphs differ."""

import sys
from pathlib import Path

import click

from tlumach.alignment.word_diff import word_diff
from tlumach.commands.console import NO_COLOR, note, printable
from tlumach.commands.options import FAILED
from tlumach.commands.word_diffs import marked
from tlumach.editions.copies.code_words import in_words
from tlumach.editions.copies.comparing import Difference, are_unlike, differences
from tlumach.editions.copies.reading import Copy, NoCopyError, read_copy
from tlumach.editions.copies.version import Version

_ENGLISH = "en"


@click.command()
@NO_COLOR
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
def compare(old: Path, new: Path) -> None:
    """Compare two copies of a text (one-file readers, EPUB or plain text): which is newer, which paragraphs differ.

    It needs no project and no network. The exit status is 0 where both say the same, 1 where they differ or cannot be read.
    """
    sys.exit(say_compared(old, new))


def say_compared(old: Path, new: Path) -> int:
    """Say which of two copies is newer and what differs; return the exit status."""
    copies = [copy for file in (old, new) if (copy := _read(file))]
    if len(copies) < 2:
        return FAILED
    for file, copy in zip((old, new), copies, strict=True):
        click.echo(f"{printable(file)}: {_version(copy.version)}")
    if are_unlike(*copies):
        click.echo("They have little in common: these are copies of two texts, in two languages, or of two kinds.")
        return FAILED
    found = differences(*copies)
    click.echo(_which(old, new, copies[0].version, copies[1].version, is_same=not found))
    click.echo("".join(_said(each) for each in found), nl=False)
    return FAILED if found else 0


def _read(file: Path) -> Copy | None:
    try:
        return read_copy(file)
    except NoCopyError as reason:
        note(f"{printable(file)}: {printable(reason)}. Name two one-file readers, EPUBs or text files of `dist/`.")
        return None


def _version(version: Version | None) -> str:
    if version is None:
        return "carries no version"
    return f"version {version.day or '(no day)'}: {' '.join(in_words(version.number, _ENGLISH))}"


def _which(old: Path, new: Path, then: Version | None, now: Version | None, *, is_same: bool) -> str:
    if is_same:
        return "They say the same."
    if then is None or now is None or then.day == now.day:
        return "Which is newer cannot be told from them. They differ:"
    newer = new if now.day > then.day else old
    return f"{printable(newer)} is newer. They differ:"


def _said(found: Difference) -> str:
    """Return a difference in a line."""
    text = marked(word_diff(found.then, found.now))
    return f"  {found.language or 'text'}: {printable(text)}\n"
