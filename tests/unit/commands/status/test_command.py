"""`tlumach status`, as a translator reads it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from tests.translator import EN, PO, RU, UK, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A project whose Ukrainian page is confirmed."""
    desk = Desk(tmp_path)
    assert desk.run("confirm", UK).exit_code == 0
    return desk


def row(output: str, name: str) -> list[str]:
    return next(line for line in output.splitlines() if line.startswith(name)).split()


def as_json(desk: Desk, *arguments: str) -> Any:
    result = desk.run("status", "--json", *arguments)
    assert result.exit_code == 0
    return json.loads(result.stdout)


def test_a_current_page(desk: Desk) -> None:
    result = desk.run("status", UK)
    assert result.exit_code == 0
    assert row(result.output, "page") == [
        "page", "current", "changed", "unconfirmed", "missing", "orphaned", "blocks", "words"
    ]  # fmt: skip
    assert row(result.output, "a.md") == ["a.md", "4", "0", "0", "0", "0", "100%", "100%"]


def test_what_is_to_be_done_stands_under_its_page_with_its_line(desk: Desk) -> None:
    desk.edit(RU, "о горах", "о высоких горах")
    desk.edit(RU, "Третий абзац о людях.", "Совсем новое, о зверях и птицах.")
    desk.edit(UK, "\n\nДругий абзац про море й вітер.", "")
    desk.edit(UK, "Третій абзац про людей.", "")
    desk.edit(UK, "# Назва", "> Від перекладачів.\n\n# Назва")
    output = desk.run("status", UK).output
    assert row(output, "a.md") == ["a.md", "1", "1", "0", "2", "1", "25%", "9%"]
    assert row(output, "    changed")[1] == f"{UK}:5"
    assert "(source line 3, confirmed 2026-11-22)" in output
    assert [line.split()[1] for line in output.splitlines() if line.startswith("    missing")] == [f"{RU}:5", f"{RU}:7"]
    assert row(output, "    orphaned")[1] == f"{UK}:1"


def test_the_id_that_is_shown_can_be_typed(desk: Desk) -> None:
    desk.edit(RU, "о горах", "о высоких горах")
    name = row(desk.run("status", UK).output, "    changed")[2]
    assert "#" not in name  # a shell would take the rest of the line for a comment, and the whole page be confirmed
    assert desk.run("confirm", UK, name, "--unchanged", "вставлено означення").exit_code == 0
    assert row(desk.run("status", UK).output, "a.md")[1] == "4"


def test_an_edited_translation_is_never_fresh(desk: Desk) -> None:
    desk.edit(UK, "гори та ріки", "гори й ріки")
    assert row(desk.run("status", UK).output, "    unconfirmed")[1] == f"{UK}:3"
    desk.edit(RU, "о горах", "о высоких горах")
    assert row(desk.run("status", UK).output, "    changed")[1] == f"{UK}:3"
    desk.edit(UK, "гори й ріки", "високі гори й ріки")
    assert row(desk.run("status", UK).output, "    changed")[1] == f"{UK}:3"


def test_times_of_files_and_line_ends_mean_nothing(desk: Desk) -> None:
    desk.edit(RU, "о горах", "о высоких горах")
    before = as_json(desk)
    for name in (RU, UK, PO):
        desk.write(name, desk.read(name).replace("\n", "\r\n"))
        os.utime(desk.root / name, (0, 0))
    assert as_json(desk) == before


def test_pages_not_translated_and_pages_without_source(desk: Desk) -> None:
    desk.write("docs/uk/own.md", "Своє.\n")
    output = desk.run("status").output
    assert row(output, "own.md")[-4:] == ["its", "source", "is", "gone"]
    assert row(output, "a.md") == ["a.md", "4", "0", "0", "0", "0", "100%", "100%"]
    assert "a.md" in output.split("en English")[1] and "not translated" in output.split("en English")[1]
    assert row(output, "1 page, 1 not translated")[-2:] == ["0%", "0%"]
    assert row(output, "2 pages")[2:] == ["4", "0", "0", "0", "1", "100%", "100%"]


def test_a_page_without_record_is_by_position(desk: Desk) -> None:
    desk.write(EN, desk.read(UK))
    output = desk.run("status", EN).output
    assert row(output, "a.md") == ["a.md", "0", "0", "4", "0", "0", "0%", "0%", "by", "position:", "no", "record"]
    assert "    unconfirmed" not in output


