"""What cannot be built is said, and nothing is raised; that what can be is shown: tests/browser/test_live_preview.py."""

from pathlib import Path

import pytest
from tests.edits import small_project

from tlumach.plugin.serve.builder_process import build_preview


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("mkdocs.yml", "site_name: [", "mkdocs.yml"),
        ("mkdocs.yml", "site_name: a\nno_such_setting_of_a_plugin: 1\nplugins: [nothing]\n", "nothing"),
        ("overrides/main.html", "{% if %}", "main.html:1"),
    ],
)
def test_what_cannot_be_built_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, file: str, text: str, said: str
) -> None:
    root = small_project(tmp_path / "project")
    (root / file).write_text(text)
    assert build_preview(root, tmp_path / "shown", "http://127.0.0.1:8000/") is None
    assert said in caplog.text


def test_the_folder_of_records_may_be_watched_before_there_is_one(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    (root / "translations").rmdir()
    assert build_preview(root, tmp_path / "shown", "http://127.0.0.1:8000/")
