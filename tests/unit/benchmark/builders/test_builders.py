"""The rivals are given the same pages; where they are installed, they build them without a word of complaint."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmark.builders import hugo as hugo_module
from benchmark.builders.contender import Contender
from benchmark.builders.hugo import hugo, write_hugo
from benchmark.builders.rivals import generate, rivals
from benchmark.builders.sphinx import sphinx, write_sphinx
from benchmark.builders.zensical import write_zensical, zensical
from benchmark.content.generate import pages

ROOT = Path(__file__).parents[4]

EXPLAINERS, TERMS = 3, 5
Write = Callable[[Path, Path], None]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bench") / "source"
    generate(ROOT, root, EXPLAINERS, TERMS)
    return root


@pytest.mark.slow
@pytest.mark.parametrize(
    ("write", "texts"), [(write_hugo, "content"), (write_sphinx, "docs"), (write_zensical, "docs")]
)
def test_every_page_in_every_language(source: Path, tmp_path: Path, write: Write, texts: str) -> None:
    write(source, tmp_path / "rival")
    root = tmp_path / "rival" / texts
    found = {file.relative_to(root).as_posix().replace("_index", "index") for file in root.rglob("*.md")}
    assert found == dict(pages(EXPLAINERS, TERMS)).keys()


@pytest.mark.parametrize(("write", "texts"), [(write_hugo, "content"), (write_sphinx, "docs")])
def test_nothing_of_the_other_dialect_is_left(source: Path, tmp_path: Path, write: Write, texts: str) -> None:
    write(source, tmp_path / "rival")
    for file in (tmp_path / "rival" / texts).rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        assert "!!!" not in text and "{ #" not in text and "hreflang" not in text


@pytest.mark.parametrize("rival", [hugo, sphinx, zensical])
def test_a_rival_that_is_not_installed_is_said_in_a_line(
    rival: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    said = rival()
    assert isinstance(said, str) and "left out" in said and "\n" not in said


def test_those_that_are_installed_build_all_boxes_notes_and_tables(source: Path, tmp_path: Path) -> None:
    """The bench needs no rival, and neither do the tests: those that are there are tried."""
    for rival in rivals()[0]:
        builds_all(rival, source, tmp_path / rival.name.replace(" ", "-"))


def builds_all(rival: Contender, source: Path, folder: Path) -> None:
    rival.prepare(source, folder)
    done = subprocess.run(rival.command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "WARN" not in done.stdout + done.stderr, done.stdout + done.stderr
    page = (folder / rival.site / "uk/story-0001/index.html").read_text(encoding="utf-8")
    assert page.count('class="box') + page.count("admonition-title") >= 2
    assert "<table" in page or "<table" not in (source / "bare/docs/uk/story-0001/index.md").read_text(encoding="utf-8")
    assert "[^" not in page and ":::" not in page and "{{" not in page
    assert 'lang="uk"' in page


def test_the_title_of_a_page_of_hugos_is_its_heading() -> None:
    text = hugo_module._with_title("---\ndescription: x\n---\n# It's a title\n")
    assert text == "---\ntitle: 'It''s a title'\ndescription: x\n---\n# It's a title\n"
