"""What the preview says; what it does is seen in tests/browser/test_live_preview.py."""

import pytest

from tlumach.plugin.serve.preview import mended


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (0, 0, ""),
        (1, 1, ""),
        (1, 2, ""),
        (1, 0, "Mended: no errors are left."),
        (3, 1, "Mended; 1 error is left."),
        (3, 2, "Mended; 2 errors are left."),
    ],
)
def test_it_says_that_errors_are_mended(before: int, now: int, said: str) -> None:
    assert mended(before, now) == said
