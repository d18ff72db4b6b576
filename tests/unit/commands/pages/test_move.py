"""`tlumach move` and `tlumach remove`, as an editor uses them, in both structures."""

import json
from pathlib import Path

import pytest
from tests.translator import Desk

STORY = {"ru": "# История\n\n![Карта](map.png) ![Общая](../shared.png)\n\nСм. [о нас](../about.md#who).\n",
         "uk": "# Історія\n\n![Карта](map.png) ![Спільна](../shared.png)\n\nДив. [про нас](../about.md#who).\n"}  # fmt: skip
SEE = "`[код](story/index.md)`.\n\n[ref]: <story/index.md#x>\n"
ABOUT = {"ru": f'# О нас {{ #who }}\n\nСм. [историю](story/index.md "та"), ![общая](shared.png) и {SEE}',
         "uk": f'# Про нас {{ #who }}\n\nДив. [історію](story/index.md "та"), ![спільна](shared.png) і {SEE}'}  # fmt: skip


@pytest.fixture(params=["folder", "suffix"])
def desk(tmp_path: Path, request: pytest.FixtureRequest) -> Desk:
    """A page in a folder with a picture of its own and one that it shares, and a page that links it; all confirmed."""
    desk = Desk(tmp_path)
    for file in (tmp_path / "docs").rglob("*.md"):
        file.unlink()
    settings = desk.read("mkdocs.yml").replace("        - {locale: en, name: English}\n", "")
    settings = settings.replace("i18n:\n", f"i18n:\n      docs_structure: {request.param}\n")
    desk.write("mkdocs.yml", f"{settings}nav:\n  - About: about.md  # we\n  - 'story/index.md'\n")
    desk.structure = request.param  # type: ignore[attr-defined]
    for language in ("ru", "uk"):
        desk.write(at(desk, language, "story/index.md"), STORY[language])
        desk.write(at(desk, language, "about.md"), ABOUT[language])
    desk.write(at(desk, "ru", "story/map.png"), b"\x89PNG map")
    desk.write(at(desk, "ru", "shared.png"), b"\x89PNG shared")
    assert desk.run("confirm", "--all", "--language", "uk").exit_code == 0
    return desk


def at(desk: Desk, language: str, path: str) -> str:
    if desk.structure == "folder":  # type: ignore[attr-defined]
        return f"docs/{language}/{path}"
    stem, _, ending = path.rpartition(".")
    return f"docs/{path}" if language == "ru" else f"docs/{stem}.{language}.{ending}"


def contents(desk: Desk) -> dict[str, bytes]:
    return {name: content for name, (content, _) in desk.files().items() if not name.startswith(".cache")}


def states(desk: Desk) -> set[str]:
    pages = json.loads(desk.run("status", "--json").stdout)["pages"]
    return {block["state"] for page in pages for block in page["blocks"]}


def found(desk: Desk) -> set[str]:
    return {each["code"] for each in json.loads(desk.run("check", "--format", "json").stdout)}


def test_a_page_goes_with_pictures_records_links_and_a_way_from_its_old_address(desk: Desk) -> None:
    before = found(desk)
    result = desk.run("move", "story/index.md", "news/war.md")
    assert result.exit_code == 0, result.output
    ru, uk = (desk.read(at(desk, each, "news/war.md")) for each in ("ru", "uk"))
    assert ru == f"---\nredirect_from:\n  - story/index.md\n---\n{STORY['ru']}" and uk == STORY["uk"]
    assert 'news/war.md "та"' in desk.read(at(desk, "uk", "about.md"))
    assert "`[код](story/index.md)`" in desk.read(at(desk, "uk", "about.md"))
    assert "[ref]: <news/war.md#x>" in desk.read(at(desk, "ru", "about.md"))
    names = set(contents(desk))
    assert {at(desk, "ru", "news/map.png"), at(desk, "ru", "shared.png"), "translations/uk/news/war.po"} <= names
    assert not any("story" in name for name in names) and not (desk.root / "translations/uk/story").exists()
    assert "news/war.md" in desk.read("translations/uk/about.po") and "story/" not in desk.read(
        "translations/uk/news/war.po"
    )
    assert "  - About: about.md  # we\n  - 'news/war.md'\n" in desk.read("mkdocs.yml")
    assert states(desk) == {"current"} and found(desk) == before


