import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import MakeLibrary
from tests.project import fresh_runner
from tests.unit.editions.conftest import FILES

from tlumach.editions.books import TEXT, BookMaker, write_books
from tlumach.editions.shared.html_tree import parse
from tlumach.editions.shared.page_elements import Renderer
from tlumach.editions.text.lines import WIDTH, Writer, wrapped
from tlumach.editions.text.writer import text
from tlumach.library import Library
from tlumach.tracking import Tracker

LAND = "land/index.md"
ADDRESS = re.compile(r"https?://\S+")
WORDS = st.lists(
    st.sampled_from(["а", "слово", "из-за", "441\u00a0млрд", "10\u202f000", "—", "–", "дл" * 20, "дл" * 40])
)
GAPS = st.sampled_from([" ", "  ", "\n", " \t\n "])


def small_text(library: Library, language: str = "ru") -> str:
    return text(LAND, language, Renderer(Tracker(library)))


def lines_of(html: str) -> list[str]:
    writer = Writer(lambda element: "".join(element.itertext()))
    return writer.blocks(list(parse(html)))


@pytest.fixture(scope="module")
def written(real: Tracker, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_books(BookMaker(real), (made := tmp_path_factory.mktemp("texts")), [TEXT], fresh_runner(made.parent))


def test_no_line_of_this_site_is_wider_than_72_but_for_an_address(written: list[Path]) -> None:
    assert [file.name for file in written] == [
        f"kazakhstan-arms-export.{language}.txt" for language in ("ru", "uk", "en")
    ]
    for file in written:
        lines = file.read_bytes().decode("utf-8").split("\n")
        assert [line for line in lines if len(line) > WIDTH and not ADDRESS.search(line)] == []
        assert [line for line in lines if line != line.rstrip()] == []


def test_no_mark_of_markup_is_left(written: list[Path]) -> None:
    for file in written:
        said = ADDRESS.sub("", file.read_text(encoding="utf-8"))
        assert re.findall(r"</?\w+|\]\(|\*\*|\[\^|&\w+;|^#+ |\{ [.#]", said) == []


def test_every_word_of_the_given_text_is_there(real: Tracker, written: list[Path]) -> None:
    (given_text,) = real.library.given_texts.values()
    said = re.sub(r"\[[^\[\]]*\]", "", written[0].read_text(encoding="utf-8"))
    for paragraph in filter(None, map(str.strip, given_text.splitlines())):
        assert " ".join(paragraph.split()) in " ".join(said.split()), paragraph


def test_every_mark_has_its_note(written: list[Path]) -> None:
    for file in written:
        said = file.read_text(encoding="utf-8")
        marks = {int(number) for number in re.findall(r"(?<!^)\[(\d+)\]", said, re.MULTILINE)}
        notes = [int(number) for number in re.findall(r"^\[(\d+)\] ", said, re.MULTILINE)]
        assert notes == list(range(1, len(notes) + 1))
        assert marks == set(notes)


def test_two_builds_are_the_same(real: Tracker, written: list[Path], tmp_path: Path) -> None:
    again = write_books(BookMaker(Tracker(real.library)), tmp_path, [TEXT], fresh_runner(tmp_path.parent))
    assert [file.read_bytes() for file in again] == [file.read_bytes() for file in written]


def test_a_small_explainer_reads_as_expected(small: Library) -> None:
    said = small_text(small)
    assert said.startswith("=" * WIDTH + "\nТекст редакции. Текст от 28 августа 2022")
    for part in (
        "\nГоры и реки\n===========\n",
        "\n-- Коротко " + "-" * 61 + "\n\n* Горы высоки[1].\n\n" + "-" * 72 + "\n",
        "\nГоры — это высокое место[2].\n",
        "\nЧто: Горы\n- Сколько: 3\n\nЧто: Реки\n- Сколько: 5\n",
        "\n> Сказано давно.\n",
        "\nПодробнее о горах и на сайте.\n",
        "\nВверх\n-----\n",
        "\nТермины из текста\n=================\n\nгора\n    Высокое место на земле.\n",
        "\n[1] Агентство, 2022\u00a0г.\n    https://agency.example/a\n[2] Слово старое (Словарь).\n    https://dictionary.example/word\n",
    ):
        assert part in said


def test_a_page_that_is_not_translated_says_so(small: Library) -> None:
    said = small_text(small, "uk")
    assert "Переклад. Текст від" in said
    assert "Ещё\n===\n\n[Цю сторінку ще не перекладено." in said


def test_notes_that_say_the_same_are_one(make_library: MakeLibrary) -> None:
    sources = FILES["ru/land/index.md"].split("---\n")[1]
    more = f"---\n{sources}---\n# Ещё\n\nТо же[^note].\n\n## Вверх {{ #up }}\n"
    said = small_text(make_library({**FILES, "ru/land/more.md": more}))
    assert said.count("Агентство") == 1 and said.count("[1]") == 3


def test_nested_lists_hang_under_their_words() -> None:
    html = "<ul><li>раз<ol><li>" + "два " * 20 + "</li></ol></li><li><p>три</p><p>четыре</p></li></ul>"
    assert lines_of(html) == [
        "* раз",
        "  1. " + " ".join(["два"] * 17),
        "     " + " ".join(["два"] * 3),
        "* три",
        "",
        "  четыре",
    ]


def test_code_is_left_as_it_is_and_breaks_are_kept() -> None:
    assert lines_of("<pre><code>a  b\n c\n</code></pre><p>один<br>два</p>") == ["a  b", " c", "", "один", "два"]


@given(st.lists(st.text("аб-—\u00a0\u202f", min_size=1, max_size=90).filter(str.strip), max_size=30))
def test_lines_hold_what_textwrap_would_put_in_them(words: list[str]) -> None:
    text = re.sub(" (?=[—–] )", "\ue000", " ".join(words))
    lines = textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    assert wrapped(" ".join(words)) == [line.replace("\ue000", " ") for line in lines]


@given(WORDS, GAPS)
def test_wrapping_keeps_words_and_no_break_spaces(words: list[str], gap: str) -> None:
    lines = wrapped(gap.join(words))
    assert " ".join(lines).split(" ") == (words or [""])
    assert all(len(line) <= WIDTH or not re.search(r" (?![—–])", line) for line in lines)


def test_no_line_begins_with_a_dash_that_was_between_words() -> None:
    assert all(not line.startswith("—") for line in wrapped("слово — " * 60))


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p>a <del>b</del><ins>c</ins> <s>d</s></p>", "a [-b-]{+c+} [-d-]"),
        ('<p><mark>a</mark><span class="critic comment">why</span>.</p>', "a (why)."),
        ("<p>a<del></del> <em>b</em></p>", "a b"),
    ],
)
def test_what_is_struck_out_is_not_read_as_said(html: str, line: str) -> None:
    assert lines_of(html) == [line]
