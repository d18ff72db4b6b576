"""What is compared with what on a page without a record: golden pages, right and wrong ones."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tlumach.checks.pairs.findings import of_translation
from tlumach.checks.pairs.pair import Knowledge
from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.problems import Level
from tlumach.settings import Settings
from tlumach.tracking import Tracker

PAGES = yaml.safe_load((Path(__file__).parents[4] / "cases" / "counterparts" / "pages.yml").read_text(encoding="utf-8"))


def said(case: dict[str, Any]) -> list[str]:
    """Return what the rules say of a page, each with its level; info is left out."""
    languages = ("en", "ru")
    settings = Settings(
        languages, "https://tlumach.example/", dict.fromkeys(languages, ""), dict.fromkeys(languages, "")
    )
    texts = {"en": case["source"], "ru": case["target"]}
    pages = {(language, "p.md"): parse_page(text, language, "p.md")[0] for language, text in texts.items()}
    tracked = Tracker(Library(settings, pages)).track("ru", "p.md")
    assert tracked
    problems = [found.problem for found in of_translation(tracked, Knowledge())]
    return [f"{each.level.value} {each.message}" for each in problems if each.level is not Level.INFO]


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case["name"])
def test_of_a_page_without_a_record_this_is_said(case: dict[str, Any]) -> None:
    found = said(case)
    assert len(found) == len(case["says"]), found
    assert all(one.startswith(wanted) for one, wanted in zip(found, case["says"], strict=True)), found
