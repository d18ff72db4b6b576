import re

from hypothesis import given
from hypothesis import strategies as st

from tlumach.search.index.common import CODES, ESCAPE, SAMPLED, Shortener, common_words, counted, sample

TEXTS = ["Союз держав, союз держав и союз", "держав союз держав"] * 9


def spell_out(text: str, words: tuple[str, ...]) -> str:
    """What the browser makes of a shortened text."""
    codes = dict(zip(CODES, words, strict=False))
    coded = re.compile(f"{re.escape(ESCAPE)}.|[{re.escape(CODES)}]", re.DOTALL)
    return coded.sub(lambda match: match[0][1:] or codes[match[0]], text)


def test_words_that_are_common_enough_have_codes() -> None:
    words = common_words(counted(TEXTS))
    assert {" держав", " союз"} <= set(words)
    assert " и" not in words


def test_a_short_text_comes_back() -> None:
    words = common_words(counted(TEXTS))
    short = Shortener(words).shortened(TEXTS[0])
    assert len(short) < len(TEXTS[0])
    assert spell_out(short, words) == TEXTS[0]


@given(st.text(alphabet=f"абsoю ,\n_{ESCAPE}{CODES[:3]}ƀʼ", max_size=40))
def test_any_text_comes_back(text: str) -> None:
    words = (" аб", "so", "ю")
    assert spell_out(Shortener(words).shortened(text), words) == text


def test_a_code_stands_in_no_script_for_anything_else() -> None:
    assert not set(CODES + ESCAPE) & set("\\\"'\n\t ") and len(set(CODES)) == len(CODES)


def test_the_sample_is_the_same_for_any_order_and_does_not_grow_with_the_site() -> None:
    paths = [f"story-{number}/index.md" for number in range(200)]
    assert sample(paths) == sample(reversed(paths))
    assert len(sample(paths)) == SAMPLED


def test_one_more_word_in_a_text_changes_no_code() -> None:
    assert common_words(counted([*TEXTS, "держав ещё"])) == common_words(counted(TEXTS))
