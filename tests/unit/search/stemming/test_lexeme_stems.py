"""The stems of lexemes, each worked out once, are those of all their forms together, late forms aside."""

from hypothesis import given
from hypothesis import strategies as st

from tlumach.languages.endings import cut, endings, fold
from tlumach.search.stemming.lexeme_stems import stems_of_lexemes

FORMS = st.sampled_from(
    ["глубже", "поглубже", "глубокий", "поглубокий", "по", "пошёл", "шёл", "Поле", "ле", "объём", "наилучший", "слова"]
)


@given(st.lists(st.frozensets(FORMS, min_size=1), max_size=4), st.sampled_from(["ru", "uk", "en", "kk", "be"]))
def test_they_are_those_of_all_forms(lexemes: list[frozenset[str]], language: str) -> None:
    table = endings(language)
    forms = {fold(form) for lexeme in lexemes for form in lexeme}
    late = {table.late_prefix + form for form in forms} if table.late_prefix else set()
    assert stems_of_lexemes(lexemes, language) == {cut(form, table) for form in forms - late}


def test_a_late_form_stands_under_no_stem_of_its_own_where_another_lexeme_has_the_rest() -> None:
    apart = stems_of_lexemes([frozenset({"поглубже"}), frozenset({"глубже"})], "ru")
    assert apart == stems_of_lexemes([frozenset({"глубже"})], "ru")
    assert stems_of_lexemes([frozenset({"поглубже"})], "ru") != apart
