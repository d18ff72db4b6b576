from pathlib import Path

from tests.unit.languages.test_spelling import Listed

from tlumach.checks.pairs.pair import Knowledge
from tlumach.checks.pairs.spelling.answers import KeptAnswers
from tlumach.languages.spelling import Speller
from tlumach.tasks.cache import Cache


def asked(folder: Path, path: str, words: list[str], *known: str, told: str = "") -> list[bool]:
    """Ask a new speller, as in a new run, that knows these words, and return what it said of others on the page of a path."""
    knowledge = {
        "en": Knowledge(spellers={"en": Speller([Listed(*known)])}),
        "kk": Knowledge(spellers={"kk": None}),
    }
    with KeptAnswers(Cache(folder / "cache.db", ""), told, knowledge).of(path):
        return [bool(knowledge["en"].spells("en", word)) for word in words]


def test_what_was_answered_on_a_path_is_answered_there_again(tmp_path: Path) -> None:
    assert asked(tmp_path, "a.md", ["honey", "honney"], "honey") == [True, False]
    assert asked(tmp_path, "a.md", ["honney", "bee", "honey"], "bee", "honney") == [False, True, True]
    assert asked(tmp_path, "a.md", ["bee", "honey"]) == [True, True]


def test_what_stands_on_the_page_no_more_is_not_kept(tmp_path: Path) -> None:
    assert asked(tmp_path, "a.md", ["honey", "bee"], "honey", "bee") == [True, True]
    assert asked(tmp_path, "a.md", ["bee"]) == [True]
    assert asked(tmp_path, "a.md", ["honey"]) == [False]


def test_other_paths_and_other_dictionaries_are_asked_anew(tmp_path: Path) -> None:
    assert asked(tmp_path, "a.md", ["honey"], "honey") == [True]
    assert asked(tmp_path, "b.md", ["honey"]) == [False]
    assert asked(tmp_path, "a.md", ["honey"], told="another") == [False]
