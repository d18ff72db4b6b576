"""Broken files for minutes (`python3 scripts/fuzz.py`): what fails, hangs or grows is made short and kept in the corpus."""

import argparse
import hashlib
import random
import resource
import secrets
import signal
import sys
import time
from collections.abc import Sequence

from tests.fuzzing.inputs import CORPUS, broken, corpus
from tests.fuzzing.targets import FIXED, GROWTH, TARGETS, Target, weight

LONGEST = 10  # seconds of the processor for one file of a few kilobytes: a hang
MEMORY = 2 << 30  # bytes of addresses for all


class HangsError(Exception):
    """Reading took longer than any file of that size may."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz the readers that are named, or all; return 1 where something was found."""
    parser = argparse.ArgumentParser(prog="scripts/fuzz.py", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="READER", help=", ".join(each.name for each in TARGETS))
    parser.add_argument("--minutes", type=float, default=10, help="for each reader (default: %(default)s)")
    parser.add_argument("--seed", default=secrets.token_hex(4), help="the same seed tries the same files")
    given = parser.parse_args(arguments)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, _end)
    found = [
        _fuzz(each, given.minutes * 60, given.seed) for each in TARGETS if not given.names or each.name in given.names
    ]
    return 1 if any(found) else 0


def _fuzz(target: Target, seconds: float, seed: str) -> bool:
    """Try a reader for so long; stop at the first thing that is found, and keep it."""
    chance, files = random.Random(f"{seed}/{target.name}"), corpus(target)
    end, tried = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        content = broken(chance, files, target.words)
        tried += 1
        if why := _what_is_wrong(target, content):
            _keep(target, _shortened(target, content, why), why)
            return True
    print(f"{target.name}: {tried} files, nothing found (seed {seed})", flush=True)
    return False


def _what_is_wrong(target: Target, content: bytes) -> str:
    most = GROWTH * len(content) + FIXED
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        return f"grew beyond {most}" if weight(target.read(content), most) > most else ""
    except Exception as error:
        return type(error).__name__
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _shortened(target: Target, content: bytes, why: str) -> bytes:
    """Take pieces out as long as the same thing goes wrong."""
    size = len(content) // 2
    while size:
        begin = 0
        while begin < len(content):
            shorter = content[:begin] + content[begin + size :]
            if _what_is_wrong(target, shorter).partition(" ")[0] == why.partition(" ")[0]:
                content = shorter
            else:
                begin += size
        size //= 2
    return content


def _keep(target: Target, content: bytes, why: str) -> None:
    file = CORPUS / target.name / f"found-{hashlib.sha256(content).hexdigest()[:8]}"
    file.write_bytes(content)
    print(
        f"{target.name}: {why}: {content[:200]!r}\nkept in {file}: mend what is wrong, the test then holds it",
        file=sys.stderr,
    )


def _end(*_: object) -> None:
    raise HangsError


if __name__ == "__main__":
    sys.exit(main())
