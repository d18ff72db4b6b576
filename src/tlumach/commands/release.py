"""`tlumach release`: everything built, with a bill of materials and a signature by the publisher's key."""

import sys
from pathlib import Path

import click

from tlumach.commands.console import NO_COLOR, counted, note, progress_here, say_problems
from tlumach.commands.options import FAILED, ROOT
from tlumach.commands.project import read_project
from tlumach.problems import Code, Problem
from tlumach.settings import FILE
from tlumach.tasks.timestamps import build_date, pin_build_date


@click.command()
@ROOT
@NO_COLOR
@click.option(
    "--key",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="The file of your secret key, as `minisign -G` makes it. Keep it off this machine where you can.",
)
@click.option(
    "--since",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    help="The folder of an earlier release, such as `dist/` as it stands: what is new since each reader there is made, "
    "listed and signed too. Can be given several times.",
)
def release(root: Path, key: Path, since: tuple[Path, ...]) -> None:
    """Build `site/` and `dist/` with a bill of materials and a signature: SHA256SUMS.minisig, made by minisign with your key.

    Once: `minisign -G`, and put the public key (RW…) into mkdocs.yml: `extra: {signing_key: RW…}`. The download page then
    tells readers, in each language, how to check a copy with two commands, and names what is new since earlier copies
    (`--since`). minisign asks for the key's password. If anything
    is wrong, `dist/` and `site/` stay as they were. A `tlumach build` afterwards makes an unsigned `dist/` again.
    """
    from tlumach.editions.catalogue import EDITIONS
    from tlumach.editions.signing.materials import SBOM
    from tlumach.editions.signing.signature import SigningError, is_public_key, program, sign
    from tlumach.pipeline import Built, as_they_are, build_all

    settings = read_project(root)[0].settings
    public = settings.signing_key
    problems = [] if is_public_key(public) else [_no_key(public)]
    try:
        program()
        if why_undated := pin_build_date(root):
            note(why_undated)
        said = f"{settings.slug} {build_date(root)}".strip()
        if not problems:
            result = build_all(
                root.resolve(),
                note,
                [edition.name for edition in EDITIONS if edition is SBOM or not edition.missing()],
                progress_here(),
                sign=lambda sums: sign(sums, key, public, said),
                since=since,
            )
            if isinstance(result, Built):
                click.echo(f"{result}\nSigned: dist/SHA256SUMS.minisig, with the key {public}.")
                return
            problems = result
    except SigningError as error:
        problems = [*problems, Problem(key.as_posix(), 1, Code.SIGNING, str(error))]
    say_problems(problems)
    note(f"{counted(problems)}; {as_they_are(root)}")
    sys.exit(FAILED)


def _no_key(said: str) -> Problem:
    found = f"`signing_key` is “{said}”, which is no public key of minisign" if said else "names no `signing_key`"
    message = f"{found}. Make a key with `minisign -G`, and put its public part (56 characters, RW…) under `extra:`."
    return Problem(FILE, 1, Code.SIGNING, message)
