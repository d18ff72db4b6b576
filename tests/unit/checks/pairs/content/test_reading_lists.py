from typing import Any

import pytest

from tlumach.checks.pairs.content.untranslated import check_untranslated
from tlumach.problems import Level

TITLES = (
    "- [#384: Recommend that constants be named in the past tense](https://tracker.example/384)\n"
    "- [#628: Solution for simple action creation with less boilerplate](https://tracker.example/628)"
)
TEXT = "- Read what the others said about the constants in the [past tense](https://tracker.example/384) of verbs"
OWN = "- [Recommend that constants be named in the past tense](names.md)"
NOTE = "[^a]: Language Specification of the Year 2019, Appendix B: Additional Features for Web Browsers of the Past and of the Future, https://standards.example/b"
SAID = "[^a]: Here one reads of what the browsers had to keep for older pages, https://standards.example/b"


@pytest.mark.parametrize(
    ("source", "level"), [(TITLES, Level.INFO), (TEXT, None), (OWN, None), (NOTE, Level.INFO), (SAID, None)]
)
def test_titles_of_what_is_read_elsewhere_may_stay(findings: Any, source: str, level: Level | None) -> None:
    found = findings(check_untranslated, source, source, "ru", source_language="en")
    assert {each.level for each in found} == {level}


def test_a_serial_number_is_no_text(findings: Any) -> None:
    for number in ("a2b485be-e3b6-4fd7-8a6a-930e46cf9957", "The number a2b485be-e3b6-4fd7-8a6a-930e46cf9957"):
        assert not findings(
            check_untranslated, number, number.replace("The number", "Номер"), "ru", source_language="en"
        )


@pytest.mark.parametrize(
    ("target", "count"),
    [
        ("CUDA Error: Out of memory for the frame (Ошибка CUDA: не хватает памяти на кадр)", 0),
        ("В окне Lock pages in memory for all (Параметр безопасности — блокировка страниц) нажмите кнопку.", 0),
        ("Please read the whole text before you begin (см. ниже).", 1),
    ],
)
def test_what_a_program_says_may_stay_before_its_translation(findings: Any, target: str, count: int) -> None:
    source = "CUDA Error: Out of memory for the frame. Lock pages in memory for all. Please read the whole text before you begin."
    assert len(findings(check_untranslated, source, target, "ru", source_language="en")) == count
