"""What the documents for engineers name is there, and each decision has its four parts."""

import re
from pathlib import Path

import pytest
from tests.project import ROOT
from tests.unit.test_floors import FLOORS, PACKAGE

DECISIONS = sorted((ROOT / "docs-dev/decisions").glob("*.md"))
PARTS = ["Context", "Decision", "Price", "What was measured"]
DOCUMENTS = [
    ROOT / "ARCHITECTURE.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "README.md",
    *sorted((ROOT / "docs-dev").rglob("*.md")),
]
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
WHERE = (ROOT / "docs-dev/to-change.md").read_text(encoding="utf-8")
TO_CHANGE = re.findall(r"^\| (.+?) \| (.+) \|$", WHERE, re.MULTILINE)
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
    listed = dict(re.findall(r"^- \[(.+)\]\(docs-dev/decisions/(.+)\.md\)$", ARCHITECTURE, re.MULTILINE))
    assert {
        title: name for name, title in ((file.stem, file.read_text().split("\n")[0][2:]) for file in DECISIONS)
    } == listed


@pytest.mark.parametrize("document", DOCUMENTS, ids=names(DOCUMENTS))
def test_what_a_document_links_to_is_there(document: Path) -> None:
    text = re.sub(r"^ *```.*?^ *```$", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"`[^`\n]+`", "", text)
    linked = LINK.findall(text)
    assert [link for link in linked if not (document.parent / link).exists()] == []


def test_the_floors_are_those_that_the_imports_keep_to() -> None:
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", ARCHITECTURE, re.MULTILINE)
    told = {int(number): {name.strip("/") for name in re.findall("`([^`]+)`", cell)} for number, cell in rows}
    assert told == {number: modules - {"__main__"} for number, modules in enumerate(FLOORS, 1)}


def is_there(name: str, beside: set[Path]) -> bool:
    """Whether a name is that of a file or folder of the repository or of the package, or lies beside one that was named before."""
    for folder in (ROOT, PACKAGE, *beside):
        for path in (folder / name, folder / f"{name}.py"):
            if path.exists():
                beside.add(path.parent)
                return True
    return False


@pytest.mark.parametrize(("what", "where"), TO_CHANGE[1:], ids=[what for what, _ in TO_CHANGE[1:]])
def test_what_is_opened_for_a_change_is_there(what: str, where: str) -> None:
    named = [name.replace("<language>", "en") for name in re.findall("`([^`]+)`", where)]
    beside: set[Path] = set()
    assert named
    assert [name for name in named if not is_there(name, beside)] == []


def test_architecture_names_no_module_that_is_not_there() -> None:
    named = set(re.findall(r"`((?:[a-z_]+/)+[a-z_0-9]+(?:\.[a-z]+)?)`", ARCHITECTURE + WHERE))
    assert len(named) > 30
    assert {name for name in named if not is_there(name, {PACKAGE / "theme"}) and not name.startswith("docs/")} == set()
