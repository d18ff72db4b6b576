"""`tlumach confirm`, as a translator uses it."""

import json
import re
import shutil
from pathlib import Path

import pytest
from tests.translator import EN, PO, RU, UK, Desk

NEXT_MONTH = 1798156800  # 2026-12-25


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def confirmed(desk: Desk) -> Desk:
    assert desk.run("confirm", UK).exit_code == 0
    return desk


def states(desk: Desk, name: str = UK) -> list[str]:
    report = json.loads(desk.run("status", "--json", name).stdout)
    return [block["state"] for block in report["pages"][0]["blocks"]]


def new_lines(before: str, after: str) -> list[str]:
    """Return the lines that are new, the checksums after the day of a confirmation left out."""
    lines = (line for line in after.splitlines() if line not in before.splitlines())
    return [re.sub(r"(?<=^#. confirmed: .{10}) .{8}$", "", line) for line in lines]


def test_a_first_confirmation_begins_a_record(desk: Desk) -> None:
    result = desk.run("confirm", UK)
    assert result.exit_code == 0
    assert result.output.splitlines()[0] == f"{UK}: 4 blocks confirmed in {PO}."
    assert f"    {UK}:3 p-" in result.output and "(was unconfirmed) Перший абзац про гори та ріки." in result.output
    assert 'msgid "Первый абзац о горах и реках."' in desk.read(PO)
    assert desk.read(PO).count("#. confirmed: 2026-11-22") == 4
    assert states(desk) == ["current"] * 4


def test_a_second_one_changes_nothing(confirmed: Desk) -> None:
    before = confirmed.files()
    result = confirmed.run("confirm", UK, date=NEXT_MONTH)
    assert result.output == f"{UK}: nothing new to confirm; nothing was written.\n"
    confirmed.run("confirm", "--all", "--language", "uk", date=NEXT_MONTH)
    assert confirmed.files() == before


def test_one_block_changes_one_entry(confirmed: Desk) -> None:
    before = confirmed.read(PO)
    confirmed.edit(RU, "о горах", "о высоких горах")
    confirmed.edit(RU, "о людях", "о всех людях")
    confirmed.edit(UK, "гори та", "високі гори та")
    result = confirmed.run("confirm", UK, "3", date=NEXT_MONTH)
    assert "1 block confirmed" in result.output and "left as they are: 1 changed" in result.output
    assert new_lines(before, confirmed.read(PO)) == [
        "#. confirmed: 2026-12-25",
        'msgid "Первый абзац о высоких горах и реках."',
        'msgstr "Перший абзац про високі гори та ріки."',
    ]
    assert states(confirmed) == ["current", "current", "current", "changed"]


def test_only_the_record_is_written(desk: Desk) -> None:
    before = desk.files()
    desk.run("confirm", UK)
    after = desk.files()
    assert after.pop(PO) and after == before


def test_blocks_are_named_by_id_line_or_heading(confirmed: Desk) -> None:
    confirmed.edit(RU, "# Заголовок", "# Новый заголовок")
    assert states(confirmed)[0] == "changed"
    assert confirmed.run("confirm", UK, "#top", "--unchanged", "так і було").exit_code == 0
    assert states(confirmed)[0] == "current"


def test_one_wrong_block_and_nothing_is_written(confirmed: Desk) -> None:
    confirmed.edit(RU, "о горах", "о высоких горах")
    before = confirmed.files()
    result = confirmed.run("confirm", UK, "3", "p-zzzzzz", "99")
    assert result.exit_code == 1
    assert f"{UK}:7: error: unknown-block there is no block “99”. The nearest is p-" in result.stderr
    assert result.stderr.endswith("Nothing was confirmed.\n")
    assert confirmed.files() == before


