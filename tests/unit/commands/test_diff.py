"""`tlumach diff`, as a translator reads it."""

from pathlib import Path

import pytest
from tests.translator import EN, PO, RU, UK, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    assert desk.run("confirm", UK).exit_code == 0
    return desk


def test_the_source_then_and_now_and_the_translation_under_it(desk: Desk) -> None:
    desk.edit(RU, "о горах и реках", "о высоких горах и морях")
    lines = desk.run("diff", UK).output.splitlines()
    assert lines[0].startswith(f"{UK}:3 p-") and lines[0].endswith(f"({RU}:3, confirmed 2026-11-22)")
    assert lines[1:3] == [
        "ru  Первый абзац о {+высоких +}горах и [-реках-]{+морях+}.",
        "uk  Перший абзац про гори та ріки.",
    ]
    assert lines[-1] == f"{UK}: 1 block to look at."


def test_it_stays_until_it_is_confirmed_whatever_is_done_to_the_translation(desk: Desk) -> None:
    desk.edit(RU, "о горах", "о высоких горах")
    desk.edit(UK, "гори та", "високі гори та")
    assert "высоких+}" in desk.run("diff", UK).output
    desk.run("confirm", UK, "3")
    assert (
        desk.run("diff", UK).output == f"{UK}: nothing has changed in the source since the translation was confirmed.\n"
    )


def test_missing_and_orphaned_are_named_with_their_texts(desk: Desk) -> None:
    desk.edit(RU, "\n\nВторой абзац о море и ветре.", "")
    desk.edit(RU, "Третий", "Совсем новое: птицы.\n\nТретий")
    desk.edit(UK, "\n\nДругий абзац про море й вітер.", "\n\n> Другий абзац про море й вітер.")
    output = desk.run("diff", UK).output
    assert f"{RU}:5 " in output and " missing: there is no translation\nru  Совсем новое: птицы.\n" in output
    assert f"{UK}:5 " in output and " orphaned: its source is gone" in output
    assert "uk  > Другий абзац про море й вітер." in output


def test_an_orphan_shows_what_its_source_was(desk: Desk) -> None:
    desk.edit(RU, "\n\nВторой абзац о море и ветре.", "")
    output = desk.run("diff", UK).output
    assert "ru  [-Второй абзац о море и ветре.-]\nuk  Другий абзац про море й вітер.\n" in output


def test_a_source_shows_all_its_translations(desk: Desk) -> None:
    desk.write(EN, "# Title\n\nOne.\n\nTwo.\n\nThree.\n")
    desk.run("confirm", EN)
    desk.edit(RU, "о горах", "о высоких горах")
    for name in (RU, "a.md", "docs"):
        output = desk.run("diff", name).output
        assert "uk  Перший абзац" in output and "en  One." in output
    assert "uk  " not in desk.run("diff", RU, "--language", "en").output


def test_lines_of_a_block_stay_under_each_other(desk: Desk) -> None:
    desk.edit(RU, "Третий абзац о людях.", "- раз\n- два")
    desk.edit(UK, "Третій абзац про людей.", "- один\n- два")
    desk.run("confirm", UK)
    desk.edit(RU, "- два", "- три")
    assert "ru  - раз\n    - [-два-]{+три+}\nuk  - один\n    - два\n" in desk.run("diff", UK).output


def test_what_there_is_no_difference_of_is_said(desk: Desk) -> None:
    desk.write("docs/uk/own.md", "Своє.\n")
    desk.write("docs/uk/bad.md", b"\xff")
    assert desk.run("diff", EN).output == f"{EN}: not translated.\n"
    assert "docs/ru/own.md, is gone" in desk.run("diff", "docs/uk/own.md").output
    desk.write("docs/ru/bad.md", "Да.\n")
    assert "docs/uk/bad.md: it or its source cannot be read." in desk.run("diff", "docs/uk/bad.md").output
    (desk.root / PO).unlink()
    assert "there is no record" in desk.run("diff", UK).output


def test_unconfirmed_blocks_are_counted(desk: Desk) -> None:
    desk.edit(UK, "гори та", "гори й")
    assert "(1 block not confirmed yet)" in desk.run("diff", UK).output


def test_an_unknown_path(desk: Desk) -> None:
    result = desk.run("diff", "docs/uk/b.md")
    assert result.exit_code == 2
    assert UK in result.stderr


def test_colours_are_for_terminals_whose_reader_wants_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.edit(RU, "о горах", "о высоких горах")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("tlumach.commands.word_diffs._is_terminal", lambda: True)
    assert "{+" not in desk.run("diff", UK).output
    assert "{+" in desk.run("diff", UK, "--no-color").output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "{+" in desk.run("diff", UK).output
