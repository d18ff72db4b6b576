"""Codes in words: the same number in every language, and two numbers never in the same words."""

import hashlib

import code_words
from hypothesis import given
from hypothesis import strategies as st

from tlumach.editions.copies.code_words import LENGTH, count, in_words, number_of

LANGUAGES = ("en", "uk", "ru", "be", "de", "es", "fr", "kk", "pl", "tr", "ar", "fa")


@given(st.integers(0, count() - 1), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_a_code_says_its_number_in_any_language(number: int, one: str, other: str) -> None:
    assert number_of(in_words(number, one)) == number_of(in_words(number, other)) == number


def test_the_same_things_in_every_language() -> None:
    assert in_words(0, "en") == ("abacus",) * LENGTH
    assert in_words(1, "uk") == ("акордеон", *["рахівниця"] * 5)
    assert in_words(1, "de-AT") == in_words(1, "de")
    assert in_words(1, "ar") == ("أكورديون", *["معداد"] * 5)
    assert in_words(1, "ka") == in_words(1, "en")  # it has no words of its own


def test_as_people_write_it_down() -> None:
    code = in_words(123_456_789, "tr")
    assert number_of([word.capitalize() for word in code]) == 123_456_789
    assert number_of(code[:5]) is None
    assert number_of([*code[:5], "xyzzy"]) is None
    assert number_of([*in_words(7, "uk")[:5], in_words(7, "fr")[5]]) is None  # not in one language


def test_codes_of_100_000_texts_differ() -> None:
    texts = (hashlib.sha256(str(each).encode()).digest() for each in range(100_000))
    assert len({int.from_bytes(digest) % count() for digest in texts}) == 100_000


def test_no_language_has_a_word_twice() -> None:
    base = round(count() ** (1 / LENGTH))
    for language in LANGUAGES:
        assert len({in_words(number, language)[0].casefold() for number in range(base)}) == base, language


def test_the_browser_has_the_same_words() -> None:
    assert code_words.SCRIPT.read_text(encoding="utf-8") == code_words.script()
    assert f'  en: "{" ".join(in_words(0, "en")[:1])} ' in code_words.script()


def test_every_word_is_letters_alone_as_the_line_of_a_version_is_read() -> None:
    base = round(count() ** (1 / LENGTH))
    assert all(in_words(number, language)[0].isalpha() for language in LANGUAGES for number in range(base))
