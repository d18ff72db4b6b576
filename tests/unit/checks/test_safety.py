from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.payloads import FIRST_LINE, Payload, harmless, payloads

from tlumach.checks.safety import check_safety
from tlumach.library import Library

MakeLibrary = Callable[..., Library]
KINDS = sorted({payload.kind for payload in payloads()})
CODES = {"unsafe-html", "unsafe-attribute", "unsafe-address", "foreign-picture", "unknown-mark"}


def of_kind(kind: str) -> list[Payload]:
    return [payload for payload in payloads() if payload.kind == kind]


def test_there_are_enough_of_both() -> None:
    assert len(payloads()) == len(set(payloads())) >= 400
    assert len(list(harmless())) >= 120


@pytest.mark.parametrize("kind", KINDS)
def test_every_payload_is_a_problem_on_its_line(make_library: MakeLibrary, kind: str) -> None:
    for payload in of_kind(kind):
        found = list(check_safety(make_library({"ru/glossary/a.md": payload.page})))
        last = FIRST_LINE + payload.text.count("\n")
        lines = range(FIRST_LINE, last + 1) if not payload.field else range(2, payload.page.count("\n---\n") + 12)
        assert found, payload.text
        assert {problem.code for problem in found} <= CODES
        assert any(problem.line in lines for problem in found), (payload.text, found)


@pytest.mark.parametrize("language", ["uk", "en"])
def test_translations_are_looked_at_too(make_library: MakeLibrary, language: str) -> None:
    (problem,) = check_safety(make_library({f"{language}/a.md": "# Т\n\n<script>x</script>\n"}))
    assert (problem.path, problem.line, problem.code) == (f"docs/{language}/a.md", 3, "unsafe-html")
    assert "<script>" in problem.message and "backticks" in problem.message


def test_nothing_is_found_in_what_only_looks_like_a_payload(make_library: MakeLibrary) -> None:
    for text in harmless():
        assert not list(check_safety(make_library({"ru/a.md": f"# Т\n\nТекст.\n\n{text}\n"}))), text


def test_harmless_marks_may_stand_beside_each_other(make_library: MakeLibrary) -> None:
    marks = [text for text in harmless() if "\n" not in text and "<!--" not in text]
    assert not list(check_safety(make_library({"ru/a.md": "# Т\n\n" + "\n\n".join(marks)})))


LINES = {
    "within a paragraph": ("раз\nдва\n<b>три</b>\n", [("unsafe-html", 5), ("unsafe-html", 5)]),
    "the same twice": ("раз <b> два\nтри <b> четыре\n", [("unsafe-html", 3), ("unsafe-html", 4)]),
    "within a list": ("- раз\n- [x](javascript:y)\n", [("unsafe-address", 4)]),
    "an encoded address": ("раз\n[x](&#106;avascript:y)\n", [("unsafe-address", 4)]),
    "an attribute list": ("раз\n{ .a onclick=b }\n", [("unsafe-attribute", 4)]),
    "a fence": ("раз\n\n~~~ { .x onclick=b }\ny\n~~~\n", [("unsafe-attribute", 5)]),
    "a definition, where it stands": ("[x][r]\n\n[r]: javascript:y\n", [("unsafe-address", 5)]),
    "a picture by reference, where it is shown": (
        "![x][r]\n\n[r]: https://a.example/b.png\n",
        [("foreign-picture", 3)],
    ),
    "a definition on two lines": ("[x][r]\n\n[r]:\n    javascript:y\n", [("unsafe-address", 6)]),
    "a footnote": ("раз[^1]\n\n[^1]: <i>\n", [("unsafe-html", 5)]),
    "two pictures": ("![a](https://b/c)\nи\n![d](//e/f)\n", [("foreign-picture", 3), ("foreign-picture", 5)]),
}


@pytest.mark.parametrize("name", LINES)
def test_the_line_is_that_of_the_payload(make_library: MakeLibrary, name: str) -> None:
    text, expected = LINES[name]
    found = check_safety(make_library({"ru/a.md": f"# Т\n\n{text}"}))
    assert sorted((problem.code, problem.line) for problem in found) == expected


def test_a_line_of_the_front_matter(make_library: MakeLibrary) -> None:
    text = "---\ntitle: Т\nsources:\n  a:\n    title: <b>x</b>\n    url: javascript:x\n---\n# Т\n\nx\n"
    found = sorted((problem.line, problem.code) for problem in check_safety(make_library({"ru/a.md": text})))
    assert set(found) == {(5, "unsafe-html"), (6, "unsafe-address")}


def test_a_long_payload_is_cut_in_the_message(make_library: MakeLibrary) -> None:
    (problem,) = check_safety(make_library({"ru/a.md": f"# Т\n\n<script>{'x' * 500}\n\n</script>\n"}))
    assert len(problem.message) < 250 and "\n" not in problem.message


def as_guest(library: Library, sanitizer: bool) -> Library:
    return replace(library, settings=replace(library.settings, pages="mkdocs", sanitizer=sanitizer))


def test_pages_that_mkdocs_makes_are_looked_at_only_where_that_is_asked_for(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# Раз\n\n<b onclick=x>два</b>\n\n![три](https://example.org/x.png)\n"})
    assert list(check_safety(as_guest(library, sanitizer=False))) == []
    found = list(check_safety(as_guest(library, sanitizer=True)))
    assert {"unsafe-html", "foreign-picture"} <= {problem.code for problem in found}
    assert all("MkDocs publishes it as it is." in problem.message for problem in found)
    assert not any("shown as text" in problem.message for problem in found)


def test_blocks_are_judged_alike_after_one_that_is_refused(make_library: MakeLibrary) -> None:
    rest = "{{ terms }}\n\nТекст с [ссылкой][r].\n\n[r]: https://a.example\n"
    (problem,) = check_safety(make_library({"ru/a.md": f"# Т\n\n<script>x</script>\n\n{rest}"}))
    assert (problem.line, problem.code) == (3, "unsafe-html")


def test_what_a_definition_gives_is_no_problem_of_the_block_that_uses_it(make_library: MakeLibrary) -> None:
    text = "# Т\n\n[x][r] и ещё\n\n[y][r]\n\n[r]: javascript:y\n"
    (problem,) = check_safety(make_library({"ru/a.md": text}))
    assert (problem.line, problem.code) == (7, "unsafe-address")
