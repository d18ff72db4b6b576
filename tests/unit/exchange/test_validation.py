"""Whether a translation that comes back fits; the cases are data."""

from typing import Any

import pytest

from tlumach.exchange.validation import misfit


@pytest.mark.cases("exchange/refusals")
def test_what_fits_goes_in_and_what_does_not_says_why(case: dict[str, Any]) -> None:
    source = case["source"]
    found = misfit(case["target"], source, case.get("translation"), case.get("then", source))
    assert (found.code if found else None) == case.get("code")
    assert found is None or found.message.endswith(".")


def test_the_message_names_what_is_lost_and_what_is_new() -> None:
    found = misfit("[Раз](b.md).", "[Раз](a.md).", None, "[Раз](a.md).")
    assert found
    assert found.message == "the link “a.md” is lost; the link “b.md” is not in the source. Keep it as in the source."


def test_broken_markdown_of_the_source_may_stay_broken() -> None:
    source = "```\nраз"
    assert misfit("```\nодин", source, None, source) is None
