"""What docs-dev says of a project's files, and the template that it offers."""

from pathlib import Path

from tlumach.languages.project_files.keys import KEYS
from tlumach.languages.project_files.reading import read_language_file

DOCS = Path(__file__).resolve().parents[4] / "docs-dev"


def test_the_template_is_right_as_it_stands_and_has_every_key() -> None:
    text = (DOCS / "language-template.yml").read_text(encoding="utf-8")
    own, wrong = read_language_file(text)
    assert not wrong
    assert own.said.keys() == KEYS.keys() - {"twice"} and "# twice:" in text


def test_the_page_has_every_key() -> None:
    text = (DOCS / "languages.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    assert [key for key in KEYS if not any(f"`{key}`" in row for row in rows)] == []
