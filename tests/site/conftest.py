from pathlib import Path

import pytest
from tests.project import copy_project, run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real project, built once: the folder with `site/` and `dist/`. Tests must not change it."""
    root = copy_project(tmp_path_factory.mktemp("built") / "project")
    done = run(root, "build")
    assert done.returncode == 0, done.stderr
    return root
