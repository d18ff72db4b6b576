from pathlib import Path

import pytest
from benchmark.builders.contender import Contender
from benchmark.builders.rivals import BARE, OURS, generate
from benchmark.preview import preview
from tests.project import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    generate(ROOT, source := tmp_path_factory.mktemp("generated"), 1, 2)
    return source


@pytest.mark.parametrize("contender", [OURS, BARE], ids=lambda contender: contender.name)
def test_two_edits_are_seen_in_each_preview(contender: Contender, source: Path, tmp_path: Path) -> None:
    contender.prepare(source, tmp_path / "it")
    figures = list(preview(contender, tmp_path / "it", 1))
    assert [figure.row for figure in figures] == ["preview, one edit", "preview, a second edit at once"]
    assert all(figure.value > 0 and figure.contender == contender.name for figure in figures)


def test_who_has_no_preview_here_is_left_out(tmp_path: Path) -> None:
    other = Contender("other", lambda source, folder: None, (), ())
    assert list(preview(other, tmp_path, 1)) == []
