from pathlib import Path

from mkdocs.config import load_config
from tests.project import copy_project

from tlumach.plugin.mkdocs_runner import _watched


def test_the_preview_watches_all_that_a_build_reads(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    watched = _watched(root, load_config(str(root / "mkdocs.yml")))
    for name in (
        "docs",
        "translations",
        "words",
        "changes",
        "languages",
        "sources",
        "tlumach-baseline.txt",
        "mkdocs.yml",
    ):
        assert watched.count(root / name) == 1, name
    assert not (root / "changes").exists(), "what is not there yet is watched too"
    assert root / "overrides" in watched and root / "site" not in watched