def test_raw_html_and_settings_go_along_and_what_has_no_one_right_answer_is_named(desk: Desk) -> None:
    about = at(desk, "uk", "about.md")
    html = '<a href="story/index.html"><img src="story/map.png" srcset="story/map.png 2x"></a>\n\n[так](/story/)\n'
    desk.write(about, f"{desk.read(about)}\n{html}")
    settings = f"{desk.read('mkdocs.yml')}not_in_nav: |\n  story/index.md\n  story/*.md\n"
    desk.write("mkdocs.yml", settings)
    result = desk.run("move", "story/index.md", "news/war.md")
    assert result.exit_code == 0
    fresh = html.replace("story/index.html", "news/war.html").replace("story/map", "news/map")
    assert desk.read(about).endswith(f"\n{fresh}")
    assert "  news/war.md\n  story/*.md\n" in desk.read("mkdocs.yml")
    said = [line.split(" former-name ")[0] for line in result.stderr.splitlines() if " former-name " in line]
    lines = desk.read(about).splitlines()
    star = desk.read("mkdocs.yml").splitlines().index("  story/*.md") + 1
    assert f"{about}:{lines.index('[так](/story/)') + 1}: warning:" in said
    assert f"mkdocs.yml:{star}: warning:" in said
    assert any(f"{about}:3" in each for each in said)  # the code in backticks


def test_a_folder_goes_as_a_whole_and_back_again(desk: Desk) -> None:
    before = contents(desk)
    assert desk.run("move", "story", "news/war").exit_code == 0
    assert at(desk, "ru", "news/war/map.png") in contents(desk) and states(desk) == {"current"}
    assert "(../../about.md#who)" in desk.read(at(desk, "uk", "news/war/index.md"))
    assert desk.run("move", "news/war", "story").exit_code == 0
    after = contents(desk)
    text = after.pop(at(desk, "ru", "story/index.md")).decode()
    assert text == f"---\nredirect_from:\n  - news/war/index.md\n---\n{STORY['ru']}"
    assert after == {name: content for name, content in before.items() if name in after} and states(desk) == {"current"}


def test_a_page_goes_into_a_folder_under_its_name(desk: Desk) -> None:
    assert desk.run("move", at(desk, "uk", "about.md"), "story").exit_code == 0
    assert '(index.md "та")' in desk.read(at(desk, "uk", "story/about.md")) and "(about.md#who)" in desk.read(
        at(desk, "uk", "story/index.md")
    )
    assert states(desk) == {"current"}


def test_a_page_renamed_by_hand_is_recognised_and_the_rest_is_done(desk: Desk) -> None:
    for language in ("ru", "uk"):
        (desk.root / at(desk, language, "story/index.md")).rename(desk.root / at(desk, language, "story/war.md"))
    said = desk.run("check").stdout
    assert f"{at(desk, 'uk', 'story/war.md')}:1: warning: renamed-page" in said
    assert "`tlumach move story/index.md story/war.md`" in said
    assert desk.run("move", "story/index.md", "story/war.md").exit_code == 0
    assert states(desk) == {"current"} and "renamed-page" not in found(desk) and "broken-link" not in found(desk)
    assert "redirect_from:\n  - story/index.md\n" in desk.read(at(desk, "ru", "story/war.md"))


