import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from benchmark.content.generate import FEWEST_BLOCKS, MOST_BLOCKS, Content, pages
from benchmark.content.words import LANGUAGES, MORE_LANGUAGES, capitalised, made_up, read_words

from tlumach.blocks import Block, BlockKind
from tlumach.blocks.links import footnote_marks
from tlumach.checks import check_library
from tlumach.library import Library

SCRIPTS = str(Path(__file__).parents[4] / "scripts")

EXPLAINERS, TERMS = 12, 8
OUR_VOICE = (BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.BOX, BlockKind.TABLE, BlockKind.QUOTATION)


@pytest.fixture
def library(make_library: Any) -> Library:
    made: Library = make_library(dict(pages(EXPLAINERS, TERMS)))
    return made


def test_the_same_seed_gives_the_same_pages_in_another_process() -> None:
    program = f"import sys; sys.path.insert(0, {SCRIPTS!r}); from benchmark.content.generate import pages; print(ascii(dict(pages(3, 4))))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ascii(dict(pages(3, 4)))


def test_another_seed_gives_other_pages() -> None:
    first, second = dict(pages(2, 3, Content(seed=1))), dict(pages(2, 3, Content(seed=2)))
    assert first.keys() == second.keys()
    assert not first.items() & second.items()


@pytest.mark.slow
def test_pages_pass_the_checks(library: Library) -> None:
    assert {problem.code for problem in check_library(library)} == {"unconfirmed-blocks"}  # nobody has read them yet


@pytest.mark.slow
def test_a_large_vocabulary_is_used_and_the_pages_pass_the_checks(make_library: Any) -> None:
    few, many = (dict(pages(EXPLAINERS, TERMS, Content(vocabulary=number))) for number in (0, 100_000))
    words = {
        name: Counter(re.findall(r"\w+", " ".join(texts.values()))) for name, texts in (("few", few), ("many", many))
    }
    assert len(words["many"]) > 2 * len(words["few"])
    assert {problem.code for problem in check_library(make_library(many))} == {"unconfirmed-blocks"}
    assert len({made_up(number, "uk") for number in range(100_000)}) == 100_000


def test_two_more_languages_have_the_same_pages_in_other_words() -> None:
    found = dict(pages(3, 4, Content(more=MORE_LANGUAGES)))
    assert {name.partition("/")[0] for name in found} == {*LANGUAGES, *MORE_LANGUAGES}
    english, spanish = (found[f"{language}/story-0000/index.md"] for language in ("en", "es"))
    assert english != spanish and re.findall(r"\]\((\S+)\)", english) == re.findall(r"\]\((\S+)\)", spanish)
    assert "{{ explainers }}" in found["es/index.md"]


def test_every_page_stands_in_every_language(library: Library) -> None:
    assert len(library.pages) == len(LANGUAGES) * (EXPLAINERS + TERMS + 4)
    assert all(library.languages_of(path) == list(LANGUAGES) for path in library.paths)


def test_no_text_stands_twice(library: Library) -> None:
    texts = [block.text for page in library.pages.values() for block in page.blocks if block.kind in OUR_VOICE]
    repeated = {text for text, times in Counter(texts).items() if times > 1}
    assert repeated == {"{{ explainers }}", "{{ terms }}", "{{ downloads }}"}


def test_explainers_have_blocks_of_every_kind(library: Library) -> None:
    explainers = [page for page in library.pages.values() if page.is_explainer]
    kinds: Counter[BlockKind] = Counter()
    for page in explainers:
        shown = [block for block in page.blocks if block.kind is not BlockKind.FOOTNOTE]
        assert FEWEST_BLOCKS <= len(shown) <= MOST_BLOCKS
        kinds.update({block.kind for block in page.blocks})
    assert {*OUR_VOICE, BlockKind.HEADING, BlockKind.FOOTNOTE} <= kinds.keys()
    assert kinds[BlockKind.TABLE] < len(explainers)


def test_lists_and_quotations_stand_apart(library: Library) -> None:
    joined = [block.text for page in library.pages.values() for block in page.blocks if "\n\n" in block.text]
    assert all(text.startswith("!!! ") and text.count("\n\n") == 1 for text in joined)  # a box and its list


def test_translations_are_block_for_block_but_in_other_words(library: Library) -> None:
    for path in library.paths:
        source, *translations = (library.pages[language, path] for language in LANGUAGES)
        for page in translations:
            assert [_outline(block) for block in page.blocks] == [_outline(block) for block in source.blocks]
            assert [link.target for link in page.links] == [link.target for link in source.links]
            assert not {block.text for block in page.blocks if block.kind is BlockKind.PARAGRAPH} & {
                block.text for block in source.blocks if "{{" not in block.text
            }


def test_words_stand_in_every_language() -> None:
    russian, *others = read_words().values()
    for words in others:
        assert words.labels.keys() == russian.labels.keys()
        assert {name: len(entries) for name, entries in words.lists.items()} == {
            name: len(entries) for name, entries in russian.lists.items()
        }


@pytest.mark.parametrize(
    ("text", "expected"),
    [("новый суд", "Новый суд"), ("«новый»", "«Новый»"), ("[її](a.md)", "[Її](a.md)"), ("2 мая", "2 мая"), ("", "")],
)
def test_capitalised(text: str, expected: str) -> None:
    assert capitalised(text) == expected


def _outline(block: Block) -> tuple[BlockKind, list[str]]:
    return block.kind, [mark.key for mark in footnote_marks(block.text)]
