"""Make the project's own environment, `.venv`, once, from the hashed requirements; shared by the scripts beside it.

Only the standard library: this runs on a machine that has nothing but Python.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
SHELL = "chromium-headless-shell"
"""Chromium without windows: the tests take half the CPU time in it."""
BROWSERS = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_BROWSERS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

DICTIONARIES = ("hunspell-ru", "hunspell-uk", "hunspell-en-gb", "hunspell-en-us")
"""Debian's packages of what spelling is checked with."""


def say(message: str) -> None:
    """Print one line of progress at once."""
    print(message, flush=True)


def python() -> Path:
    """Return the path of the environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make(requirements: str) -> None:
    """Bring the environment to what ``requirements`` (a file of hashed pins) names; do nothing when it is there already."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"Python {'.'.join(map(str, OLDEST_PYTHON))} or newer is needed; this is {sys.version.split()[0]}.")
    stamp = VENV / f"made-from-{requirements}"
    wanted = fingerprint(ROOT / requirements, ROOT / "pyproject.toml")
    if python().exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    if not python().exists():
        say("Making the environment .venv ...")
        venv.create(VENV, with_pip=True, clear=True)
    say(f"Installing what {requirements} names (once; a minute or two) ...")
    _pip("install", "--require-hashes", "-r", requirements)
    _pip("install", "--no-deps", "--no-build-isolation", "-e", ".")
    stamp.write_text(wanted)


def is_within() -> bool:
    """Tell whether this is the environment's interpreter."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def run(*arguments: str, **variables: str) -> int:
    """Run the environment's Python with these arguments in the project's root and return its exit status."""
    return subprocess.run([python(), *arguments], cwd=ROOT, env={**os.environ, **variables}, check=False).returncode


def output(*arguments: str, **variables: str) -> tuple[int, str]:
    """Do the same without printing anything; return the exit status and what was said on both streams."""
    done = subprocess.run(
        [python(), *arguments],
        cwd=ROOT,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def become(*arguments: str) -> int:
    """Do the same as this very process, where the system can: who ends it then ends what it has become."""
    if os.name != "posix":
        return run(*arguments)
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execv(python(), [str(python()), *arguments])


def find_browser() -> str | None:
    """Return the path of the system's Chromium or Chrome, or None."""
    names = (os.environ.get("TLUMACH_BROWSER", ""), *BROWSERS, *MAC_BROWSERS)
    return next((found for name in names if name and (found := shutil.which(name))), None)


def ensure_browser() -> str:
    """Return the path of a browser, installing Chromium with apt where that needs no prompt; else say what is missing."""
    found = find_browser()
    if not found and (_install("Chromium", SHELL) or _install("Chromium", "chromium")):
        found = find_browser()
    if not found:
        sys.exit(
            "The browser tests need Chromium or Chrome, and there is none. Install it with the system's package manager"
            " (for example `sudo apt-get install chromium`), or name one in TLUMACH_BROWSER, and run this again."
        )
    return found


def ensure_dictionaries() -> None:
    """Have the dictionaries that spelling is checked with, installing Debian's where that needs no prompt; else say what is missing."""
    if not _lack_dictionaries() or (_install("the dictionaries", *DICTIONARIES) and not _lack_dictionaries()):
        return
    sys.exit(
        "The spelling tests need hunspell's dictionaries of Russian, Ukrainian and English. Install them with the system's"
        f" package manager (for example `sudo apt-get install {' '.join(DICTIONARIES)}`), or name the folder that has"
        " ru_RU, uk_UA and en_GB (.dic and .aff) in DICPATH, and run this again."
    )


def _lack_dictionaries() -> bool:
    asked = "import sys; from tlumach.languages.spelling import speller; sys.exit(not all(map(speller, ('ru', 'uk', 'en'))))"
    return bool(run("-c", asked))


def _install(what: str, *packages: str) -> bool:
    """Install Debian's packages, and tell whether that was possible without a prompt."""
    if not (apt := _apt()):
        return False
    say(f"Installing {what} with apt-get (once) ...")
    subprocess.run([*apt, "update", "-q"], stdout=subprocess.DEVNULL, check=False)
    command = [*apt, "install", "-y", "-q", "--no-install-recommends", *packages]
    return not subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode


def fingerprint(*files: Path) -> str:
    """Return what an environment was made from: it is current while these files have the same content."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def _pip(*arguments: str) -> None:
    quiet = ("-q", "--disable-pip-version-check", "--no-input")
    done = subprocess.run([python(), "-m", "pip", *arguments, *quiet], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit("The environment could not be made: see the message above. Nothing else was changed.")


def _apt() -> list[str] | None:
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    asks = (
        subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode
        if shutil.which("sudo")
        else 1
    )
    return None if asks else ["sudo", "-n", "apt-get"]
