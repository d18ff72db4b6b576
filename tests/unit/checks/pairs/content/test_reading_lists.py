from typing import Any

import pytest

from tlumach.checks.pairs.content.untranslated import check_untranslated
from tlumach.checks.pairs.pair import Labels
from tlumach.problems import Level

TITLES = (
    "- [#384: Recommend that constants be named in the past tense](https://tracker.example/384)\n"
    "- [#628: Solution for simple action creation with less boilerplate](https://tracker.example/628)"
)
TEXT = "- Read what the others said about the constants in the [past tense](https://tracker.example/384) of verbs"
OWN = "- [Recommend that constants be named in the past tense](names.md)"
NOTE = "[^a]: Language Specification of the Year 2019, Appendix B: Additional Features for Web Browsers of the Past and of the Future, https://standards.example/b"
SAID = "[^a]: Here one reads of what the browsers had to keep for older pages, https://standards.example/b"
PAPERS = (
    "- Smith J. How to write a paper that others want to read. 2019. https://papers.example/1\n"
    "- Brown, A. (2020). What one should say of a paper that nobody read. <https://papers.example/2>"
)
SPECIFICATIONS = "1. Language Specification of the Year 2019, Additional Features for all of the Browsers, https://standards.example/b"
NAMES = "- uBlock Origin\n- Emoji keyboard emojis for chrome\n- Dark Reader\n- Tampermonkey"
SETTINGS = (
    "- Save Page\n- look for the settings of a page\n- open the page of the settings\n- go to the next page of them"
)


CHANGES = (
    "- [#4323](https://tracker.example/4323) ensure that all of the settings are kept\n"
    "- [#4302](https://tracker.example/4302) move the settings to the command that has them"
)


@pytest.mark.parametrize(
    ("source", "level"),
    [
        (CHANGES, Level.INFO),
        (TITLES, Level.INFO),
        (TEXT, None),
        (OWN, None),
        (NOTE, Level.INFO),
        (SAID, None),
        (PAPERS, Level.INFO),
        (SPECIFICATIONS, Level.INFO),
        (NAMES, Level.INFO),
        (SETTINGS, None),
    ],
)
def test_titles_of_what_is_read_elsewhere_may_stay(findings: Any, source: str, level: Level | None) -> None:
    found = findings(check_untranslated, source, source, "ru", source_language="en")
    assert {each.level for each in found} == {level}


IDENTIFIERS = (
    "a2b485be-e3b6-4fd7-8a6a-930e46cf9957", "d41d8cd98f00b204e9800998ecf8427e", "4F:3A:bc:de:12:aa:bb:cc:dd", "aa:bb:cc:dd:ee:ff",
    "2001:db8:85a3:8d3:1319:8a2e:370:7348", "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "v1.2.3-beta.4+build.5678",
    "/usr/local/share/doc/readme/index.html", "someone.else@mail.example.org", "AAAA-BBBB-CCCC-DDDD-EEEE",
    "dGhpcyBpcyBhIHRlc3Qgb2YgYmFzZTY0IGVuY29kaW5n", "org.example.some.package.name.of.ours",
)  # fmt: skip


@pytest.mark.parametrize("number", IDENTIFIERS)
def test_an_identifier_is_no_text(findings: Any, number: str) -> None:
    for source, target in ((number, number), (f"The number {number}", f"Номер {number}")):
        assert not findings(check_untranslated, source, target, "ru", source_language="en")


@pytest.mark.parametrize("marks", ["'{}'", "“{}”", "«{}»", "‘{}’"])
def test_a_sentence_as_a_value_is_info(findings: Any, marks: str) -> None:
    value = marks.format("It doesn't matter what the user of the page says here to us now")
    found = findings(check_untranslated, f"It is set to {value}.", f"Задано {value}.", "ru", source_language="en")
    assert {each.level for each in found} == {Level.INFO}


@pytest.mark.parametrize(
    "text", ["We can't say that the users' data isn't safe with us.", "'Twas the first of the things that we said."]
)
def test_an_apostrophe_opens_no_value(findings: Any, text: str) -> None:
    found = findings(check_untranslated, text, f"Да. {text}", "ru", source_language="en")
    assert {each.level for each in found} == {None}


@pytest.mark.parametrize(
    ("target", "count"),
    [
        ("CUDA Error: Out of memory for the frame (Ошибка CUDA: не хватает памяти на кадр)", 0),
        ("В окне Lock pages in memory for all (Параметр безопасности — блокировка страниц) нажмите кнопку.", 0),
        ("This version is not supported! Take one of the later ones! (Версия не поддерживается! Возьмите новее!)", 0),
        ("Please read the whole text before you begin (см. ниже).", 1),
    ],
)
def test_what_a_program_says_may_stay_before_its_translation(findings: Any, target: str, count: int) -> None:
    source = "CUDA Error: Out of memory for the frame. Lock pages in memory for all. This version is not supported! "
    source += "Take one of the later ones! Please read the whole text before you begin."
    assert len(findings(check_untranslated, source, target, "ru", source_language="en")) == count


@pytest.mark.parametrize(
    ("address", "level"), [("https://papers.example/", Level.INFO), ("other/page.md", None), ("", None)]
)
def test_titles_that_lead_elsewhere_by_labels_may_stay(findings: Any, address: str, level: Level | None) -> None:
    text = (
        "1. [Anatomy of a benchmark that was flawed, Jo Smith][1]\n2. [Compilation and the measures of it, Jo Smith][2]"
    )
    labels = {number: address and address + number for number in "12"}
    found = findings(check_untranslated, text, text, "ru", source_language="en", labels=Labels(labels, labels))
    assert {each.level for each in found} == {level}


@pytest.mark.parametrize(
    ("target", "count"),
    [
        ("Перекладено: bo de es fr it ko nb_NO pt pt_BR uk.", 0),
        ("Перекладено: cs, da, de, zh-Hans, zh-Hant, uk.", 0),
        ("Перекладено: do it as we are to by law.", 1),
    ],
)
def test_codes_of_languages_are_no_words(findings: Any, target: str, count: int) -> None:
    source = (
        "Translated: bo de es fr it ko nb_NO pt pt_BR uk, cs, da, de, zh-Hans, zh-Hant, uk; do it as we are to by law."
    )
    assert len(findings(check_untranslated, source, target, "uk", source_language="en")) == count


def test_a_year_at_the_end_of_a_paragraph_is_no_empty_item(findings: Any) -> None:
    source = "An interview with the author, 29 November\n2001."
    assert not findings(check_untranslated, source.replace("\n", " "), "Інтерв’ю з автором, 29 листопада\n2001.", "uk")


def test_versions_with_words_are_no_sentence(findings: Any) -> None:
    text = "Examples: 1.0.0-alpha < 1.0.0-alpha.1 < 1.0.0-beta.2."
    assert not findings(check_untranslated, text, text.replace("Examples", "Примеры"), "ru", source_language="en")


@pytest.mark.parametrize(("target", "level"), [('<a id="of"></a>', Level.INFO), ("<br>", None)])
def test_a_place_for_links_is_hardly_an_empty_translation(findings: Any, target: str, level: Level | None) -> None:
    assert [
        each.level for each in findings(check_untranslated, "**Discussions**", target, "ru", source_language="en")
    ] == [level]
