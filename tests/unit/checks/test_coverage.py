"""What is checked in a language."""

import pytest

from tlumach.checks.coverage import gaps, parts


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_what_the_package_was_made_for_is_there(language: str) -> None:
    found = {part.name: part.is_there for part in parts(language)}
    assert all(there for name, there in found.items() if name != "spelling")  # that is the system's
    assert gaps(language) in ("", "spelling")


@pytest.mark.parametrize(
    ("language", "forms"), [("de", True), ("pl", True), ("tr", True), ("kk", False), ("be", False), ("tlh", False)]
)
def test_what_is_not_there_is_said(language: str, forms: bool) -> None:
    found = {part.name: part for part in parts(language)}
    assert found["forms of words"].is_there is forms
    assert "numbers" in gaps(language) and not found["numbers"].is_there
    assert f"{language}.yml" in found["words of the site"].how
