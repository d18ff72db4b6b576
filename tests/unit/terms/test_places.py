"""Whether a form begins at a word of a text."""

import pytest

from tlumach.languages.lemmas import Lemmatizer, words
from tlumach.terms.form_reading import read_form
from tlumach.terms.places import TermPlace


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer()


@pytest.mark.parametrize(
    ("language", "form", "text", "holds"),
    [
        ("ru", "международное право", "⟦международному праву", True),
        ("ru", "международное право", "⟦международные праву", False),
        ("ru", "международное право", "⟦международное, право", False),
        ("ru", "международное право", "⟦международное", False),
        ("ru", "премьер", "вице-⟦премьер", False),
        ("ru", "МИД", "в ⟦МИДе", True),
        ("ru", "МИД", "⟦Мид", False),
        ("ru", "Китай", "⟦китай", False),
        ("ru", "НАТО", "Украина-⟦НАТО", False),
        ("ru", "НАТО", "и Украина-⟦НАТО", True),
        ("ru", "ОДКБ", "СНГ/⟦ОДКБ", True),
        ("en", "CSTO", "@⟦CSTO", False),
        ("en", "CSTO", "⟦CSTO.org", False),
        ("en", "Turkey", "⟦Turkey-based", True),
        ("en", "“Russian NATO”", "the “⟦Russian NATO”", True),
        ("en", "“Russian NATO”", "the ⟦Russian NATO", False),
    ],
)
def test_whether_a_form_stands_there(lemmatizer: Lemmatizer, language: str, form: str, text: str, holds: bool) -> None:
    before, _, after = text.partition("⟦")
    found = words(before + after, language)
    index = next(at for at, each in enumerate(found) if each.start == len(before))
    read = read_form("term", form, language, lemmatizer)
    assert read
    assert TermPlace(before + after, found, index, language, lemmatizer).holds(read) is holds
