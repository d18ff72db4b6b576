"""What the documents for engineers name is there, and each decision has its four parts."""

import re
from pathlib import Path

import pytest
from tests.project import ROOT

DECISIONS = sorted((ROOT / "docs-dev/decisions").glob("*.md"))
PARTS = ["Context", "Decision", "Price", "What was measured"]
DOCUMENTS = [
    ROOT / "ARCHITECTURE.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "README.md",
    *sorted((ROOT / "docs-dev").rglob("*.md")),
]
LINK = re.compile(r"\]\((?!https?:|#|<)([^)#\s]+)")


def names(files: list[Path]) -> list[str]:
    return [file.relative_to(ROOT).as_posix() for file in files]


@pytest.mark.parametrize("file", DECISIONS, ids=[file.stem for file in DECISIONS])
def test_a_decision_has_four_parts_with_words_in_each(file: Path) -> None:
    parts = re.split(r"^## (.+)\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert parts[0].startswith("# ")
    assert parts[1::2] == PARTS
    assert all(len(text.split()) >= 4 for text in parts[2::2])


def test_each_decision_is_listed_under_its_own_title() -> None:
    architecture = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^- \[(.+)\]\(docs-dev/decisions/(.+)\.md\)$", architecture, re.MULTILINE))
    assert {
        title: name for name, title in ((file.stem, file.read_text().split("\n")[0][2:]) for file in DECISIONS)
    } == listed


@pytest.mark.parametrize("document", DOCUMENTS, ids=names(DOCUMENTS))
def test_what_a_document_links_to_is_there(document: Path) -> None:
    text = re.sub(r"^ *```.*?^ *```$", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"`[^`\n]+`", "", text)
    linked = LINK.findall(text)
    assert [link for link in linked if not (document.parent / link).exists()] == []
