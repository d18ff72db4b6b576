"""Whether a capital makes a word a name; sentences of every kind are in `tests/cases/terms/capitals.yml`."""

import pytest

from tlumach.languages.lemmas import Lemmatizer, words
from tlumach.terms.capitals import is_named_otherwise
from tlumach.terms.form_reading import read_form
from tlumach.terms.surroundings import Surroundings

LEMMATIZER = Lemmatizer()


@pytest.mark.parametrize(
    ("language", "form", "text", "is_other"),
    [
        ("ru", "орёл", "живёт в ⟦Орле⟧", True),
        ("ru", "орёл", "живёт в г. ⟦Орле⟧", True),
        ("ru", "орёл", "Это конец. ⟦Орлы⟧ летят", False),
        ("ru", "орёл", "Список:\n\n- ⟦Орлы⟧ летят", False),
        ("ru", "Орёл", "живёт в ⟦Орле⟧", False),
        ("ru", "известие", "«⟦Известия⟧» пишут", True),
        ("ru", "известие", "Он сказал: «⟦Известия⟧ пришли сегодня утром»", False),
        ("en", "decree", "under ⟦Decree⟧ No. 280", False),
        ("en", "china", "⟦China⟧ broke", True),
        ("en", "arms", "Small ⟦Arms⟧ Survey", True),
    ],
)
def test_a_capital_makes_a_common_noun_a_name(language: str, form: str, text: str, is_other: bool) -> None:
    before, word, after = text.replace("⟧", "⟦").split("⟦")
    found = words(before + word + after, language)
    index = next(at for at, each in enumerate(found) if each.start == len(before))
    read = read_form("term", form, language, LEMMATIZER)
    assert read
    assert is_named_otherwise(Surroundings(before + word + after, found, index, language, LEMMATIZER), read) is is_other
