"""All faults at all steps (`python3 scripts/faults.py`): prints what does not hold, and a table of what was tried."""

import argparse
import datetime
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from tests.faults.commands import COMMANDS, Command
from tests.faults.trials import ERRORS, SIGNALS, everything, made_ready
from tests.project import ROOT
from tests.tools import strace

PAGE = ROOT / "docs-dev/faults.md"
MOST = 40  # steps of a command, at equal distances: a build has thousands
HEAD = """# Commands under faults

Made by `python3 scripts/faults.py --publish` ({day}; {strace}; Linux {linux}; Python {python}). Each command runs on a project
of eleven pages in three languages under strace, which ends it by a signal at one of its calls that change files, or lets
such a call fail: once, or it and all of that name that follow (+). Calls are the kernel's: write, pwrite64, sendfile,
ftruncate, rename, renameat2, unlink, unlinkat, rmdir, mkdir, link, chmod, fsync and their like. After each fault: `site/`
and `dist/` are each old or new as a whole, each other file is; what the command said (its exit status) is what stands there;
the next command, whichever it is, leaves all files old or all new, and nothing beside them; the same command again ends with
what an undisturbed one makes. A reader goes over all files all the while, in a run that rests three milliseconds after each
rename and removal: it must find each file, old or new, and in `site/` and `dist/` never an old one after a new one.

| command | its steps | {faults} | a reader's rounds | did not hold |
|---|---|{rules}---|---|
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the commands that are named, or all; return 1 where a claim does not hold."""
    parser = argparse.ArgumentParser(prog="scripts/faults.py", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="COMMAND", help=", ".join(each.name for each in COMMANDS))
    parser.add_argument("--publish", action="store_true", help="write the table to docs-dev/faults.md")
    parser.add_argument(
        "--most", type=int, default=MOST, help="steps of a command at which faults come (default: %(default)s)"
    )
    given = parser.parse_args(arguments)
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    with tempfile.TemporaryDirectory() as folder:
        chosen = [each for each in COMMANDS if not given.names or each.name in given.names]
        rows = [_row(each, Path(folder), given.most) for each in chosen]
    faults = [each.partition("=")[2] for each in (*SIGNALS, *ERRORS)]
    text = HEAD.format(
        day=datetime.date.today().isoformat(),
        strace=_first_line(strace(), "--version"),
        linux=platform.release().partition("-")[0],
        python=platform.python_version(),
        faults=" | ".join(faults),
        rules="---|" * len(faults),
    ) + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    print(text)
    if given.publish:
        PAGE.write_text(text, encoding="utf-8")
    return any(row[-1] != "0" for row in rows)


def _row(command: Command, folder: Path, most: int) -> list[str]:
    ready = made_ready(command, folder)
    before, wrong, tried = _cpu(), list[str](), dict.fromkeys((*SIGNALS, *ERRORS), 0)
    for step, fault in everything(ready, most):
        tried[fault] += 1
        for each in ready.under(step, fault):
            wrong.append(each)
            print(each, file=sys.stderr, flush=True)
    looks, seen = ready.looked_at()
    for each in seen:
        print(f"{command.name}, a reader: {each}", file=sys.stderr, flush=True)
    print(f"{command.name}: {sum(tried.values())} faults, {_cpu() - before:.0f} s of CPU", file=sys.stderr, flush=True)
    return [
        f"`{command.name}`",
        str(len(ready.steps)),
        *map(str, tried.values()),
        str(looks),
        str(len(wrong) + len(seen)),
    ]


def _cpu() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _first_line(*command: str) -> str:
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return said.splitlines()[0].replace(" -- version", "")


if __name__ == "__main__":
    sys.exit(main())
