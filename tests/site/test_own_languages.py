"""A site in languages of which the project says all that is known: the file reaches everything, and remakes what depends on it."""

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.edits import small_project

import tlumach.languages.endings
import tlumach.languages.messages
import tlumach.languages.profiles
from tlumach.checks import check_library
from tlumach.languages.own_language import OwnLanguage, said_of
from tlumach.library.files import read_library
from tlumach.plugin.mkdocs_runner import build_site
from tlumach.tasks.tasks import Item, Task, TaskRunner, task_runner_in
from tlumach.tracking import tracker_of

CASES = Path(__file__).parent.parent / "cases/own_languages"
LANGUAGES = ("ru", "tt", "ka")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project in Russian, Tatar and Georgian."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    root = small_project(tmp_path / "project")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    for old, new in (("uk", "tt"), ("en", "ka")):
        (root / "docs" / old).rename(root / "docs" / new)
        settings = settings.replace(f"locale: {old}", f"locale: {new}")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copytree(CASES, root / "languages")
    return root


def built(root: Path, name: str) -> dict[str, str]:
    """Check and build the project, and return its pages by their names."""
    site = root.parent / name
    site.mkdir()
    runner = replace(task_runner_in(root), processes=1)
    library, problems = read_library(root, runner)
    assert library is not None and not [each for each in problems if each.path.startswith("languages/")]
    tracker = tracker_of(library, runner)
    check_library(library, runner=runner, reading=problems, tracker=tracker)
    assert build_site(root, site, tracker, runner) == []
    return {each.relative_to(site).as_posix(): each.read_text(encoding="utf-8") for each in site.rglob("*.html")}


def test_no_code_of_a_language_goes_without_what_is_said_of_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever makes a code anew, of a folder's name or of the cache, loses what the project says."""
    bare = []

    def spy(language: str) -> object:
        if language in LANGUAGES[1:] and not isinstance(language, OwnLanguage):
            bare.append(language)
        return said_of(language)

    for module in (tlumach.languages.profiles, tlumach.languages.endings, tlumach.languages.messages):
        monkeypatch.setattr(module, "said_of", spy)
    pages = built(root, "site")
    built(root, "again")  # of what is kept
    assert "Меню" in pages["tt/index.html"] and "Меню" not in pages["ka/index.html"]
    assert bare == []


def test_a_changed_file_makes_anew_what_depends_on_it_and_nothing_else(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Counter[str]()
    real = TaskRunner.make

    def counting(self: TaskRunner, kind: Task[Item], item: Item) -> bytes:
        made[kind.name] += 1
        return real(self, kind, item)

    monkeypatch.setattr(TaskRunner, "make", counting)
    before = built(root, "first")
    every = made.copy()
    made.clear()
    built(root, "same")
    assert not made
    file = root / "languages/tt.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("Меню", "Сайлак"), encoding="utf-8")
    after = built(root, "word")
    assert set(made) == {"page", "reader", "republishing", "feed", "feed, entry", "card told", "term base"}
    of_one = ("page", "feed", "card told")
    assert [made[name] for name in of_one] == [every[name] // len(LANGUAGES) for name in of_one]
    assert {name.split("/")[0] for name in after if after[name] != before[name]} == {"tt"}
    made.clear()
    file.write_text(file.read_text(encoding="utf-8").replace("card 3", "card 33"), encoding="utf-8")
    built(root, "number")
    assert made["findings"] == every["findings"] and not made.keys() & {
        "facts",
        "ids",
        "front matter",
        "records",
        "card",
    }
