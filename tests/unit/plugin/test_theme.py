"""Parts of pages that are made once, and Material's style sheet by whatever name it has."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

from tlumach.plugin.theme import OURS, Compiled, Once, material_css, named_by_content, put_ours_in

STYLES = "assets/stylesheets"
STYLE = f"{STYLES}/tlumach.css"
PART = Environment(autoescape=True).from_string("{% call once('part', language) %}<b>{{ n }}</b>{% endcall %}")


def test_a_part_is_made_once_for_what_it_depends_on() -> None:
    once = Once()
    rendered = [PART.render(once=once, language=language, n=n) for n, language in enumerate(["uk", "en", "uk"])]
    assert rendered == ["<b>0</b>", "<b>1</b>", "<b>0</b>"]


def test_parts_with_other_names_are_other_parts() -> None:
    once = Once()
    assert [once("head", "uk", caller=lambda: "a"), once("foot", "uk", caller=lambda: "b")] == ["a", "b"]


def test_each_build_makes_its_own() -> None:
    assert [PART.render(once=Once(), language="uk", n=n) for n in range(2)] == ["<b>0</b>", "<b>1</b>"]


def test_the_style_sheet_is_found_by_its_changing_name(tmp_path: Path) -> None:
    ours, materials = tmp_path / "ours", tmp_path / "material"
    for folder, name in ((ours, "tlumach.css"), (materials, "main.0123abcd.min.css")):
        (folder / "assets/stylesheets").mkdir(parents=True)
        (folder / "assets/stylesheets" / name).touch()
    assert material_css([str(ours), str(materials)]) == "assets/stylesheets/main.0123abcd.min.css"


def test_a_theme_without_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"main\.\*\.min\.css"):
        material_css([str(tmp_path)])


def test_files_of_the_theme_are_named_by_what_they_say(tmp_path: Path) -> None:
    (tmp_path / STYLES).mkdir(parents=True)

    def named(text: str) -> str:
        (tmp_path / STYLE).write_text(text)
        file = File(STYLE, str(tmp_path), "site", use_directory_urls=False)
        found = named_by_content([file], [str(tmp_path)])
        assert file.url == found[STYLE]
        return file.url

    first, other = named("a {}"), named("b {}")
    assert re.fullmatch(r"assets/stylesheets/tlumach\.[0-9a-f]{8}\.css", first)
    assert first != other and named("a {}") == first


def test_files_of_others_and_other_files_keep_their_names(tmp_path: Path) -> None:
    names = [(STYLE, tmp_path / "docs"), ("a.css", tmp_path), ("a.svg", tmp_path)]
    files = [File(name, str(folder), "site", use_directory_urls=False) for name, folder in names]
    assert named_by_content(files, [str(tmp_path), str(OURS)]) == {}
    assert [file.url for file in files] == [STYLE, "a.css", "a.svg"]


@pytest.mark.parametrize("own", [True, False])
def test_a_project_s_own_folder_stands_before_ours_and_ours_before_materials(tmp_path: Path, own: bool) -> None:
    theme = Theme("material", custom_dir=str(tmp_path) if own else None)
    for _ in range(3):  # once for each language, with the same object
        theme.dirs.insert(0, "sitemap of i18n")
        put_ours_in(theme)
    dirs = theme.dirs[1:] if own else theme.dirs
    assert theme.dirs[: int(own)] == [str(tmp_path)] * own
    assert dirs[0] == str(OURS) and dirs.count(str(OURS)) == 1 and dirs[1] == "sitemap of i18n"


def test_a_template_is_compiled_once_for_all_languages_and_again_when_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled, count = Compiled(), list[str]()
    compile_one = Environment.compile
    monkeypatch.setattr(
        Environment, "compile", lambda *given, **named: (count.append(""), compile_one(*given, **named))[1]
    )

    def said(language: str) -> str:
        env = Environment(loader=FileSystemLoader(tmp_path), autoescape=True, bytecode_cache=compiled)
        return env.get_template("a.html").render(language=language)

    (tmp_path / "a.html").write_text("in {{ language }}")
    assert [said("uk"), said("en")] == ["in uk", "in en"] and len(count) == 1
    (tmp_path / "a.html").write_text("auf {{ language }}")
    assert said("uk") == "auf uk" and len(count) == 2


def test_the_theme_has_the_same_files_though_its_icons_are_not_listed() -> None:
    def files(theme: Theme) -> list[tuple[str, str]]:
        found = Files([])
        config: Any = SimpleNamespace(theme=theme, site_dir="site", use_directory_urls=False)
        found.add_files_from_theme(theme.get_env(), config)
        return [(file.src_uri, str(file.src_dir)) for file in found]

    def material() -> Theme:
        theme = Theme(name="material", custom_dir=str(OURS), static_templates=["404.html"])
        theme.dirs[:] = [str(OURS), *(folder for folder in theme.dirs if folder != str(OURS))]
        return theme

    put_ours_in(ours := material())
    assert files(ours) == files(material()) and len(files(ours)) > 20
    assert ours.get_env().get_template(".icons/material/magnify.svg").render().startswith("<svg")
