"""What docs-dev/api.md promises is there, is typed, and says what it does."""

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tests.project import ROOT
from trove_classifiers import classifiers

import tlumach

API = (ROOT / "docs-dev/api.md").read_text(encoding="utf-8")
PROMISED, EXAMPLE = re.findall(r"^```python\n(.*?)^```$", API, re.MULTILINE | re.DOTALL)
NAMES = [
    (node.module or "", alias.name)
    for node in ast.parse(PROMISED).body
    if isinstance(node, ast.ImportFrom)
    for alias in node.names
]


@pytest.mark.parametrize(("module", "name"), NAMES, ids=[f"{module}.{name}" for module, name in NAMES])
def test_what_is_promised_is_there_and_says_what_it_does(module: str, name: str) -> None:
    assert getattr(importlib.import_module(module), name).__doc__


@pytest.mark.slow
def test_the_example_runs_in_this_project() -> None:
    done = subprocess.run([sys.executable, "-c", EXAMPLE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert all(re.match(r"\S+:\d+: [a-z-]+ ", line) for line in done.stdout.splitlines())


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(tlumach.__file__).parent / "py.typed").exists()


def test_the_package_is_filed_under_what_there_is() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(project["classifiers"]) <= classifiers
