"""What a page takes in from other files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.blocks.syntax import read_markdown_settings
from tlumach.library.files import Files
from tlumach.library.snippets import included

FILES = {"a.md": "A", "parts/b.md": 'B\n--8<-- "a.md"\n', "parts/c.md": "C", "parts/loop.md": '--8<-- "loop.md"\nL'}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "options", "found"),
    [
        ('x\n\n--8<-- "a.md"\n', {}, ["A"]),
        ("    -8<- 'a.md'", {}, ["A"]),
        ('--8<-- "parts/b.md"', {}, [FILES["parts/b.md"], "A"]),
        ('--8<-- "b.md"', {"base_path": ["parts", "."]}, [FILES["parts/b.md"], "A"]),
        ('--8<-- "c.md:intro"', {"base_path": "parts"}, ["C"]),
        ('--8<-- "c.md:1:3"', {"base_path": "parts"}, ["C"]),
        ("--8<--\na.md\nparts/c.md\n--8<--", {}, ["A", "C"]),
        ('--8<-- "loop.md"', {"base_path": "parts"}, [FILES["parts/loop.md"]]),
        ('--8<-- "nowhere.md"', {}, []),
        ("no snippet", {"auto_append": ["a.md"]}, ["A"]),
        ("no snippet", {}, []),
    ],
)
def test_the_contents_of_what_is_taken_in(root: Path, text: str, options: dict[str, object], found: list[str]) -> None:
    assert [content.decode() for content in included(text, options, root)] == found


@given(st.text(alphabet="-8<> \n\"'ab.md:\0", max_size=60))
def test_any_text_is_read(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    assert list(included(text, {}, tmp_path_factory.getbasetemp() / "nowhere")) == []


def test_a_page_is_another_where_what_it_takes_in_is(root: Path) -> None:
    (root / "docs/en").mkdir(parents=True)
    (root / "docs/en/x.md").write_text('# X\n\n--8<-- "a.md"\n')
    markdown = read_markdown_settings(["pymdownx.snippets"])

    def known() -> str:
        files = Files(root, markdown=markdown)
        files.pages({("en", "x.md"): "docs/en/x.md"})
        return files.digests["docs/en/x.md"]

    before = known()
    assert known() == before
    (root / "a.md").write_text("Another")
    assert known() != before
