"""Attribute lists: which of the two sides has which, in words for a translator, and which of them matter."""

from typing import Any

import pytest

from tlumach.checks.pairs.content.attribute_lists import is_harmless
from tlumach.checks.pairs.content.structure import check_structure
from tlumach.problems import Level

_BLANK = "{: target=_blank }"


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        (
            f"See [forum](a.md){_BLANK} or others.",
            f"Див. [форум](a.md){_BLANK}, [чат](b.md){_BLANK}.",
            "attribute lists: this has { target=_blank } after “чат”, which the source has not.",
        ),
        (
            f"See [forum](a.md){_BLANK} and [chat](b.md){_BLANK}.",
            f"Див. [форум](a.md) і [чат](b.md){_BLANK}.",
            "attribute lists: the source has { target=_blank } after “forum”, which is not here.",
        ),
        (
            f"See [forum](a.md){_BLANK}, **now**.",
            "Див. [форум](a.md){: target=blank}, **тепер**.",
            "the source has { target=_blank } after “forum”, which is not here; this has { target=blank } after “форум”, which it has not.",
        ),
        ('![Мост](a.png){ width="300" }', "![Міст](a.png)", '{ width="300" } after “Мост”'),
        ("![Мост](a.png){ loading=lazy width=30 } тут", "![Міст](a.png) тут", "after “Мост”"),
        ('[Сайт](a.md){ rel="nofollow" } тут', "[Сайт](a.md) тут", 'rel="nofollow"'),
    ],
)
def test_a_list_that_does_nothing_for_the_look_of_a_page_is_told_when_asked_for(
    findings: Any, source: str, target: str, said: str
) -> None:
    (found,) = findings(check_structure, source, target)
    assert found.level is Level.INFO and said in found.message


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        (
            "[Раз](a.md){ .button } и два",
            "[Раз](a.md) і два",
            "the source has { .button } after “Раз”, which is not here.",
        ),
        ("## Итоги { #sum }", "## Підсумки", "{ #sum } at a line’s end, after “## Итоги”, which is not here."),
        ("**Раз**{ style='color:red' } два", "**Раз** два", "after “Раз”"),
        ("Раз\n{ data-x=1 }", "Раз", "{ data-x=1 } on its own line"),
        ("[Раз](a.md){ .a target=_blank } два", "[Раз](a.md){ target=_blank } два", "{ .a target=_blank } after"),
        ("[Раз](a.md) два", "[Раз](a.md {: target=_blank }) два", "{ target=_blank } within a line"),
        (
            "[А](a.md){ .x } [Б](b.md){ .x } [В](c.md){ .x } в",
            "[А](a.md) [Б](b.md) [В](c.md) в",
            "{ .x } after “А”, { .x } after “Б” and 1 more, which are not here.",
        ),
    ],
)
def test_a_list_with_an_id_a_class_or_a_style_matters(findings: Any, source: str, target: str, said: str) -> None:
    (found,) = findings(check_structure, source, target)
    assert found.level is None and said in found.message, found


def test_the_order_of_lists_in_items_matters_for_those_that_matter(findings: Any) -> None:
    assert findings(check_structure, "- [а](a.md){ .x } и\n- [б](b.md) и", "- [а](a.md) і\n- [б](b.md){ .x } і")
    assert not findings(
        check_structure, f"- [а](a.md){_BLANK} и\n- [б](b.md) и", f"- [а](a.md) і\n- [б](b.md){_BLANK} і"
    )


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("target=_blank", True), ("target='_blank' rel=\"noopener nofollow\"", True), ("width=30 height=20 loading=lazy", True),
        ("title=\"a b\"", True), ("#a", False), (".a", False), ("style='x'", False), ("onclick=x", False), ("target=_blank #a", False),
        ("href=x", False), ("data-target=x", False), ("id=x", False), ("class=x", False),
        ("target=\"_blank", False), ("rel=a,b width=3", True),
    ],
)  # fmt: skip
def test_what_a_page_depends_on(attributes: str, expected: bool) -> None:
    assert is_harmless(attributes) is expected
