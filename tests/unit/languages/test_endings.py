import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tlumach.languages import endings as module
from tlumach.languages.endings import bases, cut, endings, fold, keys_of_query, stems, typed_otherwise


@settings(max_examples=60)
@given(st.text(alphabet="абвеёилмнорстьюя'’-ґЇ", min_size=1, max_size=14), st.sampled_from(["ru", "uk"]))
def test_a_cut_leaves_a_beginning_of_the_word_and_never_nothing(word: str, language: str) -> None:
    folded = fold(word)
    stem = cut(folded, endings(language), with_prefix=False)
    assert folded.startswith(stem)
    assert len(stem) >= min(len(folded), endings(language).least)


@pytest.mark.parametrize("language", ["ru", "uk", "en", "de", "pl", "be", "kk", "tr"])
def test_every_ending_of_the_table_can_be_cut(language: str) -> None:
    table = endings(language)
    assert {len(ending) <= 6 for layer in table.layers for ending in layer} == {True}


@pytest.mark.parametrize(
    "word",
    ["третии\u0306", "тре\u0301тий", "тре\u00adтий", "тре\u200bтий", "трѐтий", "тре\ufe0fтий\u2069", "ТРЕТИЙ"],
)
def test_what_is_one_word_to_a_reader_is_folded_alike(word: str) -> None:
    assert fold(word) == "третий"


def test_ligatures_and_apostrophes_are_folded() -> None:
    assert fold("ﬁrm") == "firm"
    assert {fold(f"п{mark}ять") for mark in "'’ʼ‘`´ʹ′＇"} == {"пять"}


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Żółty", "zolty"),
        ("Straße", "strasse"),
        ("Brücken", "brucken"),
        ("İstanbul", "istanbul"),
        ("ışık", "isik"),
        ("Йогурт", "йогурт"),
        ("їжак", "їжак"),
    ],
)
def test_latin_letters_are_folded_without_their_accents(typed: str, folded: str) -> None:
    assert fold(typed) == fold(unicodedata.normalize("NFD", typed)) == folded


def test_a_superlative_is_cut_at_both_ends() -> None:
    assert keys_of_query("найсильніший", "uk")[0] == keys_of_query("сильний", "uk")[0]


def test_a_comparative_that_is_not_filed_is_looked_up_without_its_prefix() -> None:
    assert keys_of_query("подороже", "ru") == ["подорож", "дорож"]
    assert keys_of_query("larger", "en") == ["larger", "larg"]


def test_what_is_shipped_of_the_table_has_no_empty_part() -> None:
    assert set(endings("uk").shipped()) == {"layers", "oneMore", "prefix", "with"}
    assert endings("cs").shipped() == {}


def test_many_words_are_cut_as_each_by_itself_in_its_own_language() -> None:
    words = ["сильними", "страны", "countries", "країни"]
    for language in ("ru", "uk", "en", "cs"):
        for _ in range(2):
            assert stems(words, language) == {cut(word, endings(language)) for word in words}


@pytest.mark.parametrize(
    ("language", "word", "typed"),
    [
        ("de", "München", {"muenchen"}),
        ("de", "Koeln", {"koln"}),
        ("kk", "қалаға", {"калага"}),
        ("be", "Мінску", {"минску"}),
        ("cs", "řeka", set()),
    ],
)
def test_a_word_is_filed_as_those_type_it_who_lack_its_letters(language: str, word: str, typed: set[str]) -> None:
    assert typed_otherwise(word, language) == typed


def test_letters_that_change_with_the_stress_are_one_in_a_stem() -> None:
    assert cut(fold("вёскі"), endings("be")) == cut(fold("вяскі"), endings("be"))
    assert cut("рак", endings("be")) == "рак" and cut("вяска", endings("be")) == cut(
        "вёска".replace("ё", "е"), endings("be")
    )


@given(st.text(alphabet="абвеикліснтуцшэ", min_size=1, max_size=12), st.sampled_from(["be", "kk"]))
def test_what_a_word_may_be_a_form_of_begins_as_it_does(word: str, language: str) -> None:
    found = bases(word, language)
    assert word in found and all(
        base[: endings(language).least - 1] == word[: endings(language).least - 1] for base in found
    )


@given(st.sampled_from(["ru", "uk", "be", "kk", "en", "de", "pl"]), st.data())
def test_each_layer_loses_its_longest_ending_that_fits(language: str, data: st.DataObject) -> None:
    table = endings(language)
    ends = [data.draw(st.sampled_from(sorted(layer))) for layer in table.layers[::-1]]
    word = fold(data.draw(st.text("абвеикнстabenst", max_size=6)) + "".join(ends))
    left = word
    for layer in table.layers if word not in table.keep else ():
        fitting = [
            each
            for each in sorted(layer, key=len, reverse=True)
            if left.endswith(each) and len(left) - len(each) >= table.least + (each in table.one_more)
        ]
        ending = fitting[0] if fitting and not (table.unlike and left.endswith(table.unlike)) else ""
        left = left.removesuffix(ending)
        if ending in table.undouble and len(left) > table.least and left[-1] == left[-2] and left[-1] not in "lsz":
            left = left[:-1]
    assert cut(word, replace(table, swap=(), alike=()), with_prefix=False) == left


@given(st.text(st.sampled_from("абвйёґєїіЯЇabZ'’\u0301\u0306\u00adéß1-"), max_size=8))
def test_small_letters_are_folded_as_all_others_are(word: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "_PLAIN", re.compile("(?!)"))
        slowly = fold(word)
    assert fold(word) == slowly
