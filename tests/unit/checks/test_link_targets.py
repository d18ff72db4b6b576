from collections.abc import Callable
from dataclasses import replace

import pytest

from tlumach.checks.link_targets import check_links
from tlumach.library import Library
from tlumach.problems import Problem
from tlumach.tracking import Tracker

MakeLibrary = Callable[..., Library]
SITE = {
    "ru/index.md": "# Главная\n\n## Как читать\n",
    "ru/glossary/index.md": "# Глоссарий",
    "ru/glossary/csto.md": "# ОДКБ\n\n## Состав { #members }\n\nАбзац.\n{ #p1 }\n",
    "ru/text/img/map.png": "",
    "uk/only.md": "# Лише українською",
    "uk/text/bad.md": b"\xff",
    "ru/text/bad.md": b"\xff",
}


def problems_of(make_library: MakeLibrary, link: str) -> list[Problem]:
    return list(
        check_links(
            Tracker(make_library({**SITE, "ru/text/index.md": f"---\ntitle: А\n---\n# Текст\n\nСм. {link}.\n"}))
        )
    )


@pytest.mark.parametrize(
    "link",
    [
        "[a](../index.md)",
        "[a](../glossary/csto.md)",
        '[a](<../glossary/csto.md> "ОДКБ")',
        "[a](../glossary/csto.md#members)",
        "[a](../glossary/csto.md#p1)",
        "[a](../index.md#как-читать)",
        "[a](../index.md#%D0%BA%D0%B0%D0%BA-%D1%87%D0%B8%D1%82%D0%B0%D1%82%D1%8C)",
        "[a](#текст)",
        "[a](index.md#текст)",
        "![a](img/map.png)",
        "[a](bad.md)",
        "[a](https://tlumach.example/nowhere#x)",
        "[a](mailto:a@b.example)",
        "<https://a.example>",
        "`[a](nowhere.md)`",
    ],
)
def test_good_links(make_library: MakeLibrary, link: str) -> None:
    assert problems_of(make_library, link) == []


@pytest.mark.parametrize(
    ("link", "code", "says"),
    [
        ("[a](nowhere.md)", "broken-link", "docs/ru/text/nowhere.md"),
        ("[a](../inde.md)", "broken-link", "Did you mean `../index.md`?"),
        ("[a](../only.md)", "broken-link", "docs/ru/only.md"),
        ("[a](/index.md)", "broken-link", "relative"),
        ("[a](../glossary/)", "broken-link", "../glossary/"),
        ("![a](img/nap.png)", "broken-link", "Did you mean `img/map.png`?"),
        ("[a](../glossary/csta.md)", "unknown-term", "Did you mean `../glossary/csto.md`?"),
        ("[a](../glossary/tokayev.md)", "unknown-term", "Write docs/ru/glossary/tokayev.md"),
        ("[a](../glossary/csto.md#member)", "broken-anchor", "Did you mean `#members`?"),
        ("[a](#как-читать)", "broken-anchor", "docs/ru/text/index.md"),
        ("[a](../index.md#x)", "broken-anchor", "`#x`"),
        ("[a]: nowhere.md", None, ""),
        ("[![a](img/nap.png)](../index.md)", "broken-link", "img/nap.png"),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_line_and_a_hint(
    make_library: MakeLibrary, link: str, code: str | None, says: str
) -> None:
    if code is None:  # a definition stands at the start of a line only
        assert problems_of(make_library, link) == []
        return
    (problem,) = problems_of(make_library, link)
    assert (problem.path, problem.line, problem.code) == ("docs/ru/text/index.md", 6, code)
    assert says in problem.message, problem.message


def test_a_link_may_lead_to_a_page_that_is_not_translated_yet(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# А", "ru/b.md": "# Б", "uk/a.md": "# А\n\n[б](b.md)"})
    assert list(check_links(Tracker(library))) == []


def test_links_are_not_looked_up_in_another_translation(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# А", "en/b.md": "# B", "uk/a.md": "# А\n\n[б](b.md)"})
    assert [(found.path, found.line, found.code) for found in check_links(Tracker(library))] == [
        ("docs/uk/a.md", 3, "broken-link")
    ]


def test_all_broken_links_come_at_once(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "[a](1.md)\n[b](2.md)", "en/a.md": "# A\n\n[c]: 3.md\n"})
    assert sorted((found.path, found.line) for found in check_links(Tracker(library))) == [
        ("docs/en/a.md", 3),
        ("docs/ru/a.md", 1),
        ("docs/ru/a.md", 2),
    ]


def test_a_picture_of_the_source_stands_in_for_one_that_a_translation_lacks(make_library: MakeLibrary) -> None:
    page = {"uk/text/index.md": "# Текст\n\n![a](img/map.png) ![b](img/none.png)\n"}
    (problem,) = check_links(Tracker(make_library({**SITE, "ru/text/index.md": "# Текст\n", **page})))
    assert "none.png" in problem.message


def of_a_guest(make_library: MakeLibrary, link: str) -> list[Problem]:
    library = make_library(
        {**SITE, "ru/text/index.md": f"# Текст\n\n## Über Größe: 2\n\n<a name='x'></a>\n\nСм. {link}.\n"}
    )
    return list(check_links(Tracker(replace(library, settings=replace(library.settings, pages="mkdocs")))))


@pytest.mark.parametrize(
    "anchor",
    ["uber-groe-2", "über-größe-2", "Über-Größe-2", "uber-groe-2_1", "_2", "x", "текст", "members"],
)
def test_pages_that_mkdocs_makes_have_its_anchors_too(make_library: MakeLibrary, anchor: str) -> None:
    page = "../glossary/csto.md" if anchor == "members" else ""
    assert of_a_guest(make_library, f"[здесь]({page}#{anchor})") == []


def test_what_no_function_of_mkdocs_makes_is_still_found(make_library: MakeLibrary) -> None:
    assert [problem.code for problem in of_a_guest(make_library, "[здесь](#grosse)")] == ["broken-anchor"]


def test_an_address_from_the_root_is_left_to_mkdocs(make_library: MakeLibrary) -> None:
    assert of_a_guest(make_library, "[здесь](/text/nowhere.md)") == []
    assert of_a_guest(make_library, "[здесь](nowhere.md)") != []
