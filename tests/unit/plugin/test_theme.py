"""Parts of pages that are made once, what a page needs of the style sheets, and files named by their content."""

import re
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

from tlumach.plugin.theme import OURS, Compiled, Once, join_scripts, named_by_content, needs_markup, put_ours_in

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


def rules(name: str) -> list[str]:
    """The selectors of one of our style sheets, each by itself."""
    text = re.sub(r"/\*.*?\*/|url\('.*?'\)", "", (OURS / STYLES / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    found = re.sub(
        r":is\(([^()]*)\)", lambda listed: listed[1].split(",")[0].strip(), ",".join(re.findall(r"([^{}]+){", text))
    )
    return [each.strip() for each in found.split(",") if each.strip() and not each.strip().startswith((":root", "@"))]


@pytest.mark.parametrize("selector", rules("markup.css"))
def test_a_page_with_anything_of_the_second_sheet_asks_for_it(selector: str) -> None:
    tags, classes = re.findall(r"(?<![\w.#-])[a-z][a-z0-9]*", selector), re.findall(r"\.([\w-]+)", selector)
    html = "".join(f"<{tag}>" for tag in tags) + f'<p id="a" class="{" ".join(classes)}">'
    assert needs_markup(html), html


@pytest.mark.parametrize(
    "html",
    [
        '<p class="voice">',
        '<div class="admonition question">',
        '<details class="picture"><summary>info</summary><table class="data">',
        '<p>class="tip" &lt;pre&gt; <code>highlight</code></p>',
        '<p class="tips" title="bug">',
        "<h1><h2><h3><ins2>",
    ],
)
def test_one_with_none_of_it_does_not(html: str) -> None:
    assert not needs_markup(html)


@pytest.mark.parametrize(
    "made",
    [
        '<div class="admonition tip inline end">',
        '<p class="x md-button md-button--primary">',
        "<pre>",
        '<ul class="task-list"><li class="task-list-item">',
        '<dl>\n<dt id="a">',
        '<details class="original" id="b">',
    ],
)
def test_what_few_pages_have_needs_the_second_sheet(made: str) -> None:
    assert needs_markup(made)


def test_remarks_of_a_line_are_left_out(tmp_path: Path) -> None:
    (tmp_path / STYLES).mkdir(parents=True)
    (tmp_path / STYLE).write_text("/* why */\na { color: red }\n")
    script = tmp_path / "assets/javascripts/tlumach.js"
    script.parent.mkdir()
    script.write_text('// why\n{\n  const a = "http://b"; // what\n  // more\n}\n')
    files = [
        File(f"assets/{name}", str(tmp_path), "site", use_directory_urls=False)
        for name in (STYLE[7:], "javascripts/tlumach.js")
    ]
    named_by_content(files, [str(tmp_path)])
    assert [file.content_string for file in files] == ["a{color: red}", '{\nconst a = "http://b";\n}\n']


@pytest.mark.parametrize("own", [True, False])
def test_the_scripts_of_every_page_are_one_file_with_what_a_project_has_in_the_place_of_a_part(
    tmp_path: Path, own: bool
) -> None:
    names = ["tlumach.js", "frame.js", "search-loader.js", "search.js"]
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder, name in [*((ours, name) for name in names), (theirs, "frame.js")]:
        (folder / "assets/javascripts").mkdir(parents=True, exist_ok=True)
        (folder / "assets/javascripts" / name).write_text(f'say("{folder.name} {name}");')
    holders = {name: theirs if own and name == "frame.js" else ours for name in names}
    files = Files(
        [File(f"assets/javascripts/{name}", str(holders[name]), "site", use_directory_urls=False) for name in names]
    )
    join_scripts(files, [str(theirs), str(ours)])
    assert [PurePosixPath(file.src_uri).name for file in files] == ["tlumach.js", "search.js"]
    said = re.findall(r'say\("(.*?)"\)', next(iter(files)).content_string)
    assert said == ["ours tlumach.js", f"{'theirs' if own else 'ours'} frame.js", "ours search-loader.js"]


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


def test_what_the_package_ships_is_kept_beside_its_modules_and_what_a_project_has_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, own, kept = tmp_path / "theme", tmp_path / "own", tmp_path / "__pycache__"
    for folder in (ours, own):
        folder.mkdir()
        (folder / f"{folder.name}.html").write_text("in {{ language }}")
    monkeypatch.setattr("tlumach.plugin.theme.OURS", ours)
    monkeypatch.setattr("tlumach.plugin.theme.BYTECODE", kept)
    monkeypatch.setattr("sys.dont_write_bytecode", False)

    def said(name: str, **options: Any) -> str:
        env = Environment(loader=FileSystemLoader([own, ours]), bytecode_cache=Compiled(), **options)
        return env.get_template(name).render(language="<uk>")

    assert said("own.html") == "in <uk>" and not kept.exists()
    assert said("theme.html") == "in <uk>" and len([*kept.iterdir()]) == 1
    assert said("theme.html", autoescape=True) == "in &lt;uk&gt;" and len([*kept.iterdir()]) == 2
    for file in kept.iterdir():
        whole = file.read_bytes()
        for damage in (whole[:-9], whole[:25], b"", b"no code"):
            file.write_bytes(damage)
            assert said("theme.html") == "in <uk>"
    monkeypatch.setattr(Environment, "compile", None)
    assert said("theme.html") == "in <uk>"


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
