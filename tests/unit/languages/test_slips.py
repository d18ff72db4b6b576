"""Which unknown words are slips of the pen: those found in published translations are among the cases."""

import pytest

from tlumach.languages.slips import is_likely_slip, letter_away

SLIPS = [
    ("симфоінію", "симфонію"), ("огранизованы", "организованы"), ("остется", "остается"), ("окрытые", "открытые"),
    ("продемонтсрировать", "продемонстрировать"), ("открытм", "открытом"), ("собстенного", "собственного"),
    ("перебваєте", "перебуваєте"), ("підсказку", "підказку"), ("використовються", "використовуються"),
    ("goverment", "government"), ("recieved", "received"), ("seperate", "separate"), ("honney", "honey"),
    ("превидущий", "превыдущий"), ("здравсвуйте", "здравствуйте"),
]  # fmt: skip
NEW = [
    ("токен", "торен"), ("логирование", "легирование"), ("парсинг", "паркинг"), ("бэклоге", "эклоге"), ("нода", "вода"),
    ("потоково", "потокове"), ("сбалансированно", "сбалансировано"), ("утилітну", "утиліту"), ("рефералы", "рефераты"),
    ("клонирований", "клонировании"), ("лінтинг", "лістинг"), ("ассеты", "кассеты"), ("кликает", "окликает"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "known"), SLIPS)
def test_an_error_of_typing_is_a_slip(word: str, known: str) -> None:
    assert known in set(letter_away(word))
    assert is_likely_slip(word, known)


@pytest.mark.parametrize(("word", "known"), NEW)
def test_a_new_word_is_no_slip_of_a_known_one(word: str, known: str) -> None:
    assert not is_likely_slip(word, known)
