import pytest

from tlumach.editions.shared.digital_source import digital_source, digital_sources
from tlumach.settings import MADE_BY


@pytest.mark.parametrize("made", ["", *MADE_BY])
def test_a_machine_s_share_is_named_by_both_lists_alike(made: str) -> None:
    both = digital_sources(made)
    assert bool(both) is made.startswith("machine")
    assert digital_source(made) == (both[1] if both else "")
    if both:
        name = both[1].rpartition("/")[2]
        assert both[0].casefold() == f"https://schema.org/{name}DigitalSource".casefold()
