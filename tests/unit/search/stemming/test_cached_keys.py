from pathlib import Path

import pytest

from tlumach.languages.lemmas import Lemmatizer
from tlumach.search.stemming.keys import FEWEST, Keys, learn
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import TaskRunner

NUMBERS = [f"слово{number}" for number in range(FEWEST * 12)]
WORDS = {"ru": ["экспорта", "на", "ёлки"], "uk": ["києва", "на"], "en": ["countries", "the"]}


class NoLemmatizer(Lemmatizer):
    """One that must not be asked."""

    def readings(self, word: str, language: str) -> tuple[()]:
        raise AssertionError(word)

    def lexemes(self, word: str, language: str) -> list[frozenset[str]]:
        raise AssertionError(word)


def runner_in(folder: Path) -> TaskRunner:
    return TaskRunner(Cache(folder / "cache.db", ""), 1)


def test_what_was_learnt_is_what_is_worked_out(tmp_path: Path) -> None:
    asked = Keys(Lemmatizer())
    for _ in range(2):
        learnt = Keys(Lemmatizer())
        learn(learnt, WORDS, "keys", runner_in(tmp_path))
        for language, words in WORDS.items():
            assert [learnt.of(word, language) for word in words] == [asked.of(word, language) for word in words]
            assert [learnt.of_any(word, language) for word in words] == [asked.of_any(word, language) for word in words]


def test_what_was_learnt_before_needs_no_dictionary(tmp_path: Path) -> None:
    learn(Keys(Lemmatizer()), WORDS, "keys", runner_in(tmp_path))
    keys = Keys(NoLemmatizer())
    learn(keys, {language: reversed(words) for language, words in WORDS.items()}, "keys", runner_in(tmp_path))
    assert keys.of("экспорта", "ru") and keys.of("на", "uk") == ()
    with pytest.raises(AssertionError):
        keys.of("экспорт", "ru")


def test_a_new_word_costs_those_beside_it(tmp_path: Path) -> None:
    asked: list[str] = []

    class Noting(Lemmatizer):
        def lexemes(self, word: str, language: str) -> list[frozenset[str]]:
            asked.append(word)
            return super().lexemes(word, language)

    learn(Keys(Noting()), {"uk": NUMBERS}, "keys", runner_in(tmp_path))
    assert len(set(asked)) == len(NUMBERS)
    asked.clear()
    learn(Keys(Noting()), {"uk": [*NUMBERS, "слово55а"]}, "keys", runner_in(tmp_path))
    assert "слово55а" in asked
    assert len(set(asked)) < len(NUMBERS) / 2
