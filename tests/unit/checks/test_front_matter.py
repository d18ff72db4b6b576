from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tlumach.checks.front_matter import VALUES, check_front_matter
from tlumach.library import Library
from tlumach.problems import in_order

MakeLibrary = Callable[..., Library]


@pytest.mark.cases("check_front_matter/pages")
def test_golden(make_library: MakeLibrary, case: dict[str, Any]) -> None:
    file = case.get("file", "ru/a.md")
    front = case["front"].rstrip("\n")
    found = in_order(check_front_matter(make_library({file: f"---\n{front}\n---\n# А\n"})))
    wanted = case.get("problems", [])
    assert [(each.path, each.line, each.code) for each in found] == [
        (f"docs/{file}", each["line"], "front-matter") for each in wanted
    ]
    for problem, each in zip(found, wanted, strict=True):
        assert all(word in problem.message for word in each["says"]), problem.message


WRONG = [
    "[]",
    "{}",
    "null",
    "5",
    "1.5",
    "-1",
    "true",
    "''",
    "'  '",
    "[1, [2]]",
    "{a: {b: 1}}",
    "[null]",
    "!!binary aGk=",
]
LISTS, MAPPINGS = {"forms", "avoid", "hide", "redirect_from"}, {"sources", "names"}


@pytest.mark.parametrize("value", WRONG)
@pytest.mark.parametrize("key", sorted(VALUES))
def test_a_value_of_another_kind_is_named_with_its_line(make_library: MakeLibrary, key: str, value: str) -> None:
    """None of them may reach a template or an edition: each was a traceback of some command."""
    if (key in LISTS and value == "[]") or (
        key in MAPPINGS and value in ("{}", "{a: {b: 1}}")[: 1 + (key == "sources")]
    ):
        return
    library = make_library({"ru/glossary/a.md": f"---\nx-y: 1\n{key}: {value}\n---\n# А\n"})
    assert [each.line for each in check_front_matter(library) if f"`{key}` must be" in each.message] == [3]


@pytest.mark.parametrize(
    ("key", "value"),
    [("date", "soon"), ("date", "'2022-13-45'"), ("date", "'2022-02-30'"), ("as_of", "yesterday"), ("kind", "thing")]
    + [
        ("template", each)
        for each in ("nope", "404.html", "sitemap.xml", "../x.html", "partials/toc.html", "'a b.html'")
    ]
    + [("source_text", each) for each in ("/etc/hostname", "../outside.txt", "sources/../../outside.txt")],
)
def test_a_text_that_cannot_be_meant_is_named(make_library: MakeLibrary, key: str, value: str) -> None:
    library = make_library({"ru/glossary/a.md": f"---\n{key}: {value}\n---\n# А\n"})
    assert [each.line for each in check_front_matter(library) if f"`{key}` must be" in each.message] == [2]


@pytest.mark.parametrize(
    "source",
    [
        "[]",
        "5",
        "{title: [], url: 'https://example.org'}",
        "{title: {}, url: 'https://example.org'}",
        "{title: {ru: 5}, url: 'https://example.org'}",
        "{title: Т, url: 5}",
        "{title: Т, url: []}",
        "{title: Т, url: 'https://example.org', weak: foo}",
        "{title: Т, url: 'https://example.org', weak: []}",
        "{title: Т, url: 'https://example.org', date: [1]}",
        "{title: Т, url: 'https://example.org', by_content: soon}",
    ],
)
def test_a_source_of_another_shape_is_named(make_library: MakeLibrary, source: str) -> None:
    library = make_library({"ru/a.md": f"---\nsources:\n  a: {source}\n---\n# А\n"})
    assert [each.line for each in check_front_matter(library)] == [3]


def test_the_publication_is_one_of_the_pages_sources(make_library: MakeLibrary) -> None:
    page = "---\npublication: rubrika\nsources:\n  rubryka: {title: Р, url: 'https://r.example'}\n---\n# А\n\nРаз[^rubryka].\n"
    found = [problem.message for problem in check_front_matter(make_library({"ru/a/index.md": page}))]
    assert found == ["`publication: rubrika` names no source of this page. Did you mean `rubryka`?"]


THEIRS = (
    "tags: [a]\nicon: b\nstatus: new\ndate: {created: 2026-01-01}\nsearch: {exclude: true}\nhide: toc\nsubtitle: 5\n"
)


def of_a_guest(make_library: MakeLibrary, file: str, front: str) -> list[str]:
    library = make_library({file: f"---\n{front}---\n# А\n"})
    guest = replace(library, settings=replace(library.settings, pages="mkdocs"))
    return [problem.message for problem in check_front_matter(guest)]


@pytest.mark.parametrize("file", ["ru/a.md", "uk/a.md", "ru/glossary/a.md"])
def test_keys_of_other_plugins_are_theirs_where_mkdocs_makes_the_pages(make_library: MakeLibrary, file: str) -> None:
    assert of_a_guest(make_library, file, THEIRS) == []


@pytest.mark.parametrize(
    ("front", "told"), [("sources: 5\n", "`sources`"), ("kind: x\n", "notion"), ("forms: 1\n", "`forms`")]
)
def test_our_own_keys_are_looked_at_there_too(make_library: MakeLibrary, front: str, told: str) -> None:
    assert any(told in message for message in of_a_guest(make_library, "ru/glossary/a.md", front))
