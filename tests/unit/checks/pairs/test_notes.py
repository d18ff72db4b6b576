import pytest

from tlumach.blocks import split
from tlumach.checks.pairs.notes import is_note


@pytest.mark.parametrize(
    "text",
    [
        "> **Замечание** от перев. Переменную `e` можно назвать иначе.",
        "*От перев.:* И еще один пример.",
        "**Прим. пер.:** так было до 2020 года.",
        "_Примечание переводчика_: в России иначе.",
        "*Примітка перекладача:* далі — про інше.",
        '!!! note "Примітка перекладача"\n    Далі — про інше.',
        "> Заўвага перакладчыка: так было раней.",
        "> Translator’s note: the law has changed since.",
        "Das Gesetz gilt nicht mehr (Anm. d. Übers.).",
        "*(прим. пер.)*",
        "*Przyp. tłum.:* od 2020 roku inaczej.",
    ],
)
def test_a_note_is_known_by_how_it_is_marked(text: str) -> None:
    assert is_note(split(text)[0][0])


@pytest.mark.parametrize(
    "text",
    [
        "Перевод приказа занял три дня.",
        "> Переменную можно назвать иначе.",
        "Переклад цього розділу триває.",
        "**Примечание:** версия 3 не поддерживается.",
        "От этого зависит многое.",
        "Для перевода (см. ниже) нужен словарь.",
    ],
)
def test_other_text_is_no_note(text: str) -> None:
    assert not is_note(split(text)[0][0])
