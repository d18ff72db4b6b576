"""A library whose records are read when they are asked for is the one of which all were read, whatever was edited between."""

import random
from pathlib import Path

import pytest
from tests.edits import edit, small_project
from tests.translator import Desk

from tlumach.checks import RULES
from tlumach.library import Library, files
from tlumach.library.files import read_library
from tlumach.problems import in_order
from tlumach.records import Record, on_demand
from tlumach.records.on_demand import RecordsOnDemand, Text, facts_of_record, with_records
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import TaskRunner

WRONG = 'msgid ""\nmsgstr ""\n\n#. confirmed: 31 June\nmsgctxt "a"\nmsgid "А"\nmsgstr "Б"\n\nmsgctxt "a"\nmsgid "В"\nmsgstr "Г"\n'


def known(root: Path, runner: TaskRunner | None) -> tuple[object, ...]:
    library, problems = read_library(root, runner)
    assert library is not None
    records = dict(library.records)
    known = {place: facts_of_record(record) for place, record in records.items() if place not in library.carried}
    assert library.record_facts == known
    return records, library.carried, library.digests, [str(each) for each in in_order(problems)]


def meddle(root: Path, chance: random.Random) -> None:
    """Do to a record what no command does."""
    record = root / "translations/uk" / chance.choice(("first/index.po", "second/notes.po", "gone.po"))
    record.parent.mkdir(parents=True, exist_ok=True)
    kind = chance.randrange(4)
    if kind == 0:
        record.write_bytes(b"\xff no UTF-8")
    elif kind == 1:
        record.write_text("no PO file")
    elif kind == 2:
        record.write_text(WRONG)
    elif record.exists():
        record.write_text(
            record.read_text(errors="replace").replace('\nmsgctxt "e1', '\n# waive dashes: ok\nmsgctxt "e1')
        )


@pytest.mark.parametrize("seed", range(3))
def test_after_random_edits_it_is_the_same(tmp_path: Path, seed: int) -> None:
    chance, root = random.Random(f"records {seed}"), small_project(tmp_path / "project")
    runner = TaskRunner(Cache(tmp_path / "cache.db", ""), 1)
    for _ in range(12):
        names = [edit(root, chance) for _ in range(4)]
        meddle(root, chance)
        assert known(root, runner) == known(root, None), names


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of the records that are read."""
    found = list[str]()
    for module in (files, on_demand):
        original = module.read_record

        def noted(text: str, file: str, original: object = original) -> object:
            found.append(file)
            return original(text, file)  # type: ignore[operator]

        monkeypatch.setattr(module, "read_record", noted)
    return found


def moved(desk: Desk) -> Library:
    library, _ = read_library(desk.root, TaskRunner(Cache(desk.root / "cache.db", ""), 1))
    assert library is not None
    return library


def test_only_what_has_changed_is_read(tmp_path: Path, read: list[str]) -> None:
    desk = Desk(tmp_path)
    for name in ("a", "b"):
        desk.write(f"docs/ru/{name}.md", f"# Название {name}\n\nАбзац о горах и реках {name}.\n")
        desk.write(f"docs/uk/{name}.md", f"# Назва {name}\n\nАбзац про гори та ріки {name}.\n")
    desk.run("confirm", "--all", "--language", "uk")
    moved(desk)
    read.clear()
    assert len(moved(desk).records) == 2 and read == []
    desk.edit("docs/uk/b.md", "гори", "море")
    library = moved(desk)
    assert len(library.records["uk", "b.md"].entries) == 2 and read == ["translations/uk/b.po"]
    assert len(library.records["uk", "a.md"].entries) == 2 and read[1:] == ["translations/uk/a.po"]
    number = len(read)
    assert library.record("uk", "a.md") and library.record("uk", "c.md") is None and len(read) == number


def test_no_rule_of_all_records_reads_one_that_is_known(tmp_path: Path, read: list[str]) -> None:
    desk = Desk(tmp_path)
    desk.write("docs/ru/a.md", "# Название\n\nАбзац о горах.\n")
    desk.write("docs/uk/a.md", "# Назва\n\nАбзац про гори.\n")
    desk.run("confirm", "--all", "--language", "uk")
    moved(desk)
    read.clear()
    library = moved(desk)
    for rule in RULES:
        list(rule(library))
    assert read == []


def test_others_take_the_place_of_what_stands_there() -> None:
    one, other = Text("translations/uk/a.po", lambda _: (WRONG, [])), Record()
    records = with_records(RecordsOnDemand({("uk", "a.md"): one}), {("uk", "b.md"): other})
    assert [*records] == [("uk", "a.md"), ("uk", "b.md")] and len(records) == 2 and ("uk", "b.md") in records
    assert len(records["uk", "a.md"].entries) == 1 and records["uk", "b.md"] is other
    assert with_records(records, {("uk", "a.md"): other})["uk", "a.md"] is other
    assert with_records({("uk", "a.md"): other}, {}) == {("uk", "a.md"): other}
