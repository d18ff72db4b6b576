from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tlumach.front_matter import split_front_matter

PIECES = st.sampled_from(
    ["---", "...", "\n", "\r\n", " ", "title: А", "date: 2022-08-28", "sources:", "- ", "[", '"', "#", "ї"]
)


@pytest.mark.cases("front_matter/split")
def test_golden(case: dict[str, Any]) -> None:
    found, problems = split_front_matter(case["text"], "docs/ru/a.md")
    assert found.values == case["values"]
    assert case["text"][found.length :] == case["body"]
    assert found.body_line == case["body_line"]
    assert len(problems) == ("problem" in case)
    for problem in problems:
        assert (problem.path, problem.line, problem.code) == ("docs/ru/a.md", case["problem"]["line"], "front-matter")
        assert all(word in problem.message for word in case["problem"]["says"]), problem.message


@given(
    st.text()
    | st.lists(PIECES).map("".join)
    | st.lists(PIECES).map(lambda pieces: "---\n" + "".join(pieces) + "\n---\nb")
)
@example("---\r\n---\r\n")
def test_no_character_is_lost_and_the_line_of_the_body_is_right(text: str) -> None:
    found, _ = split_front_matter(text, "a.md")
    assert found.text + text[found.length :] == text
    assert found.body_line == text[: found.length].count("\n") + 1


def test_the_line_of_a_key() -> None:
    text = "---\ntitle: A\nsources:\n  ria:\n    url: x\n    date: '2022'\ndate: '2023'\n---\n"
    found, _ = split_front_matter(text, "a.md")
    assert {key: found.line_of(key) for key in ("title", "sources", "ria", "url", "date")} == {
        "title": 2,
        "sources": 3,
        "ria": 4,
        "url": 5,
        "date": 7,  # the page's own, not a source's
    }


def test_a_key_that_is_not_there_is_missed_on_the_first_line() -> None:
    found, _ = split_front_matter("---\ntitle: A\n---\n", "a.md")
    assert found.line_of("term") == found.line_of("tit") == 1
