from typing import Any

from tlumach.checks.pairs.content.repetition import check_different_sources, check_same_source

COMPLAINT = "Суд отклонил жалобу министерства финансов."
BRIDGE = "Мост через реку построят через год."


def test_one_sentence_in_two_ways_is_found_at_the_second(make_pair: Any) -> None:
    first = make_pair(COMPLAINT, "The court dismissed the complaint by the ministry.", "en")
    second = make_pair(COMPLAINT, "The court rejected what the ministry appealed.", "en")
    ((pair, found),) = check_same_source([first, second])
    assert pair is second and "dismissed" in found.message and "on line 1" in found.message
    assert not list(check_same_source([first, make_pair(COMPLAINT, first.target.text.upper(), "en")]))


def test_short_sentences_may_vary(make_pair: Any) -> None:
    pairs = [make_pair("Смотри также.", text, "en") for text in ("See also.", "Read more.")]
    assert not list(check_same_source(pairs))


def test_different_sentences_alike_are_found(make_pair: Any) -> None:
    same = "The court dismissed the complaint by the ministry."
    ((pair, found),) = check_different_sources([make_pair(COMPLAINT, same, "en"), make_pair(BRIDGE, same, "en")])
    assert pair.source.text == BRIDGE and "stands for" in found.message


def test_synonyms_may_be_translated_alike_but_numbers_not(make_pair: Any) -> None:
    same = "The court dismissed the complaint by the ministry."
    close = "Суд отклонил жалобу министерства юстиции."
    assert not list(check_different_sources([make_pair(COMPLAINT, same, "en"), make_pair(close, same, "en")]))
    one, other = (
        make_pair(f"Цены за прошлый год выросли на {n} процентов.", "Prices rose by 5 per cent last year.", "en")
        for n in (5, 6)
    )
    assert list(check_different_sources([one, other]))
