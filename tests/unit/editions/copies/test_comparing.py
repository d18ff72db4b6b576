"""Two copies: each edit is found once, in its language, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from tlumach.editions.copies.comparing import Difference, are_unlike, differences
from tlumach.editions.copies.reading import Copy, Paragraph

LANGUAGES = st.sampled_from(["ru", "uk", "en"])
COPIES = st.lists(st.builds(Paragraph, LANGUAGES, st.text("абв", min_size=1, max_size=3)), max_size=12)


def copy_of(*texts: str, language: str = "uk") -> Copy:
    return Copy(None, tuple(Paragraph(language, text) for text in texts))


def test_changed_added_and_gone() -> None:
    old, new = copy_of("один", "два", "три", "п’ять"), copy_of("один", "2", "три", "чотири", "п’ять")
    assert differences(old, new) == [Difference("uk", "два", "2"), Difference("uk", "", "чотири")]
    assert differences(new, old) == [Difference("uk", "2", "два"), Difference("uk", "чотири", "")]


def test_what_has_only_moved_is_no_difference() -> None:
    assert differences(copy_of("а", "б", "в"), copy_of("в", "а", "б")) == []


def test_two_texts() -> None:
    assert are_unlike(copy_of("а", "б", "в"), copy_of("г", "ґ", "д"))
    assert not are_unlike(copy_of("а", "б", "в"), copy_of("а", "б", "г"))


@given(COPIES, COPIES)
def test_every_paragraph_that_only_one_has_is_told_once(then: list[Paragraph], now: list[Paragraph]) -> None:
    old, new = Copy(None, tuple(then)), Copy(None, tuple(now))
    found = differences(old, new)
    gone, come = list(then), list(now)
    for each in then:
        if each in come:
            come.remove(each)
            gone.remove(each)
    assert sorted(Paragraph(each.language, each.then) for each in found if each.then) == sorted(gone)
    assert sorted(Paragraph(each.language, each.now) for each in found if each.now) == sorted(come)


@given(COPIES)
def test_a_copy_is_as_itself(texts: list[Paragraph]) -> None:
    assert differences(Copy(None, tuple(texts)), Copy(None, tuple(texts))) == []
