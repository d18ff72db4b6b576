"""Install the wheel into an empty environment of each Python that is here, 3.11 to 3.14, and use it as a newcomer would.

Asks the package index, so it is no part of the tests. What the versions make of one project must be the same, byte for byte.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import environment

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
NEW = ("new", "news", "--source", "en", "--languages", "de,kk,uk")
IN_IT = (("check",), ("build",), ("status",), ("exchange", "export", "--to", "xliff"), ("editions", "--only", "epub"))
VARIABLES = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1"}


def main() -> int:
    """Try each version; return 1 where one fails or makes something else."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        pack = [str(environment.python()), "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "wheel")]
        subprocess.run(pack, cwd=environment.ROOT, check=True, capture_output=True)
        wheel = next((folder / "wheel").glob("*.whl"))
        made = {version: _tried(python, wheel, folder / version) for version, python in found()}
    for version in VERSIONS:
        environment.say(f"{version}: {made.get(version, 'not here')}")
    return 0 if len(set(made.values())) == 1 and made.keys() >= {"3.11"} else 1


def found() -> Iterator[tuple[str, str]]:
    """Yield the versions that are here with their interpreters: on the path, or of pyenv."""
    for version in VERSIONS:
        of_pyenv = sorted((Path.home() / ".pyenv/versions").glob(f"{version}.*/bin/python"))
        if python := next(map(str, reversed(of_pyenv)), None) or shutil.which(f"python{version}"):  # not pyenv's shims
            yield version, python


def _tried(python: str, wheel: Path, folder: Path) -> str:
    """Return a digest of what a version makes, or what went wrong."""
    own = folder / "environment"
    tlumach = str(own / "bin/tlumach")
    steps = [
        ([python, "-m", "venv", str(own)], folder),
        ([str(own / "bin/python"), "-m", "pip", "install", "-q", f"{wheel}[mkdocs]"], folder),
        ([tlumach, *NEW], folder),
        *(([tlumach, *each], folder / "news") for each in IN_IT),
    ]
    folder.mkdir()
    for command, place in steps:
        done = subprocess.run(command, cwd=place, env=VARIABLES, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"{' '.join(command[-4:])}: {done.stderr[-500:]}"
    return _digest([folder / "news/site", folder / "news/dist", folder / "news/exchange"])


def _digest(folders: list[Path]) -> str:
    files = sorted(file for folder in folders for file in folder.rglob("*") if file.is_file())
    whole = hashlib.sha256(b"".join(file.name.encode() + file.read_bytes() for file in files))
    return f"{len(files)} files, {whole.hexdigest()[:16]}"


if __name__ == "__main__":
    sys.exit(main())
