"""What is remembered of the rules that read words is what they find."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import MakeLibrary
from tests.project import fresh_runner

from tlumach.checks.path_rules import problems_with_words
from tlumach.library import Library
from tlumach.problems import in_order
from tlumach.tasks.tasks import TaskRunner
from tlumach.tracking import Tracker

PAGES = {
    "ru/glossary/decree.md": "---\nterm: указ\n---\n\nАкт.\n",
    "en/glossary/decree.md": "---\nterm: decree\navoid: [{form: order, why: X}]\n---\n\nAn act.\n",
    "ru/a.md": "---\nsource_text: a.txt\n---\nУказ.\n",
    "en/a.md": "---\nsource_text: a.txt\n---\nOrder.\n",
    "ru/b.md": "Указ.\n",
    "en/b.md": "Decree.\n",
}


def places(library: Library, runner: TaskRunner | None) -> list[str]:
    return [f"{each.path} {each.code}" for each in in_order(problems_with_words(Tracker(library), runner))]


@pytest.fixture
def runner(tmp_path: Path) -> TaskRunner:
    return fresh_runner(tmp_path)


def test_what_is_remembered_is_what_is_found(make_library: MakeLibrary, runner: TaskRunner) -> None:
    library = make_library(PAGES)
    expected = ["docs/en/a.md avoided-form", "docs/en/a.md term-rendering"]
    assert places(library, None) == places(library, runner) == places(library, runner) == expected


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("en/a.md", "---\nsource_text: a.txt\n---\nDecree.\n", []),
        ("ru/b.md", "Нет.\n", ["docs/en/a.md avoided-form", "docs/en/a.md term-rendering"]),
        ("en/glossary/decree.md", "---\nterm: order\n---\n\nAn act.\n", ["docs/en/b.md term-rendering"]),
        ("ru/glossary/decree.md", "---\nterm: закон\n---\n\nАкт.\n", ["docs/en/a.md avoided-form"]),
    ],
)
def test_a_change_of_a_page_or_a_term_is_seen(
    make_library: MakeLibrary, runner: TaskRunner, file: str, text: str, expected: list[str]
) -> None:
    places(make_library(PAGES), runner)
    assert places(make_library({**PAGES, file: text}), runner) == expected


def test_a_change_of_the_given_text_is_seen(make_library: MakeLibrary, runner: TaskRunner) -> None:
    library = make_library(PAGES)
    places(library, runner)
    assert places(replace(library, given_texts={"a.txt": "Order.\n"}), runner) == ["docs/en/a.md term-rendering"]
