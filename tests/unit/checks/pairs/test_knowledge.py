"""What the rules know beside the texts."""

from dataclasses import replace

import pytest
from tests.conftest import MakeLibrary

from tlumach.checks.pairs.knowledge import glossary_words, knowledge_of, wrong_in_lists
from tlumach.languages.dictionaries import has_library
from tlumach.languages.lemmas import Lemmatizer

TERM = "---\nterm: {}\n---\n# Х\n\nОпределение.\n"


@pytest.mark.parametrize(
    ("language", "term", "form"),
    [("ru", "Байрактар", "байрактарами"), ("uk", "Шахед", "шахеди"), ("en", "Shahed", "shaheds"), ("ru", "дом", "дом")],
)
def test_the_names_of_terms_are_known_in_other_forms(
    make_library: MakeLibrary, language: str, term: str, form: str
) -> None:
    library = make_library({f"{language}/glossary/x.md": TERM.format(term)})
    assert form in glossary_words(library, language, Lemmatizer())
    assert (form in glossary_words(library, language)) == (form == term.lower())


def test_the_words_of_the_project_are_known_and_what_is_wrong_with_them_is_told(make_library: MakeLibrary) -> None:
    library = replace(make_library({"ru/a.md": "# А\n"}), word_lists={"ru": "зюзюблик\nx y\nнода/несуществ\n"})
    known = knowledge_of(library, words=True)
    assert known["ru"].reads("ru", "Зюзюблик") and not known["uk"].reads("uk", "зюзюблик")
    wrong = [(each.path, each.line) for each in wrong_in_lists(library, known)]
    assert wrong == [
        ("words/ru.txt", 2),
        *([("words/ru.txt", 3)] if has_library() and known["ru"].spelling("ru") else []),
    ]
