"""Programs of other projects that judge what we make: found, or installed where that is allowed; never skipped in silence."""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, STDOUT

import pytest

_EPUBCHECK_OF_DEBIAN = Path("/usr/share/java/epubcheck.jar")  # its wrapper is the jar itself, which Linux cannot run
_EPUBCHECK_EACH = Path(__file__).with_name("EpubCheckEach.java")
# It runs for seconds, in which compiling its code thoroughly never pays: without that it takes less than half the CPU time.
_JAVA_FOR_SECONDS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_WAIT_FOR_OTHERS = ("-o", "DPkg::Lock::Timeout=300")


@contextmanager
def epubcheck() -> Iterator[Callable[[Path], str]]:
    """Yield what returns epubcheck's findings of a book (errors and warnings), nothing if the book is valid.

    One process checks all: reading its schemas takes four seconds of CPU time, and a book less than half a second.
    """
    found = shutil.which("epubcheck")
    if found and not zipfile.is_zipfile(found):
        yield lambda book: _found_by(found, book)
        return
    command = [*_java(), "-cp", str(_EPUBCHECK_OF_DEBIAN), str(_EPUBCHECK_EACH)]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=STDOUT, text=True, bufsize=1) as process:
        yield lambda book: _found_in(process, book)


def zimcheck(file: Path) -> str:
    """Return what zimcheck says of a ZIM file that it refuses, nothing if it accepts it."""
    program = shutil.which("zimcheck") or _installed("zim-tools", "zimcheck")
    done = subprocess.run([program, "--all", str(file)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 and "Status: Pass" in done.stdout else done.stdout + done.stderr


def kiwix(program: str) -> str:
    """Return the path of one of Kiwix' programs: `kiwix-search` or `kiwix-serve`."""
    return shutil.which(program) or _installed("kiwix-tools", program)


def msgfmt() -> str:
    """Return the path of gettext's compiler of PO files."""
    return shutil.which("msgfmt") or _installed("gettext", "msgfmt")


def nginx() -> str:
    """Return the path of nginx, which Debian keeps where a person's PATH may not lead."""
    where = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])
    if not shutil.which("nginx", path=where):
        _install("nginx-light")
    return shutil.which("nginx", path=where) or pytest.fail("nginx-light was installed, but there is no `nginx`")


def wrk() -> str:
    """Return the path of wrk, which puts load on a web server on this machine."""
    return shutil.which("wrk") or _installed("wrk", "wrk")


def minisign() -> str:
    """Return the path of minisign, which signs releases and checks their signatures."""
    return shutil.which("minisign") or _installed("minisign", "minisign")


def strace() -> str:
    """Return the path of strace, which lets a program's system calls fail."""
    return shutil.which("strace") or _installed("strace", "strace")


def _found_by(program: str, book: Path) -> str:
    done = subprocess.run([program, "--failonwarnings", str(book)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def _found_in(process: "subprocess.Popen[str]", book: Path) -> str:
    assert process.stdin and process.stdout
    print(book, file=process.stdin, flush=True)
    said = ""
    for line in process.stdout:
        if line.startswith("status "):
            return "" if line == "status 0\n" else said
        said += line
    pytest.fail(f"epubcheck ended by itself: {said}")


def _java() -> list[str]:
    """Return Java's command, with Debian's epubcheck where `_EPUBCHECK_OF_DEBIAN` says."""
    if not _EPUBCHECK_OF_DEBIAN.exists():
        _install("epubcheck")
    if not _EPUBCHECK_OF_DEBIAN.exists():
        pytest.fail("epubcheck was installed, but its jar is not where Debian puts it; put `epubcheck` on the PATH")
    java = shutil.which("java") or _installed("default-jre-headless", "java")
    return [java, *_JAVA_FOR_SECONDS]


def _installed(package: str, program: str) -> str:
    _install(package)
    found = shutil.which(program)
    return found or pytest.fail(f"{package} was installed, but there is no `{program}` on the PATH")


def _install(package: str) -> None:
    """Install a Debian package; where that is not possible the test fails and says what to install."""
    apt = shutil.which("apt-get")
    may = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if apt is None or (may and subprocess.run([*may, "true"], capture_output=True, check=False).returncode):
        pytest.fail(f"this test needs {package}, and may not install it here: install it, and run the test again")
    install = [*may, apt, "install", "-y", "--no-install-recommends", *_WAIT_FOR_OTHERS, package]
    if subprocess.run(install, capture_output=True, check=False).returncode:
        subprocess.run([*may, apt, "update"], capture_output=True, check=False)
        done = subprocess.run(install, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.fail(
                f"this test needs {package}, which could not be installed:\n{done.stdout[-500:]}{done.stderr[-500:]}"
            )
