import pytest

from tlumach.blocks.splitting import split
from tlumach.checks.pairs.matching.likeness import have_other_marks, marks, share_little


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The sum is $7,558.5 million.", "Сумма составляет 7\u00a0558,5 млн долларов."),
        ("It cost 1,000 and then 12,345,678.", "Стоило 1 000, потом 12\u202f345\u202f678."),
        ("Up 61.4% on 17 November 2017.", "Выросло на 61,4% 17 ноября 2017 года."),
        ("See `a.b` and [this](x.md#y) in version 3.11.", "См. `a.b` и [это](x.md#y) в версии 3.11."),
        ("Read [the guide](/en/guide/).", "Читайте [руководство](/ru/guide/)."),
    ],
)
def test_a_mark_is_the_same_in_every_language(one: str, other: str) -> None:
    left, right = (split(text)[0][0] for text in (one, other))
    assert marks(left) == marks(right)
    assert not have_other_marks(left, right) and not share_little(left, right)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The sum is $7,558.5 million.", "Сумма составляет 873,9 млн долларов."),
        ("See `alpha` and `beta`.", "См. `gamma` и `delta`."),
        ("Read [the guide](guide.md).", "Читайте [примечания](notes.md)."),
    ],
)
def test_blocks_with_other_marks_each_are_seen(one: str, other: str) -> None:
    left, right = (split(text)[0][0] for text in (one, other))
    assert have_other_marks(left, right)
