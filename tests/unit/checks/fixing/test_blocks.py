"""Fixing a block: what has one right answer becomes right, all else stays to the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.alignment.rendered import markup
from tlumach.blocks import Block, split
from tlumach.checks.fixing.blocks import fixed, without_unseen
from tlumach.checks.fixing.pages import CODES
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, Side
from tlumach.problems import Code

NB = "\u00a0"


def block_of(text: str) -> Block:
    (only,) = split(text)[0]
    return only


def pair(source: str, target: str, language: str = "uk") -> AlignedPair:
    return AlignedPair(Side("ru", block_of(source)), Side(language, block_of(target)), Knowledge())


def fix(source: str, target: str, language: str = "uk", apostrophe: str = "’") -> str:
    return fixed(pair(source, target, language), CODES, apostrophe).block.text


SOURCE = "Слово, слово."


@pytest.mark.parametrize(
    ("source", "target", "language", "wanted"),
    [
        # apostrophes
        (SOURCE, "П'ять об`єктів, ім´я.", "uk", "П’ять об’єктів, ім’я."),
        (SOURCE, "Об’єкт, памʼять.", "uk", "Об’єкт, пам’ять."),
        (SOURCE, "[П'ять](a'b.md \"п'ять\") слів.", "uk", "[П’ять](a'b.md \"п'ять\") слів."),
        # quotation marks
        ("«Слово»", 'Сказав: "слово".', "uk", "Сказав: «слово»."),
        ("«Слово»", "Сказав: “слово”.", "uk", "Сказав: «слово»."),
        ("«Слово „два“»", 'Сказав: "слово "два" слова".', "uk", "Сказав: «слово „два“ слова»."),
        ("«Слово „два“»", "Сказав: «слово \"два\" слова».", "uk", "Сказав: «слово „два“ слова»."),
        ("«Слово „два“»", "Сказав: «слово “два” слова».", "uk", "Сказав: «слово “два” слова»."),
        ("«Слово»", "He said «a word “two” words».", "en", "He said “a word ‘two’ words”."),
        ("«Слово»", "Сказав 'слово' й пішов.", "uk", "Сказав «слово» й пішов."),
        # dashes
        ("Слово — слово.", "Слово - слово -- слово.", "uk", "Слово — слово — слово."),
        ("Слово — слово.", "A word - a word — a word--or so.", "en", "A word – a word — a word—or so."),
        ("Слово — слово.", "Слово – слово— слово.", "uk", "Слово — слово — слово."),
        ("Глава 10–15.", "Розділ 10-15, тел. 10-16.", "uk", "Розділ 10–15, тел. 10-16."),
        # spaces
        (SOURCE, "Слово  два   три.", "uk", "Слово два три."),
        (SOURCE, f"Слово {NB}два.", "uk", f"Слово{NB}два."),
        (SOURCE, "Швидкість 299 792 458 км, 22 червня, ст. 4, А. С. Пушкін.", "uk",
         f"Швидкість 299{NB}792{NB}458{NB}км, 22{NB}червня, ст.{NB}4, А.{NB}С.{NB}Пушкін."),
        (SOURCE, "On 22 June 1 200 people, 5 km.", "en", f"On 22 June 1{NB}200 people, 5 km."),
        (SOURCE, f"On 22 June, and on 23{NB}June.", "en", f"On 22{NB}June, and on 23{NB}June."),
        (f"Слово{NB}— слово.", "Слово - слово.", "uk", f"Слово{NB}— слово."),
        # characters that nobody sees
        (SOURCE, "Сло\u00adво\u200b, слово.\ufeff", "uk", "Слово, слово."),
    ],
)  # fmt: skip
def test_what_has_one_right_answer_becomes_right(source: str, target: str, language: str, wanted: str) -> None:
    assert fix(source, target, language) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Виконайте `a - b  \"c\" п'ять`.",
        "```\na - b  \"c\" п'ять\n```",
        "<div>\na - b  \"c\" п'ять\n</div>",
        "Слово <span title=\"a - b\">п'ять - шість</span>.",
        "Див. [п'ять], [слово][п'ять - шість] й [п'ять][].",
        "[п'ять]: a.md \"п'ять - шість\"",
        "Див. <https://example.org/a--b> та https://example.org/п'ять.",
        "Формула $a - b$ та $$a - b  c$$.",
        "Текст { #п-1 .слово--слово }",
        "Різниця 5 - 3.",
        "Мій \"слово й «слово.",
        "Маршрут Київ—Харків.",
        "Версія v2 в Києві, Argon2 в іншій.",
        "Розвиваймо їх. Поділіться з ним. Розвиток.",
        "| a   | b  |\n| --- | -- |\n| c   | d  |",
        "-   один\n-   два",
        "Рядок  \nдругий.",
        "5\" екран і 7\" екран.",
        "می\u200cخواهم 👩\u200d🚀",
    ],
)  # fmt: skip
def test_what_is_code_link_html_or_doubtful_stays(text: str) -> None:
    source = "«Слово» — слово."
    assert fix(source, text) == text


def test_a_rule_that_is_waived_or_off_changes_nothing() -> None:
    done = fixed(pair("«Слово» — слово.", 'П\'ять - "слово".'), {Code.DASHES}, "’")
    assert done.block.text == 'П\'ять — "слово".' and [each.code for each in done.fixes] == [Code.DASHES]


def test_what_was_done_is_told_with_its_line_and_words_around() -> None:
    done = fixed(pair("Слово\nслово.", "Слово\nп'ять."), CODES, "’")
    (only,) = done.fixes
    assert (only.line, only.code, only.before, only.after) == (2, Code.APOSTROPHE, "Слово⏎п'ять.", "Слово⏎п’ять.")


def test_unseen_characters_that_would_make_markup_when_taken_out_stay() -> None:
    assert without_unseen(block_of("\u200b# слово")).block.text == "\u200b# слово"
    assert without_unseen(block_of("`сло\u00adво` сло\u00adво")).block.text == "`сло\u00adво` слово"
    assert without_unseen(block_of("\u200b")).block.text == "\u200b"


PIECES = st.sampled_from(
    ["слово", "п'ять", "об’єкт", "памʼять", "10-15", "299 792", "5 км", "А.", "С.", " ", "  ", " - ", " -- ", "—", " – ",
     '"', "«", "»", "„", "“", "”", "'", "’", "*", "**", "`", "[", "](a.md)", "<b>", "</b>", "\u00ad", NB, ",", ".", "\n",
     "№ 4", "$", "$a - b$", "ї", "\u0301", "і\u0308", "! "]
)  # fmt: skip


@given(
    st.lists(PIECES, min_size=1, max_size=25),
    st.lists(PIECES, min_size=1, max_size=15),
    st.sampled_from(["uk", "ru", "en"]),
)
def test_twice_changes_nothing_more_and_the_markup_stays(target: list[str], source: list[str], language: str) -> None:
    ours, theirs = split("".join(target))[0][:1], split("".join(source))[0][:1]
    if not ours or not theirs:
        return
    both = AlignedPair(Side("ru", theirs[0]), Side(language, ours[0]), Knowledge())
    once = fixed(both, CODES, "’").block
    again = fixed(AlignedPair(both.source, Side(language, once), Knowledge()), CODES, "’")
    assert again.block.text == once.text and not again.fixes
    assert markup(once.text) == markup(ours[0].text)