def test_language_and_path_narrow_it_down(desk: Desk) -> None:
    desk.write("docs/ru/g/b.md", "Б.\n")
    assert "en English" not in desk.run("status", "--language", "uk").output
    pages = [(page["language"], page["path"]) for page in as_json(desk, "g", UK)["pages"]]
    assert pages == [("uk", "a.md"), ("uk", "g/b.md"), ("en", "g/b.md")]
    assert len(as_json(desk, UK, "a.md", "docs/uk")["pages"]) == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["b.md"], "a.md"),
        (["--language", "pl"], "uk, en"),
        ([UK, "--language", "en"], "“uk”"),
        ([UK, "zz.md"], "zz.md:1:"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(desk: Desk, arguments: list[str], said: str) -> None:
    result = desk.run("status", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr and result.stdout == ""


def test_a_file_is_found_from_wherever_one_stands(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.root / "docs/uk")
    assert row(desk.run("status", "a.md").output, "uk") == ["uk", "Українська"]
    assert "en English" not in desk.run("status", "a.md").output
    assert "en English" not in desk.run("status", str(desk.root / UK)).output


def test_for_machines(desk: Desk) -> None:
    desk.edit(RU, "о горах", "о высоких горах")
    report = as_json(desk)
    assert list(report) == ["version", "source_language", "languages", "pages", "problems"]
    assert (report["version"], report["source_language"], report["problems"]) == (1, "ru", [])
    assert [language["language"] for language in report["languages"]] == ["uk", "en"]
    assert report["languages"][0]["count"]["blocks"] == {
        "current": 3, "changed": 1, "unconfirmed": 0, "missing": 0, "orphaned": 0, "moved": 0
    }  # fmt: skip
    changed = [block for block in report["pages"][0]["blocks"] if block["state"] == "changed"]
    assert [(each["source_line"], each["translation_line"], each["confirmed_on"]) for each in changed] == [
        (3, 3, "2026-11-22")
    ]


def test_what_cannot_be_read_is_said_and_the_rest_reported(desk: Desk) -> None:
    desk.write(PO, desk.read(PO).replace("msgstr", "msgster"))
    desk.write("docs/uk/b.md", b"\xff")
    result = desk.run("status")
    assert result.exit_code == 0
    assert f"{PO}:3: error: record-syntax" in result.stderr and "docs/uk/b.md:1: error: encoding" in result.stderr
    assert row(result.stdout, "b.md")[-3:] == ["cannot", "be", "read"]
    assert [problem["code"] for problem in as_json(desk)["problems"]] == ["encoding", "record-syntax"]
    assert as_json(desk, "--language", "en")["problems"] == []


def test_a_project_that_cannot_be_read_at_all(desk: Desk) -> None:
    desk.write("mkdocs.yml", "site_name: x\n")
    result = desk.run("status")
    assert result.exit_code == 1
    assert "mkdocs.yml:1: error: settings" in result.stderr


def test_a_site_of_one_language_says_what_to_add(desk: Desk) -> None:
    (desk.root / UK).unlink()
    settings = [line for line in desk.read("mkdocs.yml").splitlines(True) if "uk" not in line and "en" not in line]
    desk.write("mkdocs.yml", "".join(settings))
    result = desk.run("status")
    assert result.exit_code == 0 and "add one to `languages` of `i18n` in mkdocs.yml" in result.stderr
    assert as_json(desk)["pages"] == []


def test_every_key_is_documented(desk: Desk) -> None:
    help_text = desk.run("status", "--help").output
    report = as_json(desk)
    page = report["pages"][0]
    for key in [*report, *report["languages"][0], *page, *page["blocks"][0], *report["languages"][0]["pages"]]:
        assert key in help_text


def test_nothing_is_written(desk: Desk) -> None:
    before = desk.files()
    desk.run("status")
    desk.run("status", "--json")
    assert desk.files() == before


def test_json_has_what_changed_in_a_source(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.edit(RU, "Второй абзац", "Второй абзац из 14 слов")
    desk.run("confirm", UK)
    desk.edit(RU, "из 14 слов", "не из 15 слов")
    desk.edit(RU, "Третий абзац о людях.", "Третий абзац, о людях.")
    blocks = json.loads(desk.run("status", "--json", UK).stdout)["pages"][0]["blocks"]
    assert [block["change"] for block in blocks] == [[], [], ["number", "negation"], ["typography"]]


def test_a_language_in_preparation_is_said_to_be_that(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("mkdocs.yml", desk.read("mkdocs.yml") + "  - tlumach: {in_preparation: 60%}\n")
    assert desk.run("status").stdout.startswith("uk Українська (in preparation: 0% of 60%)\n")
    desk.run("confirm", UK)
    assert desk.run("status").stdout.startswith("uk Українська\n")