def test_what_is_missing_cannot_be_confirmed(confirmed: Desk) -> None:
    confirmed.edit(RU, "Второй", "Совсем новое: птицы.\n\nВторой")
    name = next(line.split()[2] for line in confirmed.run("status", UK).output.splitlines() if "missing " in line[:12])
    result = confirmed.run("confirm", UK, name)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{RU}:5: error: not-translated {name} has no translation")
    assert "left as they are: 1 missing" in confirmed.run("confirm", UK).output


def test_a_trivial_change_keeps_its_reason_and_its_day(confirmed: Desk) -> None:
    confirmed.edit(RU, "о горах", "о горах,")
    confirmed.edit(UK, "Третій", "Останній")
    result = confirmed.run("confirm", UK, "--trivial", "лишний пробел", date=NEXT_MONTH)
    assert "1 block confirmed" in result.output and "left as they are: 1 unconfirmed" in result.output
    assert "\n# 2026-12-25: лишний пробел\n#. confirmed: 2026-12-25 " in confirmed.read(PO)
    assert states(confirmed) == ["current", "current", "current", "unconfirmed"]


def test_a_trivial_change_must_be_one_of_the_source(confirmed: Desk) -> None:
    confirmed.edit(UK, "Третій", "Останній")
    result = confirmed.run("confirm", UK, "7", "--trivial", "опечатка")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{UK}:7: error: source-not-changed")


def test_a_block_of_the_translators_own_is_confirmed_by_name_alone(confirmed: Desk) -> None:
    confirmed.edit(UK, "# Назва", "> Від перекладачів.\n\n# Назва")
    assert "1 orphaned" in confirmed.run("confirm", UK).output
    assert confirmed.run("confirm", UK, "1").exit_code == 0
    assert states(confirmed) == ["current"] * 5
    confirmed.edit(UK, "Від перекладачів", "Від нас, перекладачів")
    assert states(confirmed) == ["orphaned", *["current"] * 4]


def test_a_page_by_its_path_and_language(desk: Desk) -> None:
    for name in ("a.md", RU):
        assert desk.run("confirm", name, "--language", "uk").exit_code == 0
    assert states(desk) == ["current"] * 4


def test_a_whole_language(desk: Desk) -> None:
    desk.write("docs/ru/g/b c.md", "Да.\n\nНет.\n")
    desk.write("docs/uk/g/b c.md", "Так.\n\nНі.\n")
    desk.write("docs/ru/new.md", "Новое.\n")
    desk.write(EN, desk.read(UK))
    result = desk.run("confirm", "--all", "--language", "uk")
    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == "6 blocks confirmed on 2 of 2 pages."
    assert states(desk) == states(desk, EN.replace("en", "uk")) == ["current"] * 4
    assert states(desk, "docs/uk/g/b c.md") == ["current"] * 2
    assert not (desk.root / "translations/en").exists()


