"""Recognising recorded texts among blocks."""

from tlumach.alignment.recognition import Recognised, recognise, replaced
from tlumach.blocks import Block, BlockKind, split

LONG = "Указ подписал президент, и с этого дня вывоз оружия из страны приостановлен на год."
SHORT = "Причину ведомство не назвало."
PLANT = "Завод в Петропавловске остановили весной из-за нехватки деталей."


def page(*texts):
    return split("\n\n".join(texts))[0]


def test_left_alone():
    assert recognise([LONG, SHORT], page(LONG, SHORT)) == Recognised({0: 0, 1: 1})


def test_edited_is_found_before_replaced():
    known = recognise([LONG, PLANT], page("Начало.", LONG.replace("год", "два года"), PLANT))
    assert known.texts == {1: 0, 2: 1}


def test_the_larger_part_of_a_split_keeps_the_text_and_the_other_is_not_free():
    known = recognise([f"{LONG} {SHORT}", PLANT], page(LONG, SHORT, PLANT))
    assert known == Recognised({0: 0, 2: 1}, parts=frozenset({1}))
    known = recognise([f"{SHORT} {LONG}", PLANT], page(SHORT, LONG, PLANT))
    assert known == Recognised({1: 0, 2: 1}, parts=frozenset({0}))


def test_the_larger_of_merged_texts_is_kept_and_the_other_is_not_free():
    texts, blocks = [SHORT, LONG, PLANT], page("Соседи промолчали, и тогда все уехали.", f"{SHORT} {LONG}", PLANT)
    known = recognise(texts, blocks)
    assert known == Recognised({1: 1, 2: 2}, merged=frozenset({0}))
    assert replaced(texts, blocks, known) == {}


def test_far_away_an_edited_text_must_be_more_alike():
    moved = PLANT.replace("весной", "летом")
    assert recognise([PLANT, SHORT], page(SHORT, moved)).texts == {0: 1, 1: 0}
    little_left = "Завод в Петропавловске так и не открыли из-за нехватки деталей и людей."
    assert recognise([PLANT, LONG], page("А.", little_left, LONG)).texts == {1: 0, 2: 1}
    assert recognise([PLANT, SHORT], page(SHORT, little_left)).texts == {0: 1}


def test_other_kinds_are_not_the_same_text():
    assert recognise([LONG, SHORT], page(f"> {LONG}", SHORT)).texts == {1: 1}


def test_footnotes_by_text_then_by_key():
    texts = ["[^1]: Данные министерства обороны.", "[^2]: Перевод редакции."]
    blocks = page("[^1]: Снимок.", "[^2]: Данные министерства обороны.", "[^3]: Иначе.")
    assert recognise(texts, blocks).texts == {1: 0}
    assert recognise(texts, page("[^1]: Снимок.", "[^3]: Иначе.")).texts == {0: 0}
    alike = ["[^a]: Там же.", "[^b]: Там же!"]
    assert recognise(alike, page("[^b]: Там же", "[^a]: Там же")).texts == {0: 1, 1: 0}


def test_what_took_the_place_of_another():
    texts, blocks = ["# А", "## Итоги", SHORT], page("# А", "## Что дальше", "Новый абзац.", SHORT)
    known = recognise(texts, blocks)
    assert known.texts == {0: 0, 3: 2}
    assert replaced(texts, blocks, known) == {1: 1}


def test_an_empty_recorded_text_is_no_block():
    blocks = [Block(BlockKind.PARAGRAPH, 1, SHORT)]
    known = recognise([""], blocks)
    assert known.texts == {} and replaced([""], blocks, known) == {}
