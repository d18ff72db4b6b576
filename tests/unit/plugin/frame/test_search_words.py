"""What the search says stands in one file for each language, which changes its name with its words."""

import json
import re

import pytest

from tlumach.languages.messages import load_messages
from tlumach.plugin.frame.search_words import search_words

USED = {"none", "count", "all", "others", "read", "similar", "failed", "hint", "results", "clear"}


@pytest.mark.parametrize("language", ["uk", "ru", "en", "ar"])
def test_a_file_has_all_that_the_search_says(language: str) -> None:
    name, content = search_words(load_messages(language))
    assert re.fullmatch(rf"assets/javascripts/search-words\.{language}\.[0-9a-f]{{8}}\.js", name)
    said = json.loads(content.decode().partition(" = ")[2].removesuffix(";\n"))
    assert said.keys() == USED
    assert "{query}" in said["none"] and "{query}" in said["read"] and "{count}" in said["count"]


def test_other_words_have_another_name() -> None:
    assert len({search_words(load_messages(language))[0].split(".")[2] for language in ("uk", "ru", "en")}) == 3
