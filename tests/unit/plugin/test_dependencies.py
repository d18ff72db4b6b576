"""Whatever is edited: a page of which the dependencies are the same is made of the same."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.edits import edit, small_project
from tests.unit.editions.images import drawing

from tlumach.languages.messages import load_messages
from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.plugin.dependencies import Dependencies
from tlumach.plugin.page_context import ContextBuilder
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import TaskRunner
from tlumach.tasks.workers import shared
from tlumach.tracking import Tracker

EDITS = 150
Views = dict[tuple[str, str], tuple[str, str, str]]


def pages_of(root: Path) -> Views:
    """Return what each page depends on, what it is made of with its pictures' addresses, and the glance (empty: none), by language
    and path.
    """
    library, _ = read_library(root)
    assert library is not None
    tracker = Tracker(library)
    gatherer = ContextBuilder(tracker, root)
    dependencies = Dependencies(tracker, gatherer, TaskRunner(Cache(root.parent / "cards.db", ""), 1))
    found: Views = {}
    for language in library.settings.languages:
        glance = dependencies.glance(language)
        for page in library.shown(language):
            seen = glance.of(page.path)
            shown = gatherer.shown(page, load_messages(language))
            targets = [(shown.rendering.address(link.target), shown.rendering.size(link.target)) for link in page.links]
            found[language, page.path] = (
                repr(dependencies.of(page.path, language)),
                repr((shown, targets)),
                repr((glance.shared, seen)) if seen else "",
            )
    return found


def touched_places(before: Views, after: Views) -> set[tuple[str, str]]:
    """Return the pages that depend on something else than they did."""
    return {place for place, (depends, *_) in after.items() if depends != before[place][0]}


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_depends_on_the_same_is_made_of_the_same(tmp_path: Path, seed: int) -> None:
    chance, root = random.Random(seed), small_project(tmp_path / "project")
    before, changed, seen = pages_of(root), 0, 0
    for _ in range(EDITS):
        name = edit(root, chance)
        after = pages_of(root)
        for place in before.keys() & after.keys():
            changed += before[place][1] != after[place][1]
            if before[place][0] == after[place][0]:
                assert before[place][1] == after[place][1], (name, place)
            if before[place][2] == after[place][2] != "":
                seen += 1
                assert before[place][0] == after[place][0], (name, place)
        before = after
    assert changed > EDITS and seen > EDITS  # the edits do change pages, and many are told at a glance


def test_an_edit_of_one_explainer_leaves_the_others_alone(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    before = pages_of(root)
    file = root / "docs/uk/first/notes.md"
    file.write_text(file.read_text() + "\nA new paragraph.\n")
    after = pages_of(root)
    touched = {path for (_, path) in touched_places(before, after)}
    assert touched == {"first/index.md", "first/notes.md"}


def test_an_edit_of_a_sentence_with_a_term_reaches_the_term(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    before = pages_of(root)
    file = root / "docs/uk/first/notes.md"
    file.write_text(file.read_text().replace("](../glossary/c.md)", "](../glossary/c.md) there"))
    touched = touched_places(before, pages_of(root))
    assert ("uk", "glossary/c.md") in touched
    assert {path for _, path in touched} == {"first/index.md", "first/notes.md", "glossary/c.md"}


def test_an_edit_of_a_definition_reaches_those_who_show_it(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    before = pages_of(root)
    file = root / "docs/en/glossary/b.md"
    file.write_text(file.read_text().replace("It is b.", "It is another b."))
    after = pages_of(root)
    touched = touched_places(before, after)
    shown_in = {("en", "first/index.md"), ("en", "second/index.md")}
    own = {(language, "glossary/b.md") for language in ("ru", "uk", "en")}
    assert shown_in | own <= touched
    assert {path for _, path in touched - shown_in - own} <= {
        "index.md",
        "glossary/index.md",
        "download.md",
    }  # the lists


def test_a_picture_of_another_size_reaches_the_pages_that_show_it(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    before = pages_of(root)
    (root / "docs/ru/first/map.png").write_bytes(drawing(size=(300, 200)))
    touched = touched_places(before, pages_of(root))
    assert touched == {(language, "first/notes.md") for language in ("ru", "uk", "en")}


def test_dependencies_are_told_alike_in_every_process(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    library, _ = read_library(root)
    assert isinstance(library, Library)
    told = [
        repr(Dependencies(tracker, ContextBuilder(tracker, root)).of("first/index.md", "uk"))
        for tracker in (Tracker(library), Tracker(library))
    ]
    assert told[0] == told[1] and " at 0x" not in told[0]


def test_dependencies_are_told_within_a_process_of_a_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build from nothing tells its keys there; such a process may start no others."""
    monkeypatch.setattr("tlumach.tasks.workers.FEWEST", 1)
    monkeypatch.setattr("tlumach.plugin.dependencies.LEAST", 1)
    root = small_project(tmp_path / "project")
    library, _ = read_library(root)
    assert isinstance(library, Library)
    tracker, runner = Tracker(library), TaskRunner(Cache(tmp_path / "cache.db", ""), 2)
    dependencies = Dependencies(tracker, ContextBuilder(tracker, root), runner)

    def told(paths: Sequence[str]) -> list[str]:
        return [repr(dependencies.of(path, "uk")) for path in paths]

    assert shared(library.paths, told, 2) == told(library.paths)
