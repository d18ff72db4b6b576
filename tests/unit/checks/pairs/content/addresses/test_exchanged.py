from typing import Any

from tlumach.checks.pairs.content.addresses.link_targets import check_links


def test_links_that_changed_places_are_found_by_their_words(findings: Any) -> None:
    source = "[Китай](china.md) и [Турция](turkey.md)"
    (found,) = findings(check_links, source, "[Китай](turkey.md) і [Туреччина](china.md)")
    assert "they changed places" in found.message
    assert findings(check_links, source, "[China](turkey.md) and [Turkey](china.md)", "en")
    assert findings(check_links, source, "[Turkey](turkey.md) and [China](china.md)", "en") == []
