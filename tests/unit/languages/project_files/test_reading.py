"""A project's own files for its languages."""

from importlib import resources

import pytest
import yaml

from tlumach.languages.messages import known_languages
from tlumach.languages.project_files.reading import read_language_file, why_unread

DATA = resources.files("tlumach.languages") / "data"


def test_a_file_adds_words_and_dictionaries() -> None:
    own, wrong = read_language_file("messages:\n  nav.menu: Menüü\nhunspell: [et_EE]\n")
    assert own.said == {"messages": {"nav.menu": "Menüü"}, "hunspell": ["et_EE"]}
    assert not wrong


def test_an_empty_file_says_nothing() -> None:
    own, wrong = read_language_file("# later\n")
    assert not own.said and not wrong


def test_the_same_text_is_read_once() -> None:
    assert read_language_file("dash: '–'\n")[0] is read_language_file("dash: '–'\n")[0]


@pytest.mark.parametrize("name", sorted(file.name for file in DATA.iterdir()))
def test_what_the_package_says_of_a_language_a_project_may_say(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    own, wrong = read_language_file(text)
    assert not wrong and own.said == yaml.safe_load(text)


def test_so_it_may_of_endings_and_messages() -> None:
    tables = yaml.safe_load((resources.files("tlumach.languages") / "endings.yml").read_text(encoding="utf-8"))
    for language, table in tables.items():
        if language != "least":
            assert not read_language_file(yaml.safe_dump({"endings": table}, allow_unicode=True))[1], language
    for language in known_languages():
        messages = yaml.safe_load((resources.files("tlumach") / f"messages/{language}.yml").read_text(encoding="utf-8"))
        assert not read_language_file(yaml.safe_dump({"messages": messages}, allow_unicode=True))[1], language


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("messages:\n  nav.meny: x\n", 2, "Did you mean `nav.menu`?"),
        ("hunspel: [et_EE]\n", 1, "Did you mean `hunspell`?"),
        ("hunspell: et_EE\n", 1, "must be a list"),
        ("- a\n", 1, "must be a mapping"),
        ("messages: [a]\n", 1, "must be a mapping"),
        ("messages:\n  nav.menu: 7\n", 2, "must be a text"),
        ("messages:\n  nav.menu: ''\n", 2, "must be a text"),
        ("messages:\n  nav.menu:\n    other: Menüü\n", 2, "must be a text"),
        ("messages:\n  search.none: nichts\n", 2, "must have `{query}`"),
        ("messages:\n  nav.menu: '{x}'\n", 2, "nothing in braces"),
        ("messages:\n  preview.problems:\n    one: '{count}'\n", 2, "`other` among them"),
        ("messages: {\n", 2, "not YAML"),
        ("messages:\n", 1, "must be a mapping"),
        ('a: "\\x00\n', 2, "not YAML"),
        ("5: a\n", 1, "`5` is not known here"),
        ("decimal: 0.5\n", 1, "one character"),
        ("decimal: ',,'\n", 1, "one character"),
        ("direction: left\n", 1, "`ltr` or `rtl`"),
        ("direction: [rtl]\n", 1, "`ltr` or `rtl`"),
        ("script: Latin\n", 1, "such as Latn"),
        ("alphabet: абв\n# all in one\n", 1, ""),
        ("alphabet: абвгд\n", 1, "with spaces between them"),
        ("quotation_marks: ['«']\n", 1, "a list of pairs"),
        ("quotation_marks: «»\n", 1, "a list of pairs"),
        ("quotation_marks: []\n", 1, "a list of pairs"),
        ("dash: '-'\n", 1, "`—` or `–`"),
        ("spaced_marks: [a]\n", 1, "the marks with a space before them"),
        ("months: [гыйнвар]\n", 1, "twelve months"),
        ("after_year: 4\n", 1, "written after a year"),
        ("locale: crh\n", 1, "the CLDR knows"),
        ("locale: [tr]\n", 1, "the CLDR knows"),
        ("stemmer: turkisch\n", 1, "Did you mean `turkish`?"),
        ("stemmer: [turkish]\n", 1, "one of Snowball's"),
        ("negations: не\n", 1, "a list of words"),
        ("common: [а, б]\n", 1, "in one text"),
        ("numbers: []\n", 1, "must be a mapping; its keys are `words`"),
        ("numbers:\n  word: x\n", 2, "Did you mean `words`?"),
        ("numbers:\n  words: |\n    card 1 бер\n    kard 2 ике\n", 4, "Did you mean `card`?"),
        ("numbers:\n  words: |\n    card 1\n", 3, "no row of `words`"),
        ("numbers:\n  words: |\n    card бер бер\n", 3, "`бер` is no number"),
        ("numbers:\n  words: |\n    part 1/0 бер\n", 3, "`1/0` is no number"),
        ("numbers:\n  words: |\n    card 1 бер(\n", 3, "the pattern cannot be read"),
        ("numbers:\n  words: |\n    card 1 (бер)\n", 3, "write (?:…) in place of (…)"),
        ("numbers:\n  words: |\n    card 1 x|(?i)бер\n", 3, "the pattern cannot be read"),
        ("numbers:\n  words: [card 1 бер]\n", 2, "a text (begun with `|`)"),
        ("numbers:\n  units: |\n    km\n", 3, "no row of `units`"),
        ("numbers:\n  units: |\n    km (км\n", 3, "the pattern cannot be read"),
        ("numbers:\n  joined: {and: und}\n", 2, "all of `thousand`"),
        ("numbers:\n  tens_from: ten\n", 2, "such as 20"),
        ("numbers:\n  tens_from: true\n", 2, "such as 20"),
        ("numbers:\n  endings: {'~': '('}\n", 2, "cannot be read"),
        ("numbers:\n  phrases: {rang: a}\n", 2, "Did you mean `range`?"),
        ("numbers:\n  phrases: {hour: a}\n", 2, "needs the groups `hour`"),
        ("numbers:\n  phrases: {share: '(?P<x>a)'}\n", 2, "its groups may be `part`, `whole` alone"),
        ("numbers:\n  phrases: {to: '(a)'}\n", 2, "write (?:…)"),
        ("numbers:\n  phrases: {to: 5}\n", 2, "a mapping of names to patterns"),
        ("endings: [а]\n", 1, "must be a mapping"),
        ("endings:\n  layer: [а]\n", 2, "Did you mean `layers`?"),
        ("endings:\n  layers: а\n", 2, "a list of texts"),
        ("endings:\n  least: 0\n", 2, "such as 3"),
        ("endings:\n  typed: ä ae\n", 2, "ä/ae"),
        ("endings:\n  swap: [a]\n", 2, "a mapping of the last letters"),
        ("endings:\n  prefix: {cut: ge, wit: t}\n", 2, "Did you mean `with`?"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line_and_left_out(text: str, line: int, said: str) -> None:
    own, wrong = read_language_file(text)
    if not said:
        assert not wrong
        return
    assert [(each.line, said in each.message) for each in wrong] == [(line, True)], wrong
    assert not own.said or own.said == {"messages": {}}


def test_everything_that_is_wrong_is_told_at_once_and_the_rest_is_used() -> None:
    text = "dash: '-'\nmessages:\n  nav.menu: Меню\n  nav.meny: x\ncommon: һәм бу\nnumbers:\n  words: |\n    kard 2 ике\n    card x бер\n"
    own, wrong = read_language_file(text)
    assert [each.line for each in wrong] == [1, 4, 8, 9]
    assert own.said == {"messages": {"nav.menu": "Меню"}, "common": "һәм бу"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("uk.yml", ""),
        ("de.yml", "has no language `de`"),
        ("ua.yml", "but of a country, Ukraine: did you mean"),
        ("ukrainian.yml", "did you mean `uk`?"),
        ("uk_UA.yml", "did you mean `uk-UA`?"),
        ("uk.yaml", "are named such as `uk.yml`"),
        ("notes.txt", "are named such as `uk.yml`"),
    ],
)
def test_a_file_that_nothing_reads_is_told_why(name: str, said: str) -> None:
    assert (said in why_unread(name, ("ru", "uk"))) if said else not why_unread(name, ("ru", "uk"))
