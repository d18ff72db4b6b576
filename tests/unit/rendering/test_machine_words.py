"""What a renderer says in English is said in the language of the text."""

import pytest
from markdown import Markdown

from tlumach.languages.messages import load_messages
from tlumach.rendering.machine_words import MachineWords, title_of
from tlumach.rendering.sanitizer.sanitizer import Sanitizer

EXTENSIONS = [
    "admonition",
    "attr_list",
    "pymdownx.details",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.details",
    "pymdownx.tasklist",
    "pymdownx.superfences",
]


def rendered(text: str, language: str) -> str:
    words = MachineWords()
    words.say = load_messages(language)
    return Markdown(extensions=[*EXTENSIONS, Sanitizer(), words]).convert(text)


@pytest.mark.parametrize(
    "text",
    [
        "!!! note\n    А.",
        "!!! note inline end\n    А.",
        "??? note\n    А.",
        "???+ note\n    А.",
        "/// note\nА.\n///",
        "- пункт\n\n    !!! note\n        А.",
    ],
)
@pytest.mark.parametrize(
    ("language", "title"), [("uk", "Примітка"), ("de", "Hinweis"), ("kk", "Ескертпе"), ("en", "Note"), ("ja", "Note")]
)
def test_a_box_without_a_title_has_one_in_the_language_of_the_text(text: str, language: str, title: str) -> None:
    assert f">{title}</" in rendered(text, language)


@pytest.mark.parametrize(
    "text",
    [
        '!!! note "Note"\n    А.',
        '??? note "Note"\n    А.',
        "/// note | Note\nА.\n///",
        "!!! custom\n    А.",
        '!!! note ""\n    А.',
    ],
)
def test_a_title_that_was_written_stays_and_so_does_a_kind_that_nobody_knows(text: str) -> None:
    assert rendered(text, "uk") == rendered(text, "en")


def test_code_is_no_box() -> None:
    assert "!!! note" in rendered("```\n!!! note\n    А.\n```", "uk")


def test_other_names_of_a_kind_have_its_title() -> None:
    assert [title_of(kind, load_messages("pl")) for kind in ("tldr", "faq", "cite", "custom")] == [
        "Streszczenie",
        "Pytanie",
        "Cytat",
        "",
    ]


def test_the_state_of_a_task_is_said_in_the_language_of_the_text() -> None:
    html = rendered("- [x] Є.\n- [ ] Нема.", "uk")
    assert 'aria-label="зроблено">☑</span>' in html and 'aria-label="не зроблено">☐</span>' in html


@pytest.mark.parametrize(("language", "title"), [("pl", "Szczegóły"), ("en", "Details")])
def test_what_folds_without_a_title_gets_one(language: str, title: str) -> None:
    html = rendered("/// details\n\nTekst.\n\n///\n\n/// details | Swój\n\nTekst.\n\n///\n", language)
    assert html.count(f"<summary>{title}</summary>") == 1 and "<summary>Swój</summary>" in html


def test_what_runs_another_way_says_so() -> None:
    html = rendered("[A](a.md){ lang=en } [B](b.md){ lang=fa }\n", "ar")
    assert html.count("dir=") == 1 and 'dir="ltr"' in html
    assert 'dir="rtl"' in rendered("[B](b.md){ lang=fa } [A](a.md){ lang=de }\n", "uk")


def test_what_runs_another_way_says_so_and_so_does_what_is_the_readers_on_a_page_that_runs_another_way() -> None:
    assert '<p dir="ltr" lang="ru">' in rendered("А.\n{ lang=ru }", "ar")
    assert '<p dir="rtl" lang="ar">' in rendered("ا.\n{ lang=ar }", "ar")
    assert "dir" not in rendered("А.\n{ lang=ru }", "uk")
