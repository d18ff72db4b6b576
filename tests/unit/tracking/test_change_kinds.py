"""What kind of change a source has seen: what weighs more than a comma is told from what does not."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.alignment.passages import ChangeKind
from tlumach.library import Library
from tlumach.settings import Settings
from tlumach.tracking.change_kinds import ChangeKinds

MakeLibrary = Callable[..., Library]


def kinds(language: str, then: str, now: str) -> set[str]:
    return {str(kind) for kind in ChangeKinds(Library(Settings((language, "kk"), "", {}, {}), {})).of(then, now)}


@pytest.mark.parametrize(
    ("language", "then", "now", "expected"),
    [
        ("ru", "Их было 14 человек.", "Их было 15 человек.", {"number"}),
        ("ru", "Доля выросла на 5 %.", "Доля выросла на 5.", {"number"}),
        ("ru", "Погибли трое солдат.", "Погибли четверо солдат.", {"number"}),
        ("ru", "Это было в мае.", "Это было в июне.", {"number"}),
        ("en", "Two days later.", "Twelve days later.", {"number"}),
        ("de", "Es sind zwei Tage.", "Es sind drei Tage.", {"number"}),
        ("ru", "Он был там.", "Он не был там.", {"negation"}),
        ("ru", "Мы были в Киеве вчера.", "Мы были в Львове вчера.", {"name"}),
        ("ru", "Он из НАТО.", "Он из ООН.", {"name"}),
        ("ru", "Старая стена стоит.", "Новая стена стоит.", {"wording"}),
        ("ru", "Стена стоит.", "Стоит стена.", {"wording"}),
        ("ru", "Стена, и дом.", "Стена и дом…", {"typography"}),
        ("ru", "«Стена» и дом.", "**„Стена“** и дом.", {"typography"}),
        ("ru", "Не 5 домов в Риге.", "6 домов в Вене.", {"number", "negation", "name"}),
        ("en", "You must restart it.", "You must not restart it.", {"negation"}),
        ("en", "They can do so.", "They can't do so.", {"negation"}),
        ("en", "Do so without a key.", "Do so with a key.", {"negation"}),
        ("en", "Ask Smith first.", "Ask Jones first.", {"name"}),
        ("en", "Ask them. Smiths are smiths.", "Ask them. Potters are smiths.", {"wording"}),
        ("en", "## Getting Started", "## Next Steps", {"wording"}),
        ("en", "- Run it", "- Start it", {"wording"}),
        ("en", "See [it](a.md).", "See [it](b5.md).", {"wording"}),
        ("en", "Run `rm -a`.", "Run `rm -b`.", {"wording"}),
        ("de", "Das Haus steht.", "Die Mauer steht.", {"wording"}),
        ("de", "Es gibt Wasser.", "Es gibt keines.", {"negation"}),
        ("uk", "Це можна робити.", "Це не можна робити.", {"negation"}),
        ("fr", "Il est là.", "Il n'est pas là.", {"negation"}),
        ("xx", "a 1", "b 2", {"number"}),
    ],
)
def test_kinds(language: str, then: str, now: str, expected: set[str]) -> None:
    assert kinds(language, then, now) == expected


TERM = "---\nterm: Договор о коллективной безопасности\nshort: ДКБ\nforms: [пакт]\n---\n# Договор\n\nТекст.\n"


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ("Они вышли из пакта.", "Они вышли из союза.", {"term"}),
        ("Договором о коллективной безопасности всё сказано.", "Соглашением всё сказано.", {"term"}),
        ("Договор аренды подписан.", "Договоры аренды подписаны.", {"wording"}),
        ("Это коллективная работа.", "Это общая работа.", {"wording"}),
        ("Они за ДКБ.", "Они за то.", {"term", "name"}),
    ],
)
def test_a_term_is_known_in_any_form_and_whole(
    make_library: MakeLibrary, then: str, now: str, expected: set[str]
) -> None:
    library = make_library({"ru/glossary/t.md": TERM})
    assert {str(kind) for kind in ChangeKinds(library).of(then, now)} == expected


@given(st.text(), st.text())
def test_there_is_always_a_kind_and_the_order_of_the_two_texts_does_not_matter(one: str, other: str) -> None:
    changes = ChangeKinds(Library(Settings(("en", "kk"), "", {}, {}), {}))
    assert changes.of(one, other) == changes.of(other, one) != set()


def test_what_is_new_or_gone_is_a_kind_of_its_own() -> None:
    changes = ChangeKinds(Library(Settings(("en", "kk"), "", {}, {}), {}))
    assert changes.kinds(None, "a") == {ChangeKind.ADDED} and changes.kinds(None, None) == {ChangeKind.REMOVED}
