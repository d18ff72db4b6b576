from pathlib import Path

from mkdocs.config import load_config
from tests.project import copy_project

from tlumach.plugin.mkdocs_runner import _watched


def test_the_preview_watches_all_that_a_build_reads(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    (root / "changes").mkdir()
    watched = _watched(root, load_config(str(root / "mkdocs.yml")))
    for name in ("docs", "translations", "changes", "mkdocs.yml", "overrides"):
        assert watched.count(root / name) == 1, name
    assert root / "words" not in watched
