from typing import Any

import pytest

from tlumach.checks.pairs.content.addresses.link_targets import check_links
from tlumach.problems import Level


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        ("[a](x.md)", "а", None),
        ("[a](x.md)", "[а]()", None),
        ("[a](x.md)", "[а](y.md)", Level.WARNING),
        ("[a](#one)", "[а](y.md#one)", Level.INFO),
        ("[a](https://a.example/x)", "а", None),
        ("[a](https://a.example/x) [b](https://b.example/)", "[а](https://b.example/) [б](https://b.example/)", None),
        ("[a](https://a.example/page)", "[а](https://a.example/pagex)", Level.WARNING),
        (
            "[a](https://developer.mozilla.org/en-US/docs/label)",
            "[а](https://developer.mozilla.org/ru/docs/labelx)",
            Level.WARNING,
        ),
        ("[a](https://docs.example/page)", "[а](https://доки.example/page)", Level.WARNING),
        ("[a](https://a.devs/page)", "[а](https://a.devsx/page)", Level.WARNING),
        ("[a](https://shop.de/page)", "[а](https://shop.ua/page)", Level.INFO),
        ("[a](https://a.example/old/page)", "[а](https://a.example/new/place)", Level.INFO),
        ("[a](https://a.example/DOM)", "[а](https://a.example/dom)", Level.INFO),
        ("[a](https://a.example/x)", "[а](https://c.example/)", Level.WARNING),
        ("[a](https://a.example/x)", "[а](https://c.ua/)", Level.INFO),
        ("[a](https://a.example/x)", "[а](https://c.example/ru/y)", Level.INFO),
        ("[a](https://a.example/x)", "[а](https://wiki.example/Uk:Правила)", Level.INFO),
        ("[a](https://pl.example/x)", "[а](https://c.example/y)", Level.INFO),
        ("[a](https://a.example/refcard/)", "[а](https://c.example/doc/refcard)", Level.INFO),
        ("[a](https://bit.ly/x)", "[а](https://c.example/y)", Level.INFO),
        ("[a](https://a.example/x)", "[а](https://archive.example/2009/https://a.example/y)", Level.INFO),
        ("[a](https://a.io/x)", "[а](https://c.me/y)", Level.WARNING),
        ("[a](x.md)", "[а](https://c.example/)", Level.WARNING),
        ("[a](guide.md)", "[а](https://c.example/guide/)", Level.INFO),
        ("a", "[а](https://c.example/)", Level.INFO),
        ("[a](x.md#one)", "[а](x.md#two)", Level.INFO),
        ("[a](#one)", "[а](#two)", Level.INFO),
        ("[a](x.md#one)", "[а](x.md)", Level.WARNING),
        ("[a](x.md)", "[а](x.md#two)", Level.INFO),
        ("[a](https://a.example/x)", "[а](c.md)", Level.WARNING),
        ("[a](https://a.example/x)", "[а](#c)", Level.INFO),
        ("[a](https://a.example/core/pwa.html#b)", "[а](../core/pwa.md#b)", Level.INFO),
        ("[a](https://a.example/config/#b)", "[а](../config/README.md#b)", Level.INFO),
        ("[a](https://a.example/cli-unit-jest/README.md)", "[а](../unit_jest.md)", Level.INFO),
        ("[a](/basics/pattern-matching)", "[а](/basics/pattern_matching)", Level.INFO),
        ("[a](/specifics/plug.md)", "[а](/misc/plug.md)", Level.INFO),
        ("[a](/specifics/index.md)", "[а](/misc/index.md)", Level.WARNING),
        ("[a](one/x.md)", "[а](two/x.md)", Level.WARNING),
        ("[a](mod/use.html)", "[а](../../mod/use.md)", Level.INFO),
        ("[a](one/query.md)", "[а](one/query.mdx)", Level.WARNING),
        ("[a](one/query.md)", "[а](two/query.html)", Level.INFO),
        ("[a]() b", "а", Level.INFO),
    ],
)
def test_a_link_within_the_site_is_an_error_another_may_have_been_chosen(
    findings: Any, source: str, target: str, level: Level | None
) -> None:
    (found,) = findings(check_links, source, target, "ru", source_language="en")
    assert found.level is level


@pytest.mark.parametrize(
    ("target", "is_right"),
    [("https://doc.example.org/std/macro.html", True), ("https://doc.example.org/std/other.html", False)],
)
def test_a_page_may_be_named_by_its_whole_address(findings: Any, target: str, is_right: bool) -> None:
    found = findings(check_links, "[a](../std/macro.html)", f"[а]({target})", "ru", source_language="en")
    assert (found == []) is is_right
