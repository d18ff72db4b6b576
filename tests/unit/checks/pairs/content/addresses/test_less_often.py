from typing import Any

import pytest

from tlumach.checks.pairs.content.addresses.link_targets import check_links
from tlumach.problems import Level

SAME = "https://a.example/x"


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        ("[а](x.md), и [а](x.md)", "[а](x.md), і а", Level.INFO),
        ("- [а](x.md)\n- [б](x.md)", "- [а](x.md)\n- б", None),
        ("- [а](x.md)\n- [б](x.md) [в](x.md)", "- [а](x.md)\n- [б](x.md) в", Level.INFO),
        ("- [а](x.md)\n- [б](x.md)\n- в", "- [а](x.md)\n- б", Level.INFO),
        ("| [а](x.md) |\n|---|\n| [б](x.md) |", "| [а](x.md) |\n|---|\n| б |", None),
        (f"[{SAME}]({SAME})", SAME, Level.WARNING),
        (f"[{SAME}]({SAME})", f"<{SAME}>", Level.INFO),
        (f"[а]({SAME}), {SAME}", f"[а]({SAME})", Level.INFO),
    ],
)
def test_how_bad_it_is_that_a_link_stands_less_often(
    findings: Any, source: str, target: str, level: Level | None
) -> None:
    assert [each.level for each in findings(check_links, source, target)] == [level]
