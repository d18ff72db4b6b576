"""A paragraph that is moved to another page takes its confirmation along."""

from pathlib import Path

import pytest
from tests.translator import Desk

ONE, TWO, THREE = "Первый абзац о горах и реках.", "Второй абзац о море и ветре.", "Третий абзац о людях и полях."
EINS, ZWEI, DREI = "Перший абзац про гори та ріки.", "Другий абзац про море й вітер.", "Третій абзац про людей і поля."
A, B, PO_A, PO_B = "a.md", "b.md", "translations/uk/a.po", "translations/uk/b.po"


def page(title: str, *blocks: str) -> str:
    return "\n\n".join([f"# {title}", *blocks]) + "\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    put(desk, A, (ONE, TWO), (EINS, ZWEI))
    put(desk, B, (THREE,), (DREI,))
    desk.run("confirm", "--all", "--language", "uk")
    desk.edit(PO_A, 'msgctxt "p-', 'msgctxt "q-')
    desk.write(PO_A, desk.read(PO_A).replace("#: docs/ru/a.md:5", "# waive dashes: так треба\n#: docs/ru/a.md:5"))
    return desk


def put(desk: Desk, path: str, source: tuple[str, ...], translation: tuple[str, ...]) -> None:
    desk.write(f"docs/ru/{path}", page(f"Заголовок {path[0]}", *source))
    desk.write(f"docs/uk/{path}", page(f"Назва {path[0]}", *translation))


def state(desk: Desk) -> str:
    (line,) = [
        line for line in desk.run("status", "--language", "uk").stdout.splitlines() if " page" in line and "%" in line
    ]
    return line.split()[-1]


def test_it_is_current_where_it_stands_now_and_its_waiver_holds(desk: Desk) -> None:
    put(desk, A, (ONE,), (EINS,))
    put(desk, B, (TWO, THREE), (ZWEI, DREI))
    said = desk.run("check", "docs/uk/b.md", "--info").stdout
    assert "unconfirmed" not in said and "unused-waiver" in said and state(desk) == "100%"


def test_confirming_the_page_that_it_left_writes_both_records(desk: Desk) -> None:
    put(desk, A, (ONE + " Новое.",), (EINS + " Нове.",))
    put(desk, B, (TWO, THREE), (ZWEI, DREI))
    assert desk.run("confirm", "docs/uk/a.md", date=1798156800).exit_code == 0
    assert TWO not in desk.read(PO_A) and state(desk) == "100%"
    assert TWO in desk.read(PO_B) and "waive dashes: так треба" in desk.read(PO_B) and "2026-11-22" in desk.read(PO_B)


def test_removing_the_page_that_it_left_keeps_it(desk: Desk) -> None:
    put(desk, A, (ONE,), (EINS,))
    put(desk, B, (TWO, THREE), (ZWEI, DREI))
    assert desk.run("remove", A).exit_code == 0
    assert TWO in desk.read(PO_B) and state(desk) == "100%"


def test_a_page_without_a_record_gets_it_too(desk: Desk) -> None:
    put(desk, A, (ONE,), (EINS,))
    put(desk, "c.md", (TWO,), (ZWEI,))
    desk.run("confirm", "docs/uk/c.md", "1")
    assert state(desk) == "100%" and TWO in desk.read("translations/uk/c.po")


@pytest.mark.parametrize(
    ("left", "there"),
    [
        (((ONE, TWO), (EINS, ZWEI)), ((TWO, THREE), (ZWEI, DREI))),
        (((ONE,), (EINS,)), ((TWO, THREE), (ZWEI + " Ще.", DREI))),
        (((ONE,), (EINS,)), ((TWO + " Ещё.", THREE), (ZWEI, DREI))),
        (((ONE,), (EINS, ZWEI)), ((TWO, THREE), (ZWEI, DREI))),
    ],
)
def test_what_is_still_there_or_was_edited_is_not_confirmed_elsewhere(
    desk: Desk, left: tuple[tuple[str, ...], ...], there: tuple[tuple[str, ...], ...]
) -> None:
    put(desk, A, *left)
    put(desk, B, *there)
    assert "unconfirmed-blocks" in desk.run("check", "docs/uk/b.md").stdout
