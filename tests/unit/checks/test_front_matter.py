from collections.abc import Callable
from typing import Any

import pytest

from tlumach.checks.front_matter import check_front_matter
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
