import re

import pytest
from markdown import Markdown

from tlumach.rendering.sanitizer.sanitizer import Sanitizer

TABS = '=== "Раз *x*"\n\n    один\n\n    === "В"\n\n        внутри\n\n=== "Два"\n\n    - два\n'


def made(text: str, *extensions: str, **configs: dict[str, object]) -> str:
    sanitizer = Sanitizer()
    options = {name.replace("_", "."): config for name, config in configs.items()}
    html = Markdown(extensions=[*extensions, sanitizer], extension_configs=options).convert(text)
    assert not sanitizer.refused
    return html.replace("\n", "").replace("  ", " ")


def test_all_panels_of_tabs_are_shown_each_under_its_label() -> None:
    for alternate in (True, False):
        html = made(TABS, "pymdownx.tabbed", pymdownx_tabbed={"alternate_style": alternate})
        assert "<input" not in html and "<label" not in html
        outer = '<div class="tabs"><p class="tab-label"><strong>Раз <em>x</em></strong></p><div class="tab-panel"><p>один</p>'
        inner = '<div class="tabs"><p class="tab-label"><strong>В</strong></p><div class="tab-panel"><p>внутри</p></div></div></div>'
        second = '<p class="tab-label"><strong>Два</strong></p><div class="tab-panel"><ul><li>два</li></ul></div></div>'
        assert html == outer + inner + second


def test_tabs_of_blocks_too() -> None:
    html = made("/// tab | A\na\n///\n\n/// tab | B\nb\n///", "pymdownx.blocks.tab")
    assert html.count("tab-label") == html.count("tab-panel") == 2


def test_tasks_show_their_state() -> None:
    for custom in (True, False):
        html = made("- [x] a\n- [ ] b", "pymdownx.tasklist", pymdownx_tasklist={"custom_checkbox": custom})
        assert "☑ a" in html and "☐ b" in html and "<input" not in html


@pytest.mark.parametrize(
    "kind", ["caption", "figure-caption", "figure-caption | 3", "figure-caption | ^1", "table-caption | < "]
)
def test_a_figure_and_its_caption_are_kept_and_numbered(kind: str) -> None:
    html = made(f"a\n\n/// {kind}\nb *c*\n///", "pymdownx.blocks.caption")
    assert "<figure" in html and "<figcaption>" in html and "<em>c</em>" in html and " __figure" not in html


@pytest.mark.parametrize(
    ("bar", "words"),
    [
        ('[=65% "65 of 100"]', "65 of 100"),
        ('[=100% "all *done*"]{: .x}', "all <em>done</em>"),
        ("[=65%]", "65%"),
        ("[=12.5%]", "12.5%"),
        ("[=3/8]", "37.5%"),
        ("[== 0%]", "0%"),
    ],
)
def test_a_bar_says_its_words_or_how_much_it_is(bar: str, words: str) -> None:
    html = made(f"Before\n\n{bar}\n\nAfter", "pymdownx.progressbar", "attr_list")
    assert "style" not in html and "<div" not in html
    assert re.sub(r"</?span[^<>]*>", "", html) == f"<p>Before</p><p>{words}</p><p>After</p>"


def test_a_style_that_somebody_writes_on_a_bar_is_refused_all_the_same() -> None:
    sanitizer = Sanitizer()
    Markdown(extensions=["pymdownx.progressbar", "attr_list", sanitizer]).convert(
        '[=65% "a"]{: style="position:fixed"}'
    )
    assert [each.what for each in sanitizer.refused] == ["style"]
