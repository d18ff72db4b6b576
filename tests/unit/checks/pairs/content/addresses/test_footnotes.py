from typing import Any

from tlumach.checks.pairs.content.addresses.footnotes import check_footnotes


def messages(found: Any) -> list[str]:
    return [each.message for each in found]


def test_footnote_marks_are_those_of_the_source_in_any_order(findings: Any) -> None:
    assert findings(check_footnotes, "А[^a]. Б[^b].", "Б[^b], а[^a].") == []
    assert (
        "`[^b]` of the source is not here. Here stands `[^c]`"
        in messages(findings(check_footnotes, "А[^b].", "А[^c]."))[0]
    )
    assert "`[^c]` is not in the source" in messages(findings(check_footnotes, "А.", "А[^c]."))[0]
    assert findings(check_footnotes, "[^a]: Раз.", "[^b]: Раз.")
