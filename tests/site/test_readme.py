"""Each command that the README shows is run, in a copy of the project, and the words in capitals stand for something there.

What is not as a reader has it: the environment is there already (an empty one that looks into that of the tests), `test.py`
runs one file of tests and looks at the types of one module, and `bench.py` its smallest row on one explainer. Servers are
started, asked for a page, and ended.
"""

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import venv
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import environment
import pytest
from benchmark.processes import started
from tests.project import EPOCH, ROOT, run

README = (ROOT / "README.md").read_text(encoding="utf-8")
PARTS = (
    "src",
    "scripts",
    "tests",
    "serving",
    "mkdocs.yml",
    "pyproject.toml",
    "requirements.txt",
    "requirements-test.txt",
)
PATIENCE = 120  # seconds until a test gives up
NEVER_HERE = ("…", "PATH", "FILE", "BLOCK", "OLD")
"""What a command as it is run has none of: it stands for something of the reader's."""

INSTEAD: Mapping[str, str] = {
    "python3 scripts/test.py": "python3 scripts/test.py -n 0 tests/unit/test_url_policy.py",
    "python3 scripts/bench.py": "python3 scripts/bench.py --row status --sizes 1 --repeat 1",
    "tlumach diff PATH": "tlumach diff docs/uk/about.md",
    ".venv/bin/tlumach confirm PATH [BLOCK…]": ".venv/bin/tlumach confirm docs/uk/about.md",
    ".venv/bin/tlumach move OLD NEW": ".venv/bin/tlumach move glossary/arms.md glossary/weapons.md",
    "tlumach remove PATH": "tlumach remove kazakhstan-arms-export/timeline.md --to kazakhstan-arms-export/index.md",
    "tlumach exchange import FILE": "tlumach exchange import exchange/uk/about.xlf",
    ".venv/bin/tlumach verify FILE": ".venv/bin/tlumach verify dist/tlumach-offline.zip",
    "tlumach compare OLD NEW": "tlumach compare dist/kazakhstan-arms-export.html site/read/kazakhstan-arms-export.html",
    "SITE_URL=https://… SITE_CONTACT=mailto:… python3 scripts/build.py": (
        "SITE_URL=https://news.example/ SITE_CONTACT=mailto:a@news.example python3 scripts/build.py"
    ),
    "tlumach join FILE…": "tlumach join .cache/tlumach.db",
}
"""What is run in the place of a command that stands for many, or takes long."""
SERVERS = ("python3 scripts/build.py --serve",)


def shown() -> list[str]:
    """The commands that the README shows: in blocks after `$`, and in its table, in order."""
    found = re.findall(r"^\$ (.+)$|^\| [^|]+ \| (`[^|]+`) \|$", README, re.MULTILINE)
    return [command for block, cells in found for command in ([block] if block else re.findall("`([^`]+)`", cells))]


COMMANDS = shown()


TEXTS = ("docs", "translations")


@pytest.fixture
def project(repository: Path) -> Path:
    """The repository with its texts as they are: what another command wrote into them is undone."""
    for part in TEXTS:
        shutil.rmtree(repository / part)
        shutil.copytree(ROOT / part, repository / part)
    return repository


@pytest.fixture(scope="module")
def repository(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository with what a build of it has made, and an environment that needs no network."""
    root = tmp_path_factory.mktemp("readme") / "project"
    shutil.copytree(built, root)
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        else:
            shutil.copy(ROOT / part, root / part)
    _let_types_be_looked_at(root / "pyproject.toml", "src/tlumach/url_policy.py")
    _make_environment(root)
    return root


def _let_types_be_looked_at(settings: Path, module: str) -> None:
    """Name one module in the place of all: mypy remembers nothing of this copy."""
    text = settings.read_text(encoding="utf-8")
    assert 'files = ["src", "scripts"]' in text
    settings.write_text(text.replace('files = ["src", "scripts"]', f'files = ["{module}"]'), encoding="utf-8")


def _make_environment(root: Path) -> None:
    """Make `.venv`, and let it look into the environment that runs the tests; the scripts find that all is installed."""
    venv.create(root / ".venv", with_pip=False)
    packages = next((root / ".venv/lib").glob("python*/site-packages"))
    (packages / "tests.pth").write_text("\n".join(path for path in sys.path if path.endswith("site-packages")))
    program = root / ".venv/bin/tlumach"
    program.write_text(f"#!{root}/.venv/bin/python\nimport sys\nfrom tlumach.cli import main\nsys.exit(main())\n")
    program.chmod(0o755)
    for name in ("requirements.txt", "requirements-test.txt"):
        wanted = environment.fingerprint(root / name, root / "pyproject.toml")
        (root / ".venv" / f"made-from-{name}").write_text(wanted)


def variables(root: Path) -> dict[str, str]:
    path = f"{root / '.venv/bin'}:/usr/sbin:/usr/bin:/bin"
    return {"PATH": path, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(ROOT / "src")}


def test_the_commands_are_found_and_no_other_stands_for_them() -> None:
    assert {"python3 scripts/build.py", ".venv/bin/tlumach check"} <= set(COMMANDS) and len(COMMANDS) > 15
    assert INSTEAD.keys() | set(SERVERS) <= set(COMMANDS)
    assert [command for command in COMMANDS if any(word in INSTEAD.get(command, command) for word in NEVER_HERE)] == []


@pytest.mark.parametrize("command", [command for command in COMMANDS if command not in SERVERS])
def test_a_command_of_the_readme_runs(project: Path, command: str) -> None:
    done = subprocess.run(
        ["bash", "-c", INSTEAD.get(command, command)],
        cwd=project,
        env=variables(project),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", SERVERS)
def test_a_server_of_the_readme_serves(project: Path, tmp_path: Path, command: str) -> None:
    root = Path(shutil.copytree(project, tmp_path / "project", symlinks=True))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\ndev_addr: 127.0.0.1:{port}\n")
    with started(command.split(), root, variables(root), ends_by=signal.SIGINT):
        assert any("Тлумач" in page for page in pages(f"http://127.0.0.1:{port}/index.html"))


def pages(address: str) -> Iterator[str]:
    """Yield a page as soon as it is served."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(OSError):
            yield urllib.request.urlopen(address, timeout=10).read().decode()
            return
        time.sleep(0.2)


def test_a_project_begun_as_the_readme_says_is_checked_and_built(project: Path) -> None:
    root = project.parent / "my-site"
    assert root.is_dir(), "`tlumach new` of the README was not run before"
    for words in (("check",), ("build",)):
        done = run(root, *words)
        assert done.returncode == 0, done.stderr
    assert (root / "site/de/index.html").is_file()
