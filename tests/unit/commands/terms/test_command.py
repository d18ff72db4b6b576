"""`tlumach terms`, as an editor uses it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.translator import Desk

from tlumach.cli import cli
from tlumach.commands.terms import links as terms_unlinked
from tlumach.tasks.workers import FEWEST

RU, UK, EN = (f"docs/{language}/story/index.md" for language in ("ru", "uk", "en"))
FORMS = {"ru": "ОДКБ", "uk": "ОДКБ", "en": "CSTO"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A project with a term, and an explainer that uses it in three languages and links it in the source alone."""
    desk = Desk(tmp_path)
    for language, form in FORMS.items():
        desk.write(f"docs/{language}/glossary/csto.md", f"---\nterm: {form}\n---\n# {form}\n\nДоговор.\n")
    desk.write(RU, "# А\n\nВойска [ОДКБ](../glossary/csto.md).\n")
    desk.write(UK, "# А\n\nВійська ОДКБ.\n")
    desk.write(EN, "# A\n\nTroops of the CSTO.\n")
    return desk


def lines(result: Result) -> list[str]:
    return result.stdout.splitlines()


def contents(desk: Desk) -> dict[str, bytes]:
    return {name: content for name, (content, _) in desk.files().items()}


def test_the_report_says_where_and_what_to_write(desk: Desk) -> None:
    before = desk.files()
    result = desk.run("terms")
    assert result.exit_code == 0
    assert lines(result) == [
        f"{EN}:3: info: unlinked-term “CSTO”: write [CSTO](../glossary/csto.md); {RU}:3 links it; {UK}:3 uses it without a link",
        f"{UK}:3: info: unlinked-term “ОДКБ”: write [ОДКБ](../glossary/csto.md); {RU}:3 links it; {EN}:3 uses it without a link",
    ]
    assert result.stderr == "2 terms used without a link; --fix can link 2, in step with the other languages.\n"
    assert desk.files() == before


def test_what_a_person_has_to_do(desk: Desk) -> None:
    desk.write(RU, desk.read(RU) + "\nИ всё.\n")
    desk.write(UK, "# А\n\nЇї війська.\n\nОДКБ.\n")
    result = desk.run("terms", "--language", "uk")
    assert lines(result) == [
        f"{UK}:5: info: unlinked-term “ОДКБ”: write [ОДКБ](../glossary/csto.md) (by hand); {RU}:5 has no known form of it",
    ]
    assert result.stderr == "1 term used without a link; --fix can link 0, in step with the other languages.\n"


def test_nothing_to_do(desk: Desk) -> None:
    assert desk.run("terms", "glossary").output == "Every term that is used is linked.\n"


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["--language", "uk"], [UK]),
        (["--language", "ru"], []),
        ([UK], [UK]),
        ([RU], []),
        (["story/index.md"], [EN, UK]),
        (["story"], [EN, UK]),
        (["docs/uk"], [UK]),
        (["story", "--language", "en"], [EN]),
        (["unlinked", UK], [UK]),
    ],
)
def test_pages_and_languages_can_be_chosen(desk: Desk, arguments: list[str], files: list[str]) -> None:
    assert [line.partition(":")[0] for line in lines(desk.run("terms", *arguments))] == files


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["nowhere.md"], "nowhere.md:1: error: unknown-page"), (["--language", "xx"], "unknown-language “xx”")],
)
def test_what_is_not_there_is_said(desk: Desk, arguments: list[str], said: str) -> None:
    result = desk.run("terms", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_fix_writes_the_links_and_nothing_else(desk: Desk) -> None:
    before = contents(desk)
    result = desk.run("terms", "--fix")
    assert result.exit_code == 0
    assert lines(result)[-2:] == [f"{EN}: 1 link written.", f"{UK}: 1 link written."]
    after = contents(desk)
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] != before[name]} == {UK, EN}
    assert after[UK] == "# А\n\nВійська [ОДКБ](../glossary/csto.md).\n".encode()
    assert after[EN] == b"# A\n\nTroops of the [CSTO](../glossary/csto.md).\n"


