"""A new project passes its own checks, whatever its languages; texts that we have not are English, and that is said."""

from pathlib import Path

import pytest
import yaml

from tlumach.checks import check_library
from tlumach.languages.messages import missing_messages
from tlumach.library.files import read_library
from tlumach.problems import Code, Problem
from tlumach.scaffold.project import DRAWINGS, english_note, files_of, written
from tlumach.scaffold.request import Request
from tlumach.scaffold.writing import write_files

DATE = "2026-11-29"
TO_BE_EXPECTED = {Code.MISSING_TRANSLATION, Code.UNCONFIRMED_BLOCKS, Code.SPELLING}
"""What is not there yet; what `tlumach new` confirms after that; dictionaries that a machine may not have."""


def findings(root: Path, request: Request) -> list[Problem]:
    write_files(root, files_of(request, DATE))
    library, problems = read_library(root)
    assert library and not problems
    return [problem for problem in check_library(library) if problem.code not in TO_BE_EXPECTED]


@pytest.mark.parametrize("source", ["en", "de", "uk", "ru", "pl", "kk", "pt-BR", "de-AT"])
def test_a_project_is_clean(tmp_path: Path, source: str) -> None:
    others = tuple(code for code in ("en", "de", "uk", "ru", "pl", "tr") if code != source)
    found = findings(tmp_path, Request(source, others, "Our: news", "https://example.org/"))
    assert [each for each in found if each.code is not Code.SITE_WORDS] == []
    assert bool(found) == bool(missing_messages(source))


def test_there_is_a_page_for_each_text_and_none_for_others() -> None:
    files = files_of(Request("en", ("de", "kk"), "a"), DATE)
    assert "docs/de/rosetta-stone/index.md" in files
    assert not [path for path in files if path.startswith("docs/kk/")]
    assert {path.partition("/")[2].partition("/")[2] for path in files if path.startswith("docs/de/")} == {
        path.partition("/")[2].partition("/")[2]
        for path in files
        if path.startswith("docs/en/") and path.endswith((".md", *DRAWINGS))
    }


def test_a_source_that_nobody_has_written_is_english_and_says_so() -> None:
    request = Request("kk", ("en", "de"), "a")
    files = files_of(request, DATE)
    for file in ("README.md", "docs/kk/index.md"):
        assert english_note(request) in files[file].decode()
    assert "three scripts" in files["docs/kk/rosetta-stone/index.md"].decode()
    assert not [path for path in files if path.startswith("docs/en/")]  # it would be the source, word for word
    assert english_note(request) not in files_of(Request("de", ("en",), "a"), DATE)["README.md"].decode()


@pytest.mark.parametrize(
    ("code", "language"), [("de", "de"), ("de-AT", "de"), ("uk", "uk"), ("sr-Latn", ""), ("de-Latn", ""), ("..", "")]
)
def test_a_country_s_own_form_of_a_language_has_the_language_s_texts(code: str, language: str) -> None:
    assert written(code) == language


@pytest.mark.parametrize(
    "name",
    ["Our news", "Новини: «щодня» #1", "yes", "2022", "[a]", "{{ name }}", 'it\'s "it"', "- a", "&x", "a: b", "\\"],
)
def test_a_name_is_in_the_settings_as_it_was_given(name: str) -> None:
    files = files_of(Request("en", ("pt-BR",), name, "http://localhost:8000/x/"), DATE)
    settings = yaml.safe_load(files["mkdocs.yml"])
    assert (settings["site_name"], settings["site_url"]) == (name, "http://localhost:8000/x/")
    languages = settings["plugins"][0]["i18n"]["languages"]
    assert languages == [
        {"locale": "en", "name": "English", "default": True},
        {"locale": "pt-BR", "name": "Português (Brasil)"},
    ]


def test_the_settings_take_a_screen_with_a_comment_where_a_newcomer_looks() -> None:
    text = files_of(Request("en", ("de", "uk", "kk"), "a"), DATE)["mkdocs.yml"].decode()
    assert len(text.splitlines()) <= 65
    assert max(map(len, text.splitlines())) <= 130
