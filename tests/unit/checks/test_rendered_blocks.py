from dataclasses import replace

import pytest
from tests.conftest import MakeLibrary

from tlumach.blocks.syntax import read_markdown_settings
from tlumach.checks.rendered_blocks import check_rendered_blocks
from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.problems import Code, Level


def library_of(make: MakeLibrary, text: str, *extensions: str) -> Library:
    library = make({"ru/a.md": text})
    markdown = read_markdown_settings([*library.settings.markdown.extensions, *extensions])
    page = parse_page(text, "ru", "a.md", markdown.syntax)[0]
    return replace(library, settings=replace(library.settings, markdown=markdown), pages={("ru", "a.md"): page})


@pytest.mark.parametrize(
    ("text", "extensions"),
    [
        ("# А\n\nтермин\n: что это\n\n    ещё\n\nдальше", ["def_list"]),
        ('# А\n\n=== "Раз"\n\n    один\n\n=== "Два"\n\n    два', ["pymdownx.tabbed"]),
        ("# А\n\n/// note\n\nтекст\n\n- раз\n///\n", ["pymdownx.blocks.admonition"]),
        ("# А\n\n<div markdown>\n\n*текст*\n\n</div>\n", ["md_in_html"]),
        ('# А\n\n--8<-- "part.md"\n\nтекст', ["pymdownx.snippets"]),
        ("# А\n\n$$\nE = mc^2\n$$\n\nдо $a^2$ после\n\n- а", ["pymdownx.arithmatex"]),
        ("# А\n\nтекст\n\n/// caption\nподпись\n///\n\n- а", ["pymdownx.blocks.caption"]),
        ("# А\n\n<div>\n\n```\nx\n```\n\n</div>\n\n  - а", []),
        (
            '# А\n\n<div>\n</div>\n\n```python hl_lines="2" title="а"\nx\n\ny\n```\n\n- а',
            ["pymdownx.superfences", "pymdownx.highlight"],
        ),
    ],
)
def test_what_the_splitter_follows_is_no_problem(make_library: MakeLibrary, text: str, extensions: list[str]) -> None:
    found = check_rendered_blocks(library_of(make_library, text, *extensions))
    assert [problem for problem in found if problem.code is not Code.PLAIN_FORM] == []


def test_where_it_cannot_follow_the_line_is_told(make_library: MakeLibrary) -> None:
    text = "---\ndescription: x\n---\n# А\n\nтекст\n\n- раз\n\n1. два\n"
    (problem,) = check_rendered_blocks(library_of(make_library, text, "sane_lists"))
    assert (problem.path, problem.line, problem.code) == ("docs/ru/a.md", 8, "blocks-disagree")
    assert problem.level is Level.WARNING


def test_a_footnote_defined_twice_is_named(make_library: MakeLibrary) -> None:
    text = "# А\n\nтекст[^1] [^2]\n\n[^1]: раз\n\n[^2]: два\n\n[^1]: три\n"
    (problem,) = check_rendered_blocks(library_of(make_library, text))
    assert (problem.line, problem.code) == (9, "two-notes")
    assert "line 5" in problem.message


@pytest.mark.parametrize(("path", "is_told"), [("a.md", True), ("texts/a.md", True), ("a/index.md", False)])
def test_an_explainer_without_a_folder_is_told_why_it_has_no_editions(
    make_library: MakeLibrary, path: str, is_told: bool
) -> None:
    text = "---\nsource_text: sources/a.txt\n---\n# А\n\nтекст\n"
    found = list(check_rendered_blocks(make_library({f"ru/{path}": text, f"uk/{path}": "# А\n\nтекст\n"})))
    assert [(problem.line, problem.code) for problem in found] == ([(2, "flat-explainer")] if is_told else [])


def test_what_nothing_draws_here_is_named_once(make_library: MakeLibrary) -> None:
    text = "# А\n\nдо $a^2$ после, ещё $b$\n\nа $5 и $6\n\n:material-check: да\n"
    library = library_of(make_library, text, "pymdownx.arithmatex", "pymdownx.emoji")
    found = list(check_rendered_blocks(library))
    assert [(problem.line, problem.code) for problem in found] == [(7, "plain-form"), (3, "plain-form")]
    assert ":material-check:" in found[0].message and "$a^2$" in found[1].message
    guest = replace(library, settings=replace(library.settings, pages="mkdocs"))
    assert list(check_rendered_blocks(guest)) == []
