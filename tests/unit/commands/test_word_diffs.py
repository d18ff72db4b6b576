"""A difference word by word, in marks and in colour."""

from tlumach.alignment.word_diff import word_diff
from tlumach.commands.word_diffs import coloured, marked


def test_colours_come_with_lines() -> None:
    runs = word_diff("раз два", "раз три")
    assert marked(runs) == "раз [-два-]{+три+}"
    assert coloured(runs) == "раз \x1b[31m\x1b[9mдва\x1b[0m\x1b[32m\x1b[4mтри\x1b[0m"
