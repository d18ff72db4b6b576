"""Sentences left in the source's language, whatever the languages are."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.blocks import split
from tlumach.checks.pairs.content.foreign_sentences import _CITED, _MAY_CITE, foreign_sentences
from tlumach.checks.pairs.content.untranslated import check_untranslated
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, Side
from tlumach.languages.lemmas import Lemmatizer
from tlumach.languages.spelling import Knows, Speller

EN = "The talks failed. Nobody knows what the ministers will do in the next week."
RU = "Переговоры сорвались. Никто не знает, что министры будут делать на следующей неделе."
LEFT = [
    ("en", "de", EN, "Die Gespräche sind gescheitert. Nobody knows what the ministers will do in the next week."),
    ("en", "de", EN, "Die Gespräche sind gescheitert. No one can say what they will do in a week from now."),
    ("en", "kk", EN, "Келіссөздер нәтижесіз аяқталды. Nobody knows what the ministers will do in the next week."),
    ("en", "tr", EN, "Görüşmeler başarısız oldu. Nobody knows what the ministers will do in the next week."),
    ("en", "tr", EN, "The talks failed. Bakanların gelecek hafta ne yapacağını kimse bilmiyor."),
    ("en", "fr", EN, "Les pourparlers ont échoué. Nobody knows what the ministers will do in the next week."),
    ("en", "ja", EN, "交渉は決裂した。Nobody knows what the ministers will do in the next week."),
    ("en", "ar", EN, "فشلت المحادثات. Nobody knows what the ministers will do in the next week."),
    ("ru", "pl", RU, "Rozmowy zostały zerwane. Никто не знает, что министры будут делать на следующей неделе."),
    ("ru", "kk", RU, "Келіссөздер үзілді. Никто не знает, что министры будут делать на следующей неделе."),
    ("ru", "kk", RU, "Келіссөздер үзілді. Никто не может сказать, что они сделают потом."),
    ("ru", "be", RU, "Перамовы сарваліся. Никто не знает, что министры будут делать на следующей неделе."),
    ("ru", "de", RU, "Die Gespräche sind gescheitert. Никто не знает, что они сделают."),
    (
        "pl",
        "de",
        "Rozmowy się nie udały. Nikt nie wie, co zrobią.",
        "Die Gespräche sind gescheitert. Nikt nie wie, co zrobią.",
    ),
    ("ja", "en", "交渉は決裂した。誰も知らない。", "The talks failed. 誰も知らない。"),
    ("de", "en", "Die Gespräche sind gescheitert.", "Die Gespräche sind gescheitert."),
]
TRANSLATED = [
    (
        "en",
        "de",
        EN,
        "Die Gespräche sind gescheitert. Niemand weiß, was die Minister in der nächsten Woche tun werden.",
    ),
    ("en", "de", "He reads the Wall Street Journal.", "Er liest das Wall Street Journal in der Bahn."),
    ("en", "de", "They sang “God save the king” in the rain.", "Sie sangen „God save the king“ im Regen."),
    ("en", "de", "Read *The talks of the year* by him.", "Lesen Sie *The talks of the year* von ihm."),
    (
        "en",
        "kk",
        "Install Visual Studio Code and the Rust compiler.",
        "Visual Studio Code пен Rust компиляторын орнатыңыз.",
    ),
    ("en", "uk", "* `ge`: `g`reater than or `e`qual", "* `ge`: `g`reater than or `e`qual"),
    ("en", "fr", "Public opinion is important.", "L’opinion publique est importante."),
    ("en", "nl", "We were in water for a week.", "We waren een week in water."),
    ("en", "tr", "He said no.", "O “no” dedi."),
    ("ru", "be", "Он так и не пришёл к нам.", "Ён так і не прыйшоў да нас."),
    ("ru", "be", "Мы так думаем.", "Мы так думаем."),
    ("ru", "kk", "Депутат и министр здесь.", "Депутат пен министр осында."),
    ("ru", "pl", "Он играет в группе «Кино».", "Gra w zespole „Кино”."),
    ("de", "en", "Er wohnt in Baden-Baden.", "He lives in Baden-Baden."),
    ("ja", "en", "東京は大きい。", "Tokyo (東京) is big."),
    ("en", "pt-BR", "The house is big.", "A casa é grande."),
]


@pytest.mark.parametrize(("source", "target", "text", "left"), LEFT)
def test_a_sentence_left_in_the_language_of_the_source_is_found(
    findings: Any, source: str, target: str, text: str, left: str
) -> None:
    found = findings(check_untranslated, text, left, target, source_language=source, words=False)
    assert len(found) == 1, [each.message for each in found]


@pytest.mark.parametrize(("source", "target", "text", "translated"), TRANSLATED)
def test_what_is_translated_is_let_be(findings: Any, source: str, target: str, text: str, translated: str) -> None:
    found = findings(check_untranslated, text, translated, target, source_language=source, words=False)
    assert [each.message for each in found] == []


@given(st.text(st.sampled_from('аb «»“„”"‚‘’()[]「」\n'), max_size=12))
def test_what_is_cited_is_looked_for_where_a_citation_begins(text: str) -> None:
    assert _MAY_CITE.search(text) or not _CITED.search(text)


class Listed(Knows):
    """A dictionary of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = frozenset(words)

    def spell(self, word: str) -> bool:
        return word in self.words


@pytest.mark.parametrize(
    ("target", "count"), [("x `>` y означает: x больше y", 0), ("x `>` y means this: it is greater", 1)]
)
def test_names_of_one_letter_are_no_words_of_the_source(lemmatizer: Lemmatizer, target: str, count: int) -> None:
    english, russian = Listed(*["x", "y", "means", "this", "it", "is", "greater", "than"]), Listed("означает", "больше")
    known = {"en": Speller([english]), "ru": Speller([russian])}
    source = Side("en", split("x `>` y means: x is greater than y")[0][0])
    pair = AlignedPair(source, Side("ru", split(target)[0][0]), Knowledge(lemmatizer, frozenset(), known))
    assert len(list(foreign_sentences(pair))) == count