def test_what_fix_writes_passes_the_check_and_what_was_confirmed_stays_so(desk: Desk) -> None:
    desk.write(RU, "# А\n\nВойска ОДКБ.\n\nИ ещё абзац ОДКБ.\n")
    desk.write(UK, "# А\n\nВійська ОДКБ.\n\nІ ще абзац ОДКБ.\n")
    desk.write(EN, "# A\n\nTroops of the CSTO.\n\nOne more of the CSTO.\n")
    for language in ("uk", "en"):
        desk.run("confirm", "--all", "--language", language)
    desk.edit(RU, "Войска ОДКБ", "Все войска ОДКБ")
    desk.run("terms", "--fix")
    assert "[ОДКБ]" in desk.read(RU) and "[ОДКБ]" in desk.read(UK) and "[CSTO]" in desk.read(EN)
    said = desk.run("check").stdout
    assert "links" not in said and "unconfirmed" not in said and said.count("stale-block") == 2


def test_fix_twice_changes_nothing_more(desk: Desk) -> None:
    desk.run("terms", "--fix")
    before = desk.files()
    assert desk.run("terms", "--fix").output == "Every term that is used is linked.\n"
    assert desk.files() == before


def test_fix_keeps_every_other_byte(desk: Desk) -> None:
    """A byte order mark, foreign line ends and a last line without any belong to who wrote the page."""
    page = "\ufeff---\r\ntitle: А\r\n---\r\n# А\r\n\r\nВійська \t ОДКБ  \r\nта ОДКБ.\r\rКінець"
    desk.write(UK, page)
    desk.run("terms", "--fix", UK)
    assert desk.read(UK) == page.replace("ОДКБ", "[ОДКБ](../glossary/csto.md)", 1)


def test_fix_leaves_what_would_be_out_of_step(desk: Desk) -> None:
    desk.write(RU, "# А\n\nОни там.\n\nВойска ОДКБ.\n")
    before = desk.files()
    result = desk.run("terms", "--fix", "--language", "uk")
    assert "(by hand)" in result.output
    assert desk.files() == before


def test_if_one_page_cannot_be_written_none_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.replace

    def fail(file: Path, target: Path) -> Path:
        if target.match(UK) and file.suffix == ".new":
            raise OSError(28, "No space left on device", str(target))
        return rename(file, target)

    monkeypatch.setattr(Path, "replace", fail)
    before = contents(desk)
    result = desk.run("terms", "--fix")
    assert (result.exit_code, contents(desk)) == (1, before)
    assert f"{UK}:1: error: unwritable cannot be written: No space left on device" in result.stderr


def test_a_page_that_changed_meanwhile_is_not_overwritten(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    found = terms_unlinked._find

    def find_and_edit(*arguments: object) -> object:
        try:
            return found(*arguments)  # type: ignore[arg-type]
        finally:
            desk.write(UK, "# Інше\n")

    monkeypatch.setattr(terms_unlinked, "_find", find_and_edit)
    result = desk.run("terms", "--fix")
    assert result.exit_code == 1
    assert f"{UK}:1: error: changed-meanwhile" in result.stderr
    assert desk.read(UK) == "# Інше\n"


def test_two_processes_find_what_one_finds(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(2 * FEWEST):
        desk.write(f"docs/uk/other/{number}.md", "# Б\n\nВійська ОДКБ.\n")
    said = []
    for processes in (1, 2):
        monkeypatch.setattr(terms_unlinked, "processes_here", lambda number=processes: number)
        said.append(lines(desk.run("terms")))
    assert said[0] == said[1]
    assert len(said[0]) == 2 * FEWEST + 2


def test_after_an_edit_the_report_is_that_of_a_project_never_read_before(desk: Desk, tmp_path: Path) -> None:
    desk.run("terms")
    desk.write(UK, "# А\n\nВійська.\n\nІ ОДКБ.\n")
    fresh = Desk(tmp_path / "fresh")
    for name, (content, _) in desk.files().items():
        if not name.startswith((".cache", "fresh")):
            fresh.write(name, content)
    assert lines(desk.run("terms")) == lines(fresh.run("terms"))


def test_a_page_that_cannot_be_read_is_said_and_the_rest_found(desk: Desk) -> None:
    desk.write("docs/ru/other.md", b"\xff")
    result = desk.run("terms")
    assert result.exit_code == 0
    assert "docs/ru/other.md:1: error: encoding" in result.stderr
    assert len(lines(result)) == 2


def test_the_help_names_both_commands() -> None:
    said = CliRunner().invoke(cli, ["terms", "--help"]).stdout
    assert "export" in said
    assert "unlinked" in said


def test_export_is_a_command_of_terms(desk: Desk) -> None:
    result = desk.run("terms", "export", "--to", "csv", "--output", str(desk.root / "a.csv"))
    assert result.exit_code == 0, result.output
    assert "CSTO" in desk.read("a.csv")
