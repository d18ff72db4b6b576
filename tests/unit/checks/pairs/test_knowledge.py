"""What the rules know beside the texts."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import MakeLibrary
from tests.project import closed, fresh_runner, told_by_digests

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
    assert form in knowledge_of(library, words=True)[language].names
    assert form in glossary_words([term], language, Lemmatizer())
    assert (form in glossary_words([term], language)) == (form == term.lower())


def test_names_that_are_kept_are_those_that_are_read(make_library: MakeLibrary, tmp_path: Path) -> None:
    runner, found = fresh_runner(tmp_path), []
    for term in ("Шахед", "Байрактар"):
        pages = {"ru/glossary/x.md": "# Дрон\n\nОпределение.\n", "uk/glossary/x.md": TERM.format(term)}
        library = make_library(pages)
        found += [{each: known.names for each, known in knowledge_of(library, False, runner).items()} for _ in "12"]
        assert found[-1] == {each: known.names for each, known in knowledge_of(library, False).items()}
    assert found[0] == found[1] != found[2] == found[3]


def test_a_glossary_that_has_not_changed_is_not_read(make_library: MakeLibrary, tmp_path: Path) -> None:
    library = told_by_digests(make_library({"ru/glossary/x.md": TERM.format("Шахед"), "ru/a/index.md": "# А\n"}))
    runner = fresh_runner(tmp_path)
    knowledge_of(library, False, runner)
    assert "шахед" in knowledge_of(closed(library), False, runner)["ru"].names


def test_the_words_of_the_project_are_known_and_what_is_wrong_with_them_is_told(make_library: MakeLibrary) -> None:
    library = replace(make_library({"ru/a.md": "# А\n"}), word_lists={"ru": "зюзюблик\nx y\nнода/несуществ\n"})
    known = knowledge_of(library, words=True)
    assert known["ru"].reads("ru", "Зюзюблик") and not known["uk"].reads("uk", "зюзюблик")
    wrong = [(each.path, each.line) for each in wrong_in_lists(library, known)]
    assert wrong == [
        ("words/ru.txt", 2),
        *([("words/ru.txt", 3)] if has_library() and known["ru"].spelling("ru") else []),
    ]
