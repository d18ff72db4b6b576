"""`tlumach verify`: is a copy what the list of checksums says? Of two copies without a list: which is newer, and what differs."""

import hashlib
import sys
from pathlib import Path

import click

from tlumach.commands.console import NO_COLOR, note, printable, say_problems
from tlumach.commands.copies.compare import say_compared
from tlumach.commands.options import FAILED
from tlumach.editions.offline import SUMS
from tlumach.output.checksums import CopyFinding, Verdict, compare, read_sums

GET_THE_LIST = "Get the list from the publisher's site, or from a person you trust, and name it with --sums."
ALONE = (
    f"There is no list {SUMS} beside them, so whether they are whole cannot be told; they are compared with each other."
)
TRUST = (
    "This rests on the list: whoever changed a copy may have changed a list that came with it. "
    "Get the list by another way than the copy, or check its signature."
)
_SAID = {
    Verdict.WHOLE: "whole. It is to the byte the file that the list describes.",
    Verdict.RENAMED: "whole. It is to the byte “{listed}” of the list, under another name.",
    Verdict.SWAPPED: "CHANGED. Under this name stands another file of the list, “{listed}”.",
    Verdict.CHANGED: "CHANGED. It is not the file that the list describes: damaged on its way, of another date, or "
    "tampered with. Do not rely on it and do not pass it on; get it again.",
    Verdict.UNLISTED: "not in the list, neither by its name nor by its contents, so nothing can be said of it. "
    "The list may be of another date: get the one that belongs to this copy.",
}


@click.command()
@NO_COLOR
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option(
    "--sums",
    "given",
    type=click.Path(path_type=Path),
    help=f"The list of checksums; by default {SUMS} beside the file.",
)
def verify(files: tuple[Path, ...], given: Path | None) -> None:
    """Verify copies against a list of SHA-256 checksums: each is whole, changed or not in the list.

    The exit status is 0 only when all are whole. Two copies with no list beside them are compared with each other, as
    `tlumach compare OLD NEW` does.
    """
    if given is None and len(files) == 2 and not any(_has_list(file) for file in files):
        note(ALONE)
        sys.exit(say_compared(*files))
    results = [_verify(file, given or file.parent / SUMS) for file in files]
    if any(results):
        note(TRUST)
    sys.exit(0 if all(results) else FAILED)


def _has_list(file: Path) -> bool:
    return (file.parent / SUMS).exists()


def _verify(file: Path, list_file: Path) -> bool:
    """Say what is found of one copy; return whether it is whole."""
    file_sum = _sum_of(file)
    sums = _sums_in(list_file, file) if file_sum else None
    if not file_sum or sums is None:
        return False
    finding = compare(file.name, file_sum, sums)
    _say(file, finding, file_sum)
    return finding.is_whole


def _say(file: Path, finding: CopyFinding, file_sum: str) -> None:
    said = _SAID[finding.verdict].format(listed=printable(finding.listed_name))
    click.echo(f"{printable(file)}: {said}")
    if not finding.is_whole:
        click.echo(f"  in the list: {finding.listed_sum or '–'}\n  this copy:   {file_sum}")


def _sum_of(file: Path) -> str:
    """Return the SHA-256 sum of a file; say why it cannot be read and return nothing."""
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        note(f"{printable(file)}: cannot be read: {error.strerror}. Check the name and the permissions.")
        return ""


def _sums_in(list_file: Path, file: Path) -> dict[str, str] | None:
    """Return the sums of a list; where it is missing or malformed say so and return None."""
    try:
        text = list_file.read_text(encoding="utf-8")
    except FileNotFoundError:
        note(f"{printable(file)}: not checked: there is no list {printable(list_file)}. {GET_THE_LIST}")
        return None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text in UTF-8"
        note(f"{printable(file)}: not checked: {printable(list_file)} cannot be read: {reason}. {GET_THE_LIST}")
        return None
    sums, problems = read_sums(text, printable(list_file))
    say_problems(problems)
    if problems:
        note(f"{printable(file)}: not checked: the list {printable(list_file)} is malformed.")
        return None
    return dict(sums)
