"""`tlumach serve` as who writes sees it: in a browser that stays open, while files are saved."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from benchmark.processes import end, heed_interrupts
from playwright.sync_api import Page, expect
from tests.browser.conftest import Open
from tests.edits import small_project
from tests.project import OVERRIDES, copy_project, override

STORY = "uk/first"
PATIENCE = 120_000  # milliseconds until a test gives up; a whole build takes a few seconds
expect.set_options(timeout=PATIENCE)


@dataclass
class Preview:
    """A preview that runs: its project, its address, and what it says in the terminal."""

    root: Path
    address: str
    terminal: Path
    process: "subprocess.Popen[bytes]"

    def said(self, words: str) -> None:
        """Wait until the terminal has these words."""
        until = time.monotonic() + PATIENCE / 1000
        while words not in self.terminal.read_text(encoding="utf-8"):
            assert time.monotonic() < until, self.terminal.read_text(encoding="utf-8")
            time.sleep(0.05)

    def write(self, file: str, text: str) -> None:
        (self.root / file).write_text(text, encoding="utf-8")

    def add(self, file: str, words: str) -> None:
        """Write words at the end of a file."""
        self.write(file, f"{(self.root / file).read_text(encoding='utf-8')}\n{words}\n")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def project(write: Callable[[Path], Path], folder: Path, port: int) -> Path:
    root = write(folder)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\ndev_addr: 127.0.0.1:{port}\n")
    return root


@contextmanager
def serving(folder: Path, write: Callable[[Path], Path] = small_project) -> Iterator[Preview]:
    port = free_port()
    root, terminal = project(write, folder / "project", port), folder / "terminal"
    (folder / "tmp").mkdir()
    with terminal.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "tlumach", "serve"],
            cwd=root,
            stdout=said,
            stderr=said,
            env={**os.environ, "TMPDIR": str(folder / "tmp")},
            start_new_session=True,
            preexec_fn=heed_interrupts,
        )
    try:
        yield Preview(root, f"http://127.0.0.1:{port}/", terminal, process)
    finally:
        end(process, signal.SIGINT)


def processes_of(group: int) -> list[str]:
    """The processes of a terminal's session that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == group and fields[0] != "Z":
            found.append(stat.parent.name)
    return found


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with serving(tmp_path_factory.mktemp("preview")) as preview:
        preview.said("Serving on")
        yield preview


def opened(visit: Open, preview: Preview, page: str) -> Page:
    page_ = visit(preview.address + page).page
    page_.wait_for_load_state("load")
    return page_


def test_what_is_saved_is_seen_with_what_is_wrong_with_it(preview: Preview, visit: Open) -> None:
    page = opened(visit, preview, f"{STORY}/index.html")
    preview.add(f"docs/{STORY}/index.md", "Перше [x](nowhere.md) речення.")
    expect(page.locator("article")).to_contain_text("Перше x речення.")
    expect(page.locator("aside.problems")).to_contain_text("broken-link")
    preview.add(f"docs/{STORY}/index.md", "Друге речення.")
    preview.add(f"docs/{STORY}/index.md", "Третє речення.")
    expect(page.locator("article")).to_contain_text("Третє речення.")


