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


@pytest.mark.parametrize(("source", "level"), [(TITLES, Level.INFO), (TEXT, None), (OWN, None)])
def test_titles_of_what_is_read_elsewhere_may_stay(findings: Any, source: str, level: Level | None) -> None:
    found = findings(check_untranslated, source, source, "ru", source_language="en")
    assert {each.level for each in found} == {level}
