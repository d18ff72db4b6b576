import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.payloads import payloads

from tlumach.rendering.composition import LISTS
from tlumach.rendering.inspection import Inspector, is_suspicious

INSPECTOR = Inspector()
FRAGMENTS = st.sampled_from(
    [
        "<b>",
        "<",
        ">",
        "/",
        "[x](",
        "a.md",
        ")",
        "![",
        "](",
        "https://a.example/b",
        "//a",
        "javascript:",
        "&#58;",
        "&colon;",
        "\\",
        '"',
        ' "t"',
        "'",
        "[r]",
        "[r]: ",
        "\n",
        "\n\n",
        "    ",
        "{",
        "}",
        "{ #a }",
        "{ .md-x }",
        "{ onclick=a }",
        "{{ terms }}",
        "{{ x }}",
        "`",
        "[^1]: ",
        "*[a]: ",
        " ",
        "б",
        ":",
        "%3A",
        "<a@b.c>",
        "<https://a.example>",
        "- ",
        "> ",
        "(",
        "| a |\n|---|\n",
        "\u200b",
        "ｊ",
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "Слово.",
        "[x](a.md) [y](https://a.example/b?c=d) ![z](e.png)",
        "Т\n{ #a .b }",
        "{{ terms }}",
        "а < б > в",
        "<https://a.example>",
    ],
)
def test_ordinary_text_is_not_rendered(text: str) -> None:
    assert not is_suspicious(text)


def test_every_payload_is_suspicious() -> None:
    assert all(is_suspicious(payload.page) for payload in payloads() if not payload.field)


@given(st.lists(FRAGMENTS, max_size=14).map("".join))
def test_whatever_is_refused_was_suspicious(text: str) -> None:
    assert is_suspicious(text) or all(refused.what in LISTS for refused in INSPECTOR.refused(text))


def test_one_text_leaves_nothing_for_the_next() -> None:
    assert INSPECTOR.refused("[x][r]\n\n[r]: javascript:y")
    assert not INSPECTOR.refused("[x][r] и\n\nтекст")


def test_what_is_left_of_markup_in_running_text_is_named_and_in_code_it_is_not() -> None:
    assert [refused.what for refused in INSPECTOR.refused('a {{ b }} [c](d "{{ e }}") `{{ f }}`')] == [
        "{{ b }}",
        "{{ e }}",
    ]
    assert INSPECTOR.refused("`{{ a }}`\n\n    {{ b }}") == []


@pytest.mark.parametrize("inner", ["```console\nls\n```", "<p>one</p>", "- a\n\n    ```\n    b\n    ```"])
def test_what_is_refused_is_shown_without_the_renderer_s_own_marks(inner: str) -> None:
    """Hundreds of findings on real pages quoted `wzxhzdk:0`, which stands in nobody's text."""
    refused = INSPECTOR.refused(f'<div class="termy">\n\n{inner}\n\n</div>\n')
    assert refused and not any(mark in each.what for each in refused for mark in ("wzxhzdk", "\x02", "\x03"))


@pytest.mark.parametrize("name", ["md-button", "md-button md-button--primary"])
def test_the_classes_of_a_button_are_an_author_s_to_write(name: str) -> None:
    classes = " ".join(f".{each}" for each in name.split())
    assert Inspector().refused(f"[A](a.md){{ {classes} }}") == []


@pytest.mark.parametrize("name", ["md-buttons", "md-button--x", "md-search", "js-md-button"])
def test_other_classes_of_the_theme_are_not(name: str) -> None:
    assert [found.what for found in Inspector().refused(f"[A](a.md){{ .{name} }}")] == ["class"]


def test_a_text_that_is_asked_for_again_is_judged_as_before() -> None:
    inspector = Inspector()
    texts = ["<b onclick=x>y</b>", "[x](javascript:y)", "раз", "<b onclick=x>y</b>"]
    assert [inspector.refused(text) for text in [*texts, *texts]] == 2 * [Inspector().refused(text) for text in texts]
