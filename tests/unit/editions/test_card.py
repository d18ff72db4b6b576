from io import BytesIO

import pytest
from PIL import Image

from tlumach.editions.card import SIZE, card

LONG = "Очень длинный заголовок новости, который не помещается ни в одну строку и в две тоже; " * 4


@pytest.mark.parametrize("headline", ["", "A", "Чому ґанок їде?", "слово" * 60, LONG])
def test_a_card_is_a_small_picture_whatever_its_words(headline: str) -> None:
    content = card(headline, "Тлумач")
    with Image.open(BytesIO(content)) as image:
        assert (image.size, image.format) == (SIZE, "PNG")
    assert len(content) < 60_000
    assert content == card(headline, "Тлумач")


def test_other_words_are_another_picture() -> None:
    assert card("Так", "Тлумач") != card("Ні", "Тлумач")


def test_cyrillic_letters_are_not_boxes() -> None:
    assert card("ґ", "") != card("\uffff", "") != card("ї", "")
