"""A language of which a project says more than the package knows."""

import json
import pickle

from tlumach.checks.pairs.numbers.words.lexicon import is_deep, sense, unit_pattern
from tlumach.languages.alphabets import foreign_to
from tlumach.languages.cldr.tables import quotation_marks
from tlumach.languages.collation import sort_key
from tlumach.languages.dictionaries import names_of
from tlumach.languages.endings import keys_of_query
from tlumach.languages.own_language import NOT_CHECKED, OwnData, OwnLanguage, remembered, said_of, told_of
from tlumach.languages.profiles import decimal_sign, direction, profile, script


def said(code: str, **own: object) -> OwnLanguage:
    return OwnLanguage(code, OwnData(own))


def test_it_is_a_code_like_any_other() -> None:
    language = said("tt", dash="–")
    assert language == "tt" and {"tt": 1}[language] == 1 and f"docs/{language}" == "docs/tt"
    assert json.dumps({language: language}) == '{"tt": "tt"}'
    assert repr(language) == "'tt'"
    assert type(str(language)) is str and said_of(str(language)) == {}
    other = pickle.loads(pickle.dumps(language))
    assert other == language and said_of(other) == {"dash": "–"}


def test_two_projects_do_not_meet_in_what_is_remembered() -> None:
    asked = []

    @remembered
    def dash(what: str, language: str) -> object:
        asked.append(what)
        return said_of(language).get("dash")

    one, other = said("tt", dash="–"), said("tt", dash="—")
    assert [dash("a", each) for each in (one, "tt", other, one, "tt", other)] == ["–", None, "—"] * 2
    assert asked == ["a", "a", "a"]


def test_what_is_said_is_told_apart() -> None:
    one, same, other = said("tt", dash="–"), said("tt", dash="–"), said("tt", dash="–", messages={"nav.menu": "Меню"})
    assert told_of(one) == told_of(same) != told_of(other)
    assert told_of(one) == told_of(other, NOT_CHECKED)
    assert told_of("tt") == told_of(said("tt")) == ""


def test_words_and_units_of_a_project_go_before_ours_and_ours_stay() -> None:
    language = said("de", numbers={"words": "card 7 hupp\nmag 1000000 mille", "units": "ell Ellen?"})
    found = sense("mille", language), sense("hupp", language), sense("zwölf", language)
    assert [each and each.values for each in found] == [(1000000,), (7,), (12,)]
    assert sense("mille", "de") is None
    assert unit_pattern(language).match(" Ellen") and unit_pattern(language).match(" Kilometer")
    assert not unit_pattern("de").match(" Ellen")


def test_a_language_that_the_package_lacks_has_the_words_of_the_cldr_beside_its_own() -> None:
    language = said("tt", numbers={"words": "card 5 биш"})
    assert is_deep(language) and not is_deep("tt") and not is_deep(said("tt", numbers={"words": "mag 1000 мең"}))
    month = sense("гыйнвар", language)
    assert month and month.kind == "month"
    unknown = said("crh", months=[f"ay{'xyz'[at // 5]}{'abcde'[at % 5]}arı" for at in range(12)])
    found = sense("ayzbarınıñ", unknown)
    assert found == ("month", (12,))


def test_letters_marks_signs_and_direction() -> None:
    language = said("tt", alphabet="а ә б", quotation_marks=["«»", "„“"], decimal=".", direction="rtl", script="Arab")
    assert sorted(["б", "ә", "а"], key=lambda word: sort_key(word, language)) == ["а", "ә", "б"]
    letters = foreign_to(language)
    assert letters and letters.search("ы") and letters.search("Ы") and not letters.search("әӘбБ")
    assert quotation_marks(language) == (("«", "»"), ("„", "“")) != quotation_marks("tt")
    assert quotation_marks(said("tt", quotation_marks=["«»"])) == (("«", "»"), ("«", "»"))
    assert (decimal_sign(language), decimal_sign("tt")) == (".", ",")
    assert (direction(language), script(language), direction("tt")) == ("rtl", "Arab", "ltr")


def test_endings_dictionaries_and_words_that_deny() -> None:
    language = said(
        "tt", endings={"least": 2, "layers": ["да дә"]}, hunspell=["tt_RU"], negations=["юк"], common="һәм бу"
    )
    assert keys_of_query("күпердә", language) == ["күпер"] and keys_of_query("күпердә", "tt") == ["күпердә"]
    assert keys_of_query("Häuser", said("de", endings={"stop": "x"})) == keys_of_query("Häuser", "de")
    assert names_of(language, []) == [] and profile(language).hunspell == ("tt_RU",)
    assert profile(language).negations == ("юк",) and profile(language).common == {"һәм", "бу"}
    assert "nicht" in profile(said("de", negations=["nimmer"])).negations


def test_a_region_has_what_its_language_has_and_its_own() -> None:
    assert profile(said("de-AT", dash="—")).hunspell == profile("de").hunspell
    assert keys_of_query("Häuser", "de-AT") == keys_of_query("Häuser", "de")
