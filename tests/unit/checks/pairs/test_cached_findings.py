from collections.abc import Callable
from pathlib import Path

from tests.project import fresh_runner

from tlumach.checks.pairs.cached_findings import Finder
from tlumach.checks.pairs.findings import PairFindings
from tlumach.checks.pairs.knowledge import knowledge_of
from tlumach.checks.pairs.runner import outcome
from tlumach.library import Library
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import TaskRunner
from tlumach.tracking import Tracker

MakeLibrary = Callable[..., Library]
PAGES = {
    "ru/a.md": "# А\n\nВ 2021 году продали 15 машин.\n\nИ ещё «одно.\n",
    "uk/a.md": '# А\n\nУ 2021 році продали 14 машин.\n\nІ ще "одне".\n',
    "en/a.md": "# A\n\nIn 2021, 15 cars were sold.\n\nAnd “one” more.\n",
    "ru/b.md": "# Б\n",
}


def test_what_is_remembered_is_what_was_found(make_library: MakeLibrary, tmp_path: Path) -> None:
    library = make_library(PAGES)
    finder, runner = Finder(Tracker(library), knowledge_of(library, words=False)), fresh_runner(tmp_path)
    found = [finder.found(path) for path in library.paths]
    assert finder.all_found(runner) == finder.all_found(runner) == found
    assert any(isinstance(each, PairFindings) and each.compared for each in found[0]["uk"])


def test_what_is_not_remembered_is_looked_for_again(make_library: MakeLibrary, tmp_path: Path) -> None:
    runner = TaskRunner(Cache(tmp_path / "cache.db", ""), 1)
    before = outcome(Tracker(make_library(PAGES)), runner=runner).problems
    assert "numbers" in {problem.code for problem in before}
    mended = make_library({**PAGES, "uk/a.md": PAGES["uk/a.md"].replace("14", "15")})
    assert "numbers" not in {problem.code for problem in outcome(Tracker(mended), runner=runner).problems}


def test_another_glossary_is_other_knowledge(make_library: MakeLibrary, tmp_path: Path) -> None:
    library = make_library(PAGES)
    runner = TaskRunner(Cache(tmp_path / "cache.db", ""), 1)
    Finder(Tracker(library), knowledge_of(library, words=False)).all_found(runner)
    grown = make_library({**PAGES, "en/glossary/t.md": "---\nterm: Word\n---\n# Word\n\nIt is.\n"})
    finder = Finder(Tracker(grown), knowledge_of(grown, words=False))
    assert finder.all_found(runner) == [finder.found(path) for path in grown.paths]
