"""The workflow for a CI, run here: each job in a clone of its own, files between them only as the workflow hands them over."""

import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmark.builders.rivals import generate_project
from tests.project import EPOCH, ROOT, digest, run

WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/build.yml").read_text(encoding="utf-8"))
TLUMACH = ".venv/bin/tlumach"
INSTALL = "Install Tlumach from its pinned and hashed requirements"  # here it is installed already
EXPLAINERS, TERMS = 12, 6
Job = Mapping[str, Any]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workflow") / "repository"
    generate_project(ROOT, root, EXPLAINERS, TERMS)
    shutil.rmtree(root / ".cache", ignore_errors=True)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "init.defaultBranch=main", "-C", str(root)]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "All"]):
        subprocess.run([*git, *command], check=True)
    return root


@pytest.fixture(scope="module")
def whole(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as one machine builds it."""
    root = clone(repository, tmp_path_factory.mktemp("whole") / "clone")
    done = run(root, "build")
    assert done.returncode == 0, done.stderr
    return root


def clone(repository: Path, target: Path) -> Path:
    subprocess.run(["git", "clone", "-q", str(repository), str(target)], check=True)
    return target


def runs_of(job: Job) -> Iterator[dict[str, object]]:
    """Yield the values of each run of a job: one for each cell of its matrix."""
    matrix = job.get("strategy", {}).get("matrix", {})
    yield from (dict(zip(matrix, values, strict=True)) for values in itertools.product(*matrix.values()))


def filled(text: str, values: Mapping[str, object]) -> str:
    for name, value in values.items():
        text = text.replace(f"${{{{ matrix.{name} }}}}", str(value))
    return text


def step(step: Mapping[str, Any], root: Path, artifacts: Path, values: Mapping[str, object]) -> None:
    """Do what a step says, as the CI would."""
    kind = step.get("uses", "").partition("@")[0]
    given = {name: filled(str(value), values) for name, value in step.get("with", {}).items()}
    if "run" in step and step.get("name") != INSTALL:
        command = filled(step["run"], values).replace(TLUMACH, f"'{sys.executable}' -m tlumach")
        done = subprocess.run(
            ["bash", "-e", "-c", command],
            cwd=root,
            env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    elif kind == "actions/upload-artifact":
        upload(root, given["path"].split(), artifacts / given["name"])
    elif kind == "actions/download-artifact":
        for folder in artifacts.glob(given["pattern"]):
            shutil.copytree(folder, root / given["path"] / folder.name)


def upload(root: Path, paths: list[str], target: Path) -> None:
    """Keep files: one by its name alone, several folders by theirs."""
    for path in paths:
        if (root / path).is_dir():
            shutil.copytree(root / path, target / path)
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / path, target)


def test_the_jobs_together_make_what_one_machine_makes(repository: Path, whole: Path, tmp_path: Path) -> None:
    artifacts = tmp_path / "artifacts"
    for name, job in WORKFLOW["jobs"].items():
        for number, values in enumerate(runs_of(job)):
            root = clone(repository, tmp_path / f"{name}-{number}")
            for each in job["steps"]:
                step(each, root, artifacts, values)
    for made in ("site", "dist"):
        assert digest(artifacts / "site" / made) == digest(whole / made)


def test_each_part_makes_a_share_and_no_site(repository: Path, whole: Path, tmp_path: Path) -> None:
    sizes = []
    for part in ("1/2", "2/2"):
        root = clone(repository, tmp_path / part.replace("/", "-"))
        done = run(root, "build", "--part", part)
        assert done.returncode == 0, done.stderr
        assert not (root / "site").exists() and not (root / "dist").exists()
        sizes.append((root / ".cache/tlumach.db").stat().st_size)
    all_of_it = (whole / ".cache/tlumach.db").stat().st_size
    assert all(0.2 * all_of_it < size < 0.8 * all_of_it for size in sizes)