def test_a_page_that_shows_what_was_edited_elsewhere_follows(preview: Preview, visit: Open) -> None:
    page = opened(visit, preview, f"{STORY}/index.html")
    file = preview.root / f"docs/{STORY}/notes.md"
    file.write_text(re.sub("(?m)^# .*", "# Інша назва", file.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    expect(page.get_by_role("link", name="Інша назва").first).to_be_attached()


def test_a_page_that_nothing_changed_is_let_be(preview: Preview, visit: Open) -> None:
    page = opened(visit, preview, "en/about.html")
    other = opened(visit, preview, "uk/glossary/a.html")
    page.evaluate("window.kept = true")
    preview.add("docs/ru/download.md", "Ещё слово.")
    preview.add("docs/uk/glossary/a.md", "Ще слово.")
    expect(other.locator("article")).to_contain_text("Ще слово.")
    assert page.evaluate("window.kept")


def test_pages_come_and_go(preview: Preview, visit: Open) -> None:
    page = opened(visit, preview, "uk/new.html")
    for language in ("ru", "uk", "en"):
        preview.write(f"docs/{language}/new.md", "---\ndescription: Нове.\n---\n# Нова сторінка\n\nНове.\n")
    expect(page.locator("h1")).to_have_text("Нова сторінка")
    for language in ("ru", "uk", "en"):
        (preview.root / f"docs/{language}/new.md").rename(preview.root / f"docs/{language}/renamed.md")
    expect(page.locator("h1")).not_to_have_text("Нова сторінка")
    page.goto(f"{preview.address}uk/renamed.html")
    expect(page.locator("h1")).to_have_text("Нова сторінка")


def test_what_cannot_be_built_is_said_and_the_last_good_state_stays(preview: Preview, visit: Open) -> None:
    page = opened(visit, preview, "uk/about.html")
    good, settings = ((preview.root / name).read_bytes() for name in ("docs/uk/about.md", "mkdocs.yml"))
    (preview.root / "docs/uk/about.md").write_bytes("# Про сайт".encode("cp1251"))
    preview.said("docs/uk/about.md:1: encoding")
    preview.said("Not built")
    page.reload()
    expect(page.locator("h1")).to_have_text("About uk")
    (preview.root / "docs/uk/about.md").write_bytes(good)
    preview.write("mkdocs.yml", "plugins: [")
    preview.said("mkdocs.yml")
    template = preview.root / OVERRIDES / "main.html"
    (preview.root / "mkdocs.yml").write_bytes(settings)
    template.write_text("{% if", encoding="utf-8")
    preview.said("main.html")
    template.unlink()
    preview.add("docs/uk/about.md", "Усе знову добре.")
    expect(page.locator("article")).to_contain_text("Усе знову добре.")
    preview.said("Built again.")
    assert "Traceback" not in preview.terminal.read_text(encoding="utf-8")


def test_a_style_is_seen_on_every_page(preview: Preview, visit: Open) -> None:
    page = opened(visit, preview, "en/about.html")
    override(
        preview.root,
        "assets/stylesheets/tlumach.css",
        lambda text: f"{text}\nh1 {{ letter-spacing: 7px !important }}\n",
    )
    expect(page.locator("h1")).to_have_css("letter-spacing", "7px")


@pytest.mark.parametrize("everybody", [True, False], ids=["Ctrl-C", "an end of the first process alone"])
@pytest.mark.parametrize(
    ("after", "write"),
    [("Building", copy_project), ("Serving on", small_project)],  # the first build of a small one would be over soon
    ids=["in the first build", "while it serves"],
)
def test_it_ends_with_nothing_left(tmp_path: Path, everybody: bool, after: str, write: Callable[[Path], Path]) -> None:
    with serving(tmp_path, write) as preview:
        group = preview.process.pid
        preview.said(after)
        preview.add("docs/uk/about.md", "Ще.")  # so that it builds again
        time.sleep(2)
        if everybody:
            os.killpg(group, signal.SIGINT)
        else:
            preview.process.terminate()
        assert preview.process.wait(60) == 0
    assert processes_of(group) == []
    assert list((tmp_path / "tmp").iterdir()) == []
    assert "Traceback" not in preview.terminal.read_text(encoding="utf-8")


def test_where_it_cannot_begin_it_says_so(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        root = project(small_project, tmp_path / "project", int(taken.getsockname()[1]))
        command = [sys.executable, "-m", "tlumach", "serve"]
        busy = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert busy.returncode == 1 and "dev_addr" in busy.stderr and "Traceback" not in busy.stderr
    (root / "docs/uk/about.md").write_bytes("# Про сайт".encode("cp1251"))
    unreadable = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert unreadable.returncode == 1 and "docs/uk/about.md:1: encoding" in unreadable.stderr
    assert "Traceback" not in unreadable.stderr
