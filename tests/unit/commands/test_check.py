"""`tlumach check`, as a translator and as a machine use it."""

import json
import shutil
from pathlib import Path

import pytest
from tests.translator import RU, UK, Desk

from tlumach.languages.spelling import speller
from tlumach.library.files import Files
from tlumach.library.library import digest


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.edit(RU, "Второй абзац о море и ветре.", "Погибли 14 из 17 человек.")
    desk.edit(UK, "Другий абзац про море й вітер.", "Загинули 15 із 17 осіб.")
    return desk


def test_text_has_one_line_for_a_problem_and_the_two_lines_it_compares(desk: Desk) -> None:
    result = desk.run("check")
    lines = result.stdout.splitlines()
    at = next(
        number
        for number, line in enumerate(lines)
        if line.startswith(f"{UK}:5: error: numbers 14 in the source is 15 here")
    )
    assert lines[at + 1 : at + 3] == [f"    {RU}:5: Погибли 14 из 17 человек.", f"    {UK}:5: Загинули 15 із 17 осіб."]
    assert result.exit_code == 1
    assert "2 pages in 3 languages: 1 error" in result.stderr


def test_paths_choose_files_and_folders(desk: Desk) -> None:
    assert "numbers" in desk.run("check", UK).stdout
    assert "numbers" in desk.run("check", "docs/uk").stdout
    result = desk.run("check", RU)
    assert result.stdout == "" and result.exit_code == 0
    assert desk.run("check", "docs/xx").exit_code == 2
    desk.write("docs/uk/about.md", "# Про\n")
    assert "Did you mean docs/uk/about.md?" in desk.run("check", "docs/uk/abuot.md").stderr


def test_json_has_both_lines(desk: Desk) -> None:
    problems = json.loads(desk.run("check", "--format", "json").stdout)
    (found,) = [each for each in problems if each["code"] == "numbers"]
    assert (found["path"], found["line"], found["level"]) == (UK, 5, "error")
    assert found["source"] == {"path": RU, "line": 5, "text": "Погибли 14 из 17 человек."}
    assert found["text"] == "Загинули 15 із 17 осіб."


def test_github_annotations_are_escaped(desk: Desk) -> None:
    desk.edit(UK, "15 із 17 осіб", "15 із 17 осіб, 5%")
    lines = desk.run("check", "--format", "github").stdout.splitlines()
    assert any(line.startswith(f"::error file={UK},line=5,title=numbers::") and "%25" in line for line in lines)


def test_sarif_has_rules_with_texts_and_related_places(desk: Desk) -> None:
    log = json.loads(desk.run("check", "--format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    (result,) = [each for each in run["results"] if each["ruleId"] == "numbers"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == "numbers" and "To mend it" in rule["fullDescription"]["text"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 5}
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == RU


def test_waived_lists_findings_with_reasons(desk: Desk) -> None:
    desk.run("confirm", UK)
    desk.edit(
        "translations/uk/a.po",
        "#: docs/ru/a.md:5",
        "# waive numbers: описка источника\n#: docs/ru/a.md:5",
    )
    result = desk.run("check", "--waived")
    assert f"{UK}:5: error: numbers" in result.stdout and "waived: описка источника" in result.stdout
    assert "1 waived." in result.stderr and result.exit_code == 0


def test_quiet_prints_what_fails_and_no_summary(desk: Desk) -> None:
    result = desk.run("check", "--quiet")
    assert [line.split()[1] for line in result.stdout.splitlines() if line.startswith("docs/")] == ["error:"]
    assert result.stderr == "" and result.exit_code == 1
    assert "warning:" in desk.run("check", "--quiet", "--strict").stdout


def test_colours_are_for_those_who_want_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in desk.run("check").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[31m\x1b[1merror:\x1b[0m" in desk.run("check").stdout
    assert "\x1b[" not in desk.run("check", "--no-color").stdout + desk.run("--no-color", "check").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in desk.run("check").stdout


@pytest.mark.slow
def test_words_that_no_dictionary_knows_go_onto_the_projects_list(desk: Desk) -> None:
    if not speller("uk"):
        pytest.skip("no dictionary of Ukrainian here")
    desk.edit(UK, "Загинули 15", "Загинули у фронтендівський день 15")
    assert "knows “фронтендівський”" in desk.run("check", "--info").stdout
    result = desk.run("check", "--add-words")
    assert (result.exit_code, "words/uk.txt: 1 word added." in result.stderr) == (0, True)
    assert "фронтендівський" in (desk.root / "words/uk.txt").read_text(encoding="utf-8").splitlines()
    assert "knows “фронтендівський”" not in desk.run("check", "--info").stdout
    assert "no word to add" in desk.run("check", "--add-words").stderr


@pytest.mark.parametrize("is_known", [True, False])
def test_what_the_last_build_read_is_read_when_it_is_asked_for_and_anew_where_it_was_edited(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, is_known: bool
) -> None:
    said = desk.run("check").stdout
    files = [file for folder in ("docs", "translations") for file in (desk.root / folder).rglob("*.*")]
    content = {file.relative_to(desk.root).as_posix(): file.read_bytes() if is_known else b"" for file in files}
    monkeypatch.setattr(
        "tlumach.commands.check.digests_now", lambda root, names: {name: digest(each) for name, each in content.items()}
    )
    assert desk.run("check").stdout == said != ""


def test_a_check_reads_what_has_changed_since_the_last_one(desk: Desk) -> None:
    said = desk.run("check").stdout
    assert desk.run("check").stdout == said != ""
    read: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        content = Files.content

        def noted(self: Files, name: str) -> bytes | None:
            read.append(name)
            return content(self, name)

        patch.setattr(Files, "content", noted)
        desk.edit(UK, "Загинули 15", "Загинули  16")
        changed = desk.run("check").stdout
    assert changed != said and UK in read
    shutil.rmtree(desk.root / ".cache")
    assert desk.run("check").stdout == changed