def test_a_folder_needs_all(desk: Desk) -> None:
    desk.write("docs/ru/b.md", "Да.\n")
    desk.write("docs/uk/b.md", "Так.\n")
    result = desk.run("confirm", "docs/uk")
    assert result.exit_code == 2
    assert f"{UK}, docs/uk/b.md" in result.stderr
    assert desk.run("confirm", "docs/uk", "--all").exit_code == 0
    assert states(desk, "docs/uk/b.md") == ["current"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Name a translation"),
        (["--all"], "--language uk"),
        (["--language", "uk"], "--all"),
        (["a.md"], f"{UK}, {EN}"),
        ([UK, "3", "--all"], "Name blocks"),
        ([UK, "--unchanged", " "], "--unchanged"),
        (["docs/uk/b.md"], UK),
        (["--all", "--language", "ru"], "uk, en"),
    ],
)
def test_what_is_not_understood_writes_nothing(desk: Desk, arguments: list[str], said: str) -> None:
    before = desk.files()
    result = desk.run("confirm", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert desk.files() == before


def test_a_page_without_translation_or_source(desk: Desk) -> None:
    result = desk.run("confirm", EN)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{EN}:1: error: not-translated")


def test_a_broken_record_is_never_written_over(confirmed: Desk) -> None:
    confirmed.write(PO, confirmed.read(PO).replace('msgctxt "top"\n', ""))
    confirmed.edit(RU, "о горах", "о высоких горах")
    before = confirmed.files()
    result = confirmed.run("confirm", UK)
    assert result.exit_code == 1
    assert "record-context" in result.stderr
    assert confirmed.files() == before


def test_what_has_nothing_to_do_with_blocks_is_left_to_the_checks(desk: Desk) -> None:
    desk.write(RU, "---\nsource_text: nowhere.txt\n---\n" + desk.read(RU))
    assert desk.run("check").exit_code == 1
    result = desk.run("confirm", UK)
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_page_that_cannot_be_read_stops_a_whole_language(confirmed: Desk) -> None:
    confirmed.edit(RU, "о горах", "о высоких горах")
    confirmed.write("docs/uk/b.md", b"\xff")
    before = confirmed.files()
    result = confirmed.run("confirm", "--all", "--language", "uk")
    assert result.exit_code == 1
    assert result.stderr.startswith("docs/uk/b.md:1: error: encoding")
    assert confirmed.files() == before


def test_a_record_that_cannot_be_written(desk: Desk) -> None:
    desk.write("translations", "in the way")
    result = desk.run("confirm", UK)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{PO}:1: error: unwritable")


def test_a_copy_without_version_control_says_the_same(confirmed: Desk, tmp_path: Path) -> None:
    confirmed.edit(RU, "о горах", "о высоких горах")
    before = confirmed.run("status", "--json").output
    shutil.copytree(tmp_path, tmp_path / "copy")
    shutil.rmtree(tmp_path / "copy" / ".git", ignore_errors=True)
    assert Desk(tmp_path / "copy").run("status", "--json").output == before


def test_moved_paragraphs_stay_confirmed(confirmed: Desk) -> None:
    for name, first, third in (
        (RU, "Первый абзац о горах и реках.", "Третий абзац о людях."),
        (UK, "Перший абзац про гори та ріки.", "Третій абзац про людей."),
    ):
        text = confirmed.read(name).replace(first, "@").replace(third, first).replace("@", third)
        confirmed.write(name, text)
    assert states(confirmed) == ["current"] * 4
    assert "nothing new" in confirmed.run("confirm", UK).output


def test_all_records_are_written_or_none(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write(EN, "# A\n\nThe first.\n\nThe second.\n\nThe third.\n")
    rename, before = Path.replace, desk.files()

    def fail(file: Path, target: Path) -> Path:
        if target.match("translations/uk/*.po") and file.suffix == ".new":
            raise OSError(28, "No space left on device", str(file), None, str(target))
        return rename(file, target)

    monkeypatch.setattr(Path, "replace", fail)
    result = desk.run("confirm", "--all", ".")
    assert (result.exit_code, desk.files()) == (1, before)
    assert f"{PO}:1: error: unwritable" in result.stderr


def test_an_old_translation_of_a_new_source_is_not_confirmed_by_pressing_enter(confirmed: Desk) -> None:
    confirmed.edit(RU, "о горах", "не о горах")
    before = confirmed.files()
    for arguments in ([UK], [UK, "3"], ["--all", "--language", "uk"]):
        result = confirmed.run("confirm", *arguments)
        assert (result.exit_code, confirmed.files()) == (1, before)
        assert f"{UK}:3: error: unchanged-translation" in result.stderr
    assert confirmed.run("confirm", UK, "3", "--unchanged", "так і малося на увазі").exit_code == 0
    assert "так і малося на увазі" in confirmed.read(PO)


LOCKSTEP = [
    (("Первый абзац о горах", "Первый абзац о двух горах"), (RU, "Первый абзац о горах", "Первый абзац о двух горах")),
    (("абзац про гори", "абзац про дві гори"), (UK, "абзац про гори", "абзац про дві гори")),
    (("confirmed: 2026-11-22", "confirmed: 2026-12-24"), (RU, "Первый", "Первый")),
]


@pytest.mark.parametrize(("in_record", "on_page"), LOCKSTEP)
def test_a_record_bumped_by_hand_with_its_page_is_found_and_confirmed_by_name_alone(
    confirmed: Desk, in_record: tuple[str, str], on_page: tuple[str, str, str]
) -> None:
    confirmed.edit(PO, *in_record)
    confirmed.edit(*on_page)
    said = confirmed.run("check", UK).stdout
    assert "edited-record" in said and PO in said and "unconfirmed" in states(confirmed)
    name = re.search(r"confirm docs/uk/a.md (\S+)`", said)
    assert name
    confirmed.run("confirm", UK, date=NEXT_MONTH)
    assert "edited-record" in confirmed.run("check", UK).stdout
    assert confirmed.run("confirm", UK, name[1], date=NEXT_MONTH).exit_code == 0
    assert "edited-record" not in confirmed.run("check", UK).stdout or in_record[0].startswith("confirmed")


def test_a_record_edited_by_hand_stays_so_when_another_block_is_confirmed(confirmed: Desk) -> None:
    confirmed.edit(PO, "Первый абзац о горах", "Первый абзац о двух горах")
    confirmed.edit(RU, "Первый абзац о горах", "Первый абзац о двух горах")
    confirmed.edit(RU, "о людях", "о всех людях")
    confirmed.edit(UK, "про людей", "про всіх людей")
    assert confirmed.run("confirm", UK, "7").exit_code == 0
    assert "edited-record" in confirmed.run("check", UK).stdout


def test_a_matter_of_typography_in_the_translation_answers_no_change_of_the_source(confirmed: Desk) -> None:
    confirmed.edit(RU, "о горах", "о пяти горах")
    confirmed.edit(UK, "про гори та ріки.", "про гори, та «ріки».")
    result = confirmed.run("confirm", UK)
    assert result.exit_code == 1 and "unchanged-translation" in result.output


def test_who_confirms_is_said_once_in_the_settings_or_each_time(desk: Desk) -> None:
    desk.write("mkdocs.yml", desk.read("mkdocs.yml") + "  - tlumach: {confirmed_by: 'editor,   M.'}\n")
    assert desk.run("confirm", UK, "3").exit_code == 0
    assert desk.read(PO).count("#. by: editor, M.\n") == 1
    assert desk.run("confirm", UK, "--as", "machine, x").exit_code == 0
    assert (desk.read(PO).count("#. by: editor, M.\n"), desk.read(PO).count("#. by: machine, x\n")) == (1, 3)
    blocks = json.loads(desk.run("status", "--json", UK).stdout)["pages"][0]["blocks"]
    assert {block["confirmed_by"] for block in blocks} == {"editor, M.", "machine, x"}
    shown = desk.run("status", "--who", UK).stdout
    assert "confirmed by editor, M.: 1 block, last 2026-11-22" in shown
    assert "confirmed by machine, x: 3 blocks, last 2026-11-22" in shown
    desk.edit(RU, "о горах", "о высоких горах")
    assert "(docs/ru/a.md:3, confirmed 2026-11-22 by editor, M.)" in desk.run("diff", UK).stdout


def test_a_name_that_cannot_be_shown_is_refused_before_anything_is_read(desk: Desk) -> None:
    for name in ("", "a\x1b[2J", "x" * 61):
        result = desk.run("confirm", UK, "--as", name)
        assert result.exit_code == 2 and "--as" in result.stderr and "\x1b" not in result.stderr
    assert not (desk.root / PO).exists()
    desk.write("mkdocs.yml", desk.read("mkdocs.yml") + '  - tlumach: {confirmed_by: "a\\u202eb"}\n')
    assert "`confirmed_by` that has a character that nobody sees, U+202E" in desk.run("check").stdout
