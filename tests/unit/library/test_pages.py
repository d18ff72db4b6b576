import pytest

from tlumach.library.pages import Page, decode, parse_page

TEXT = "---\ntitle: x\n---\n\n# ОДКБ[^1]\n\nСм. [НАТО](nato.md).\n\n## Состав\n"


def page(path: str, text: str = TEXT) -> Page:
    return parse_page(text, "ru", path)[0]


def test_a_page_names_its_file_from_the_root_of_the_project() -> None:
    assert page("glossary/csto.md").file == "docs/ru/glossary/csto.md"


def test_lines_are_those_of_the_file_with_its_front_matter() -> None:
    csto = page("glossary/csto.md")
    assert [block.line for block in csto.blocks] == [5, 7, 9]
    assert [heading.line for heading in csto.headings] == [5, 9]
    assert [(link.target, link.line) for link in csto.links] == [("nato.md", 7)]


def test_body_and_meta_are_apart() -> None:
    csto = page("glossary/csto.md")
    assert csto.meta == {"title": "x"}
    assert csto.body == TEXT.partition("x\n---\n")[2]


def test_the_title_is_the_first_heading_or_else_the_path() -> None:
    assert page("a.md").title == "ОДКБ"
    assert page("a.md", "no heading").title == "a.md"


@pytest.mark.parametrize(
    ("path", "is_term", "is_explainer"),
    [
        ("index.md", False, False),
        ("about.md", False, False),
        ("glossary/index.md", False, False),
        ("glossary/csto.md", True, False),
        ("glossary/price-index.md", True, False),
        ("kazakhstan-arms-export/index.md", False, True),
        ("kazakhstan-arms-export/notes.md", False, False),
    ],
)
def test_what_a_page_is_follows_from_its_path(path: str, is_term: bool, is_explainer: bool) -> None:
    assert (page(path).is_term, page(path).is_explainer) == (is_term, is_explainer)


def test_bad_front_matter_is_a_problem_of_the_file() -> None:
    _, (problem,) = parse_page("---\na: [\n---\n# A\n", "uk", "a.md")
    assert (problem.path, problem.code) == ("docs/uk/a.md", "front-matter")


def test_utf_8_with_and_without_a_mark_is_the_same_text() -> None:
    assert decode("# Їжак\n".encode(), "f") == decode("\ufeff# Їжак\n".encode(), "f") == ("# Їжак\n", [])


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("Привет".encode("cp1251"), 1),
        ("а\nб\n".encode() + b"\xff", 3),
        ("\ufeffа\nб\n".encode() + b"\xff", 3),
        ("\ufeff\n\n".encode() + b"\xff\n\n\n", 3),
        ("# Їжак".encode("utf-16"), 1),
    ],
)
def test_what_is_not_utf_8_is_a_problem_with_its_line_and_a_way_out(content: bytes, line: int) -> None:
    text, (problem,) = decode(content, "docs/uk/a.md")
    assert text is None
    assert (problem.path, problem.line, problem.code) == ("docs/uk/a.md", line, "encoding")
    assert "UTF-8" in problem.message and "Save" in problem.message


def test_links_are_known_by_the_block_that_they_stand_in() -> None:
    page, _ = parse_page("# A [b](b.md)\n\nText.\n\n    [code](c.md)\n\n[d](d.md) and ![e](e.png)\n", "ru", "a.md")
    assert [[link.target for link in some] for some in page.links_by_block] == [["b.md"], [], [], ["d.md", "e.png"]]
    assert [(link.target, link.line) for link in page.links] == [("b.md", 1), ("d.md", 7), ("e.png", 7)]


def test_a_page_says_its_blocks_in_plain_text() -> None:
    page, _ = parse_page("# T\n\nA *word*[^n] & [link](b.md).\n\n---\n\n[^n]: Note.\n", "en", "a/index.md")
    assert page.shown == ["T", "A word & link.", "", "Note."]
