import hashlib

import pytest

from tlumach.adoption.fingerprints import is_of, is_of_section, sections
from tlumach.library.pages import parse_page

TEXT = "---\ntitle: A\n---\n# A\n\nIntro.\n\n## One\n\nFirst.\n\n```\n## no heading\n```\n\n## Two\n\nSecond.\n"
PAGE, _ = parse_page(TEXT, "en", "a.md")


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("known", [TEXT, TEXT.replace("\n", "\r\n"), TEXT.strip(), PAGE.body, PAGE.body.strip()])
def test_a_page_is_known_by_its_file_or_its_body_whatever_the_line_ends(known: str) -> None:
    for content in (TEXT.encode(), TEXT.replace("\n", "\r\n").encode()):
        assert is_of(sha(known), content, PAGE.body) and is_of(sha(known)[:12], content, PAGE.body)
        assert not is_of(sha(known + "x"), content, PAGE.body)


def test_a_page_is_cut_at_headings_of_the_second_level_alone() -> None:
    assert [(each.title, each.at, each.of) for each in sections(PAGE)] == [("", 0, 3), ("One", 1, 3), ("Two", 2, 3)]
    assert "".join(each.text for each in sections(PAGE)).startswith(PAGE.body)
    assert [block for each in sections(PAGE) for block in each.blocks] == PAGE.blocks


@pytest.mark.parametrize("known", ["## Two\n\nSecond.\n", "## Two\n\nSecond.", "Second.", "Second.\n", "\nSecond.\n"])
def test_a_section_is_known_with_its_heading_or_without(known: str) -> None:
    assert [is_of_section(sha(known), each) for each in sections(PAGE)] == [False, False, True]


def test_a_page_without_headings_is_one_section() -> None:
    page, _ = parse_page("Text.\n", "en", "a.md")
    [only] = sections(page)
    assert (only.title, only.text.strip(), only.of) == ("", "Text.", 1)
    assert is_of_section(sha("Text.\n"), only)