def test_a_page_renamed_into_another_folder_by_hand_gets_its_own_links_anew(desk: Desk) -> None:
    for language in ("ru", "uk"):
        desk.write(at(desk, language, "war.md"), desk.read(at(desk, language, "story/index.md")))
        (desk.root / at(desk, language, "story/index.md")).unlink()
    assert desk.run("move", "story/index.md", "war.md").exit_code == 0
    assert "(about.md#who)" in desk.read(at(desk, "uk", "war.md")) and "(shared.png)" in desk.read(
        at(desk, "uk", "war.md")
    )
    assert states(desk) == {"current"} and "broken-link" not in found(desk)


def test_a_page_that_is_linked_is_not_removed_and_each_link_is_named(desk: Desk) -> None:
    before = contents(desk)
    result = desk.run("remove", "story/index.md")
    assert result.exit_code == 1 and result.stderr.count("linked-page") == 4 and contents(desk) == before


def test_a_page_is_removed_and_another_stands_in_for_it(desk: Desk) -> None:
    assert desk.run("remove", "story/index.md", "--to", "about.md").exit_code == 0
    names = set(contents(desk))
    assert not any("story" in name for name in names) and at(desk, "ru", "shared.png") in names
    assert "redirect_from:\n  - story/index.md\n" in desk.read(at(desk, "ru", "about.md"))
    assert '(about.md "та")' in desk.read(at(desk, "uk", "about.md")) and "story" not in desk.read("mkdocs.yml")
    assert states(desk) == {"current"} and "broken-link" not in found(desk)


def test_a_record_without_a_page_is_a_warning_with_the_way_out(desk: Desk) -> None:
    for language in ("ru", "uk"):
        (desk.root / at(desk, language, "story/index.md")).unlink()
        desk.write(at(desk, language, "about.md"), "# А\n\nБ.\n")
    said = desk.run("check").stdout
    assert (
        "translations/uk/story/index.po:1: warning: record-without-page" in said
        and "`tlumach remove story/index.md`" in said
    )
    assert desk.run("remove", "story/index.md").exit_code == 0
    assert "record-without-page" not in found(desk)


def test_a_former_path_where_there_is_a_page_again_is_a_warning(desk: Desk) -> None:
    desk.run("move", "story/index.md", "news/war.md")
    desk.write(at(desk, "ru", "story/index.md"), "# Новая\n\nСтраница.\n")
    assert "former-path" in found(desk)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("move", "nothing.md", "b.md"), 2, "unknown-page"),
        (("move", "story/index.md", "about.md"), 1, "page-exists"),
        (("move", "story/index.md", "story/index.md"), 2, "lies there already"),
        (("move", "story", "b.md"), 2, "Name a folder"),
        (("move", "story/index.md", "../b.md"), 2, "is no path"),
        (("remove", "nothing.md"), 2, "unknown-page"),
        (("remove", "story"), 2, "unknown-page"),
        (("remove", "story/index.md", "--to", "nothing.md"), 2, "could stand in"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    desk: Desk, arguments: tuple[str, ...], status: int, said: str
) -> None:
    before = contents(desk)
    result = desk.run(*arguments)
    assert (result.exit_code, contents(desk)) == (status, before) and said in result.output


def test_if_one_file_cannot_be_written_nothing_is_moved(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.replace

    def fail(file: Path, target: Path) -> Path:
        if target.match("translations/uk/about.po") and file.suffix == ".new":
            raise OSError(28, "No space left on device", str(target))
        return rename(file, target)

    before = contents(desk)
    monkeypatch.setattr(Path, "replace", fail)
    result = desk.run("move", "story/index.md", "news/war.md")
    assert result.exit_code == 1 and "unwritable" in result.output and contents(desk) == before


def test_a_broken_record_stops_the_move(desk: Desk) -> None:
    desk.write("translations/uk/story/index.po", 'msgid "a\n')
    before = contents(desk)
    result = desk.run("move", "story/index.md", "news/war.md")
    assert result.exit_code == 1 and "record-syntax" in result.output and contents(desk) == before
