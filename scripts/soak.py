"""Keep the preview running for long, with an edit every ten seconds, and print what it takes: memory, handles, processes, seconds.

    python3 scripts/soak.py [HOURS]        # 2 by default; a row each minute; Linux

It works on a copy of the project in a temporary folder. A page is edited, asked for until it shows the edit, and so on in turns;
after the last round the pages are as they were. It ends with 1 where an edit was not shown within a minute.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import environment

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("docs", "sources", "pictures", "translations", "mkdocs.yml")
PAGES = ("uk/about.md", "en/kazakhstan-arms-export/notes.md", "ru/about.md", "uk/glossary/csto.md")
PAUSE, MINUTE = 10, 60  # seconds
SOURCE = "ru"


def main() -> int:
    """Run for the hours that the first argument says; return 1 where an edit was not shown."""
    hours = float(sys.argv[1]) if len(sys.argv) > 1 else 2
    environment.make("requirements.txt")
    with tempfile.TemporaryDirectory() as folder:
        project = _copy(Path(folder))
        server = _start(project, Path(folder) / "log")
        try:
            return _soak(server, _address(server, Path(folder) / "log"), project, hours * 3600)
        finally:
            server.terminate()
            server.wait()


def _copy(folder: Path) -> Path:
    project = folder / "project"
    project.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, project / part)
    return project


def _start(project: Path, log: Path) -> subprocess.Popen[bytes]:
    command = [str(ROOT / ".venv/bin/python"), "-m", "tlumach", "serve", "--no-color"]
    with log.open("wb") as output:
        return subprocess.Popen(command, cwd=project, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)


def _address(server: subprocess.Popen[bytes], log: Path) -> str:
    """Return the preview's address, as soon as it is printed; where it ends instead, say what it said and end."""
    while not (found := re.search(r"http://\S+/", log.read_text(encoding="utf-8"))):
        if server.poll() is not None:
            sys.exit(log.read_text(encoding="utf-8"))
        time.sleep(0.5)
    return found[0]


def _soak(server: subprocess.Popen[bytes], address: str, project: Path, seconds: float) -> int:
    first = {page: (project / "docs" / page).read_text(encoding="utf-8") for page in PAGES}
    begin, waits, missed = time.monotonic(), list[float](), 0
    print("minute  edits  processes  MB  handles  median s  longest s  not shown")
    while time.monotonic() - begin < seconds and server.poll() is None:
        page = PAGES[len(waits) % len(PAGES)]
        wait = _edited(project / "docs" / page, first[page], f"{address}{_shown_at(page)}", len(waits))
        waits.append(wait)
        missed += wait >= MINUTE
        if len(waits) % (MINUTE // PAUSE) == 0:
            last = sorted(waits[-MINUTE // PAUSE :])
            minute = round((time.monotonic() - begin) / MINUTE)
            processes, memory, handles = _taken(server.pid)
            print(
                minute,
                len(waits),
                processes,
                memory,
                handles,
                f"{last[len(last) // 2]:.2f} {last[-1]:.2f}",
                missed,
                flush=True,
            )
        time.sleep(max(0.0, PAUSE - wait))
    return 1 if missed or server.poll() is not None else 0


def _edited(file: Path, text: str, address: str, turn: int) -> float:
    """Edit a page; return the seconds until the preview shows it, at most a minute."""
    mark, start = f"soak{turn}", time.monotonic()
    file.write_text(f"{text}\n\n{mark}.\n", encoding="utf-8")
    while (waited := time.monotonic() - start) < MINUTE:
        with urllib.request.urlopen(address, timeout=MINUTE) as answer:
            if mark in answer.read().decode():
                break
        time.sleep(0.05)
    return waited


def _shown_at(page: str) -> str:
    return page.removeprefix(f"{SOURCE}/").removesuffix(".md") + ".html"


def _taken(pid: int) -> tuple[int, int, int]:
    """Return how many processes belong to one, their memory in MB (shared pages count in each), and their open files."""
    processes = list(_with_children(pid))
    memory = sum(map(_memory, processes))
    return len(processes), memory // 1024, sum(len(os.listdir(f"/proc/{each}/fd")) for each in processes)


def _with_children(pid: int) -> Iterator[int]:
    yield pid
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        yield from _with_children(int(child))


def _memory(pid: int) -> int:
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) if found else 0


if __name__ == "__main__":
    sys.exit(main())
