"""Beside MkDocs: a project under ProperDocs, and all that builds no page where no host is installed."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from tests.project import EPOCH, ROOT, digest, run

import tlumach

SOURCES = Path(tlumach.__file__).parents[1]
QUIET = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
HIDE = """import sys
class Hide:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "mkdocs":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Hide())
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project in four languages, built by MkDocs. Tests change nothing in it."""
    folder = tmp_path_factory.mktemp("hosts")
    assert run(folder, "new", "news", "--source", "en", "--languages", "de,kk,uk").returncode == 0
    built(folder / "news", "-m", "mkdocs", "build", "-q", "-d", "by-mkdocs")
    return folder / "news"


def built(root: Path, *arguments: str, **variables: str) -> None:
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=root, env={**QUIET, **variables}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_properdocs_makes_the_same_site(project: Path) -> None:
    built(project, "-m", "properdocs", "build", "-q", "-d", "by-properdocs")
    assert digest(project / "by-properdocs") == digest(project / "by-mkdocs")


def test_a_build_of_ours_takes_properdocs_where_mkdocs_is_not_there(project: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(HIDE, encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), os.environ["PYTHONPATH"]])
    built(project, "-m", "tlumach", "build", PYTHONPATH=path)
    made, there = digest(project / "site"), digest(project / "by-mkdocs")
    pages = [name for name in made if name.endswith(".html") and "download" not in name]
    assert len(pages) > 20 and all(made[name] == there[name] for name in pages)


class Core:
    """Python with the package and what it depends on, and nothing else that is installed here."""

    def __init__(self, folder: Path) -> None:
        self.packages, self.root = folder / "packages", folder / "news"
        self.packages.mkdir()
        needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
        for name in ["tlumach", *closure(needed)]:
            for part in {path.parts[0] for path in distribution(name).files or ()} - {"..", "__pycache__"}:
                if not (self.packages / part).exists():
                    (self.packages / part).symlink_to(Path(str(distribution(name).locate_file(part))))

    def run(self, *arguments: str, root: Path | None = None) -> "subprocess.CompletedProcess[str]":
        path = os.pathsep.join([str(SOURCES), str(self.packages)])
        command = [sys.executable, "-S", *arguments]
        return subprocess.run(
            command,
            cwd=root or self.root,
            env={**QUIET, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=False,
        )

    def does(self, *arguments: str, root: Path | None = None) -> str:
        done = self.run("-m", "tlumach", *arguments, root=root)
        assert done.returncode == 0, (arguments, done.stderr)
        return done.stdout


def closure(needed: list[str]) -> Iterator[str]:
    """Yield the distributions that requirements bring, without extras."""
    seen: set[str] = set()
    while needed:
        requirement = Requirement(needed.pop())
        if requirement.name in seen or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        seen.add(requirement.name)
        yield requirement.name
        needed += distribution(requirement.name).requires or []


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Core:
    """The core with a project that it wrote itself."""
    core = Core(tmp_path_factory.mktemp("core"))
    core.does("new", "news", "--source", "en", "--languages", "de,uk", root=core.root.parent)
    return core


@pytest.mark.parametrize("module", ["mkdocs", "material", "mkdocs_static_i18n", "properdocs"])
def test_the_core_brings_no_host(core: Core, module: str) -> None:
    assert "ModuleNotFoundError" in core.run("-c", f"import {module}", root=core.packages).stderr


def test_texts_are_checked_and_translations_followed_without_a_host(core: Core) -> None:
    core.does("check")
    page = core.root / "docs/en/rosetta-stone/index.md"
    text = page.read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if "[" in line and line[0].isalpha() and "](" in line)
    core.does("confirm", "docs/uk/rosetta-stone/index.md")
    page.write_text(text.replace(first, f"{first} This is new.", 1), encoding="utf-8")
    assert "docs/uk/rosetta-stone/index.md" in core.does("status", "--language", "uk")
    assert "This is new" in core.does("diff", "docs/uk/rosetta-stone/index.md")
    core.does("exchange", "export", "--to", "xliff", "--only", "stale")
    assert list((core.root / "exchange").rglob("*.xlf"))
    core.does("terms", "export", "--to", "tbx")
    page.write_text(text, encoding="utf-8")


def test_editions_that_need_no_site_are_made_without_a_host(core: Core) -> None:
    core.does("editions", "--only", "reader", "--only", "epub", "--only", "text")
    made = {file.name for file in (core.root / "dist").iterdir()}
    assert {"rosetta-stone.html", "rosetta-stone.epub", "rosetta-stone.uk.txt", "SHA256SUMS"} <= made
    assert not (core.root / "site").exists()


@pytest.mark.parametrize("command", ["build", "serve"])
def test_what_builds_pages_says_what_to_install(core: Core, command: str) -> None:
    done = core.run("-m", "tlumach", command)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "no-host" in done.stdout + done.stderr and "tlumach[mkdocs]" in done.stdout + done.stderr
    assert not (core.root / "site").exists()


def test_what_needs_a_site_names_the_editions_that_need_none(core: Core) -> None:
    done = core.run("-m", "tlumach", "editions", "--only", "offline")
    assert done.returncode == 1 and "--only reader --only epub --only text" in done.stdout + done.stderr
