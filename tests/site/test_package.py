"""The wheel, installed apart from this repository: a project of one's own is made, checked, built and served from it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.project import EPOCH, ROOT, digest

VARIABLES = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONDONTWRITEBYTECODE": "1"}
PATIENCE = 120  # seconds until a test gives up; a build takes a few
pytestmark = pytest.mark.skipif(
    not (ROOT / "pyproject.toml").exists(), reason="the package is built from its repository"
)


def packed(folder: Path) -> Path:
    """Build the wheel and the sdist with the pinned backend, as CONTRIBUTING installs it."""
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, env=VARIABLES, check=True, capture_output=True)
    return folder


class Installed:
    """The package in a folder of its own, beside the dependencies of the environment."""

    def __init__(self, packages: Path, folder: Path) -> None:
        self.packages, self.folder = packages, folder
        self.variables = {**VARIABLES, "PYTHONPATH": str(packages)}

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(self.packages / "bin/tlumach"), *arguments]

    def run(self, *arguments: str, at: str = ".") -> "subprocess.CompletedProcess[str]":
        folder = self.folder / at
        return subprocess.run(
            self.command(*arguments), cwd=folder, env=self.variables, capture_output=True, text=True, check=False
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("installed")
    wheel = next(packed(folder / "packed").glob("*.whl"))
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target"]
    subprocess.run([*install, str(folder / "packages"), str(wheel)], check=True, capture_output=True)
    (folder / "empty").mkdir()
    return Installed(folder / "packages", folder / "empty")


@pytest.fixture(scope="module")
def project(installed: Installed) -> Path:
    done = installed.run("new", "news", "--source", "en", "--languages", "de,kk,uk")
    assert done.returncode == 0, done.stderr
    return installed.folder / "news"


def test_it_is_packed_into_the_same_bytes_twice(tmp_path: Path, installed: Installed) -> None:
    assert digest(packed(tmp_path)) == digest(installed.packages.parent / "packed")


def test_it_is_the_installed_package_that_runs(installed: Installed) -> None:
    script = "import tlumach; print(tlumach.__file__)"
    said = subprocess.run(
        [sys.executable, "-c", script], cwd=installed.folder, env=installed.variables, capture_output=True, text=True
    )
    assert said.stdout.strip() == str(installed.packages / "tlumach/__init__.py")


def test_a_new_project_is_checked_built_and_made_editions_of(installed: Installed, project: Path) -> None:
    checked = installed.run("check", at="news")
    assert checked.returncode == 0 and "Traceback" not in checked.stderr, checked.stderr
    built = installed.run("build", at="news")
    assert built.returncode == 0, built.stderr
    page = (project / "site/uk/rosetta-stone/index.html").read_text(encoding="utf-8")
    assert 'class="term"' in page and "assets/stylesheets/tlumach." in page
    assert 'class="freshness"' in (project / "site/kk/index.html").read_text(encoding="utf-8")
    assert list((project / "site").glob("assets/javascripts/search.????????.js"))
    made = installed.run("editions", "--only", "reader", at="news")
    assert made.returncode == 0, made.stderr
    assert (project / "dist/rosetta-stone.html").is_file()


def test_it_is_served(installed: Installed, project: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = project / "mkdocs.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}dev_addr: 127.0.0.1:{port}\n", encoding="utf-8")
    server = subprocess.Popen(
        installed.command("serve"), cwd=project, env=installed.variables, stderr=subprocess.DEVNULL
    )
    try:
        assert any("Rosetta" in page for page in pages(f"http://127.0.0.1:{port}/rosetta-stone/index.html"))
    finally:
        server.terminate()
        server.wait(PATIENCE)


def pages(address: str) -> Iterator[str]:
    """Yield a page as soon as it is served."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(OSError):
            yield urllib.request.urlopen(address, timeout=10).read().decode()
            return
        time.sleep(0.2)
