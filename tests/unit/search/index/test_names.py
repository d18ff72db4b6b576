import pytest

from tlumach.languages.lemmas import Lemmatizer
from tlumach.search.index.names import by_beginning, names_of, said_in, words_of_names
from tlumach.search.stemming.keys import Keys
from tlumach.search.stemming.suggestions import spelled
from tlumach.terms.glossary import Avoided, Term


@pytest.fixture(scope="module")
def keys() -> Keys:
    return Keys(Lemmatizer())


def term(name: str, *forms: str, avoid: str = "") -> Term:
    avoided = (Avoided(avoid, "why"),) if avoid else ()
    return Term("uk", "glossary/csto.md", name, "", forms, avoided, "", "", {}, "")


def said(text: str, keys: Keys, *terms: Term) -> set[str]:
    return said_in(spelled(text, "uk"), by_beginning(names_of(terms, "uk", keys)))


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("про Організацію Договору про колективну безпеку пишуть", True),
        ("Організації Договору про колективну безпеку", True),
        ("Організації безпеки", False),
        ("військам ОДКБ", True),
        ("слово Договір", False),
    ],
)
def test_a_name_is_heard_in_any_form(text: str, is_said: bool, keys: Keys) -> None:
    csto = term("Організація Договору про колективну безпеку", "ОДКБ")
    assert said(text, keys, csto) == ({"glossary/csto.md"} if is_said else set())


@pytest.mark.parametrize(("text", "is_said"), [("до НАТО", True), ("про НАТОм", True), ("подруга Ната", False)])
def test_an_abbreviation_is_heard_in_capitals_alone(text: str, is_said: bool, keys: Keys) -> None:
    assert said(text, keys, term("НАТО")) == ({"glossary/csto.md"} if is_said else set())


def test_a_rendering_to_avoid_is_asked_for_but_not_heard(keys: Keys) -> None:
    names = names_of([term("ОДКБ", avoid="ОДКО")], "uk", keys)
    assert [name.is_avoided for name in names] == [False, True]
    assert said("ОДКО", keys, term("ОДКБ", avoid="ОДКО")) == set()


def test_words_that_say_nothing_are_not_asked_for(keys: Keys) -> None:
    (name,) = names_of([term("договір про безпеку")], "uk", keys)
    assert (len(name.words), len(name.asked)) == (3, 2)
    assert names_of([term("про")], "uk", keys) == []


def test_the_words_of_the_names_are_those_whose_keys_are_asked_for(keys: Keys) -> None:
    terms = [term("Прем’єр-міністр", "ґрунт", avoid="Про ОДКО")]
    fresh = Keys(Lemmatizer())
    names_of(terms, "uk", fresh)
    assert {("uk", word) for word in words_of_names(terms, "uk")} == fresh.known.keys()
    assert {"прем'єр", "ґрунт", "одко"} <= words_of_names(terms, "uk")
