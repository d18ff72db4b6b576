"""What mkdocs.yml says of pages that move."""

import pytest

from tlumach.settings import Settings
from tlumach.tracking.moving.settings_file import Left, renamed, renames_of
from tlumach.tracking.moving.targets import Move

SETTINGS = Settings(("ru", "uk"), "https://tlumach.example/", {}, {})
MOVE = Move({"story/index.md": "news/war.md", "story/map.png": "news/map.png"}, {})
FOLDER = Move({"story/index.md": "news/index.md"}, {"story": "news"})
FILES = [(f"docs/{each}/story/index.md", f"docs/{each}/news/war.md") for each in ("ru", "uk")]


def after(text: str, move: Move = MOVE) -> tuple[str, list[Left]]:
    files = [(old, new.replace("war", "index")) for old, new in FILES] if move is FOLDER else FILES
    return renamed(text, renames_of(SETTINGS, move, files))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "exclude_docs: |\n  story/index.md\n  # story/index.md\n",
            "exclude_docs: |\n  news/war.md\n  # story/index.md\n",
        ),
        (
            "not_in_nav: |\n  /story/index.md\n  !/uk/story/index.md\n",
            "not_in_nav: |\n  /news/war.md\n  !/uk/news/war.md\n",
        ),
        ("draft_docs: |\n  ru/story/index.md # so\n", "draft_docs: |\n  ru/story/index.md # so\n"),
        ("a: {redirect_maps: {'old.md': 'story/index.md'}}", "a: {redirect_maps: {'old.md': 'news/war.md'}}"),
        ("checks:\n  docs/uk/story/index.md: {numbers: off}\n", "checks:\n  docs/uk/news/war.md: {numbers: off}\n"),
        (
            "freshness:\n  fail: [uk, story/index.md]  # story/index.md\n",
            "freshness:\n  fail: [uk, news/war.md]  # story/index.md\n",
        ),
        ("extra: {logo: story/map.png}", "extra: {logo: news/map.png}"),
        (
            "i18n:\n  languages:\n  - nav: [story/index.md]\n",
            "i18n:\n  languages:\n  - nav: [news/war.md]\n",
        ),
        ("a: !ENV [X, story/index.md]\nb: 'my story/index.md'\n", "a: !ENV [X, news/war.md]\nb: 'my story/index.md'\n"),
        ("site_name: story\n", "site_name: story\n"),
        ("a: [", "a: ["),
    ],
)
def test_a_name_is_written_anew_and_all_else_stays(text: str, wanted: str) -> None:
    assert after(text)[0] == wanted


def test_the_patterns_of_a_folder_that_moves_as_a_whole_move_with_it() -> None:
    text = "exclude_docs: |\n  story/**\n  /uk/story/*.md\nchecks: {docs/story/: off, 'story/*': off}\n"
    assert after(text, FOLDER) == (text.replace("story", "news"), [])


def test_patterns_that_mean_other_files_now_are_named_and_left() -> None:
    text = "checks:\n  story/*: off\n  docs/**: warn\n  '*/news/*.md': off\nnot_in_nav: |\n  story/\n  *.md\n"
    fresh, left = after(text)
    assert fresh == text
    assert left == [
        Left(2, "story/*", "docs/ru/story/index.md"),
        Left(4, "*/news/*.md", "docs/ru/news/war.md", True),
        Left(6, "story/", "docs/ru/story/index.md"),
    ]


def test_a_name_that_yaml_would_read_otherwise_is_quoted() -> None:
    text, _ = renamed(
        "a: story/index.md\nb: 'story/index.md'\n", renames_of(SETTINGS, Move({"story/index.md": "a: b.md"}), [])
    )
    assert text == "a: \"a: b.md\"\nb: 'a: b.md'\n"
