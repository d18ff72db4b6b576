"""What the tests of the rules on pairs share: a pair made from two texts, and the messages of a rule on it."""

from collections.abc import Callable

import pytest

from tlumach.blocks import split
from tlumach.checks.pairs.pair import NO_LABELS, AlignedPair, Knowledge, Labels, PairFinding, PairRule, Side
from tlumach.languages.lemmas import Lemmatizer
from tlumach.languages.spelling import Knows, Speller

MakePair = Callable[..., AlignedPair]
Findings = Callable[..., list[PairFinding]]


class Listed(Knows):
    """A dictionary of a few words, with what hunspell's Python libraries call its method."""

    def __init__(self, *words: str) -> None:
        self.words = frozenset(words)

    def spell(self, word: str) -> bool:
        return word in self.words


@pytest.fixture(scope="session")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer()


@pytest.fixture
def make_pair(lemmatizer: Lemmatizer) -> MakePair:
    """Make a pair of two texts of one block each: `make_pair("Раз.", "Один.", "uk")`; `known` are a dictionary's words."""

    def make(
        source: str,
        target: str,
        language: str = "uk",
        known: tuple[str, ...] = (),
        words: bool = True,
        source_language: str = "ru",
        labels: Labels = NO_LABELS,
    ) -> AlignedPair:
        sides = (Side(source_language, split(source)[0][0]), Side(language, split(target)[0][0]))
        spellers = {language: Speller([Listed(*known)])} if known else {language: None}
        knowledge = Knowledge(lemmatizer if words else None, frozenset({"тенге"}), dict(spellers))
        return AlignedPair(*sides, knowledge, labels=labels)

    return make


@pytest.fixture
def findings(make_pair: MakePair) -> Findings:
    """Return what a rule finds in a pair of texts."""

    def find(rule: PairRule, source: str, target: str, language: str = "uk", **more: object) -> list[PairFinding]:
        return list(rule(make_pair(source, target, language, **more)))

    return find
