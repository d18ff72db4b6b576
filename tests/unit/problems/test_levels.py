import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tlumach.problems import Code, Level, Problem
from tlumach.problems.levels import FIXED, WORDS, levelled, read_levels
from tlumach.problems.patterns import file_of

NUMBERS = Problem("docs/uk/a.md", 3, Code.NUMBERS, "14 is 15")
DOUBLED = Problem("docs/uk/a.md", 3, Code.DOUBLED, "long")


def levels(written: str, problem: Problem) -> Level | None:
    settings, wrong = read_levels(yaml.safe_load(written))
    assert wrong == []
    found = levelled(problem, file_of(problem.path, ["ru", "uk", "en"]), settings)
    return found.level if found else None


@pytest.mark.parametrize(
    ("written", "numbers", "doubled"),
    [
        ("", Level.ERROR, Level.WARNING),
        ("error", Level.ERROR, Level.WARNING),
        ("warn", Level.WARNING, Level.WARNING),
        ("info", Level.INFO, Level.INFO),
        ("off", None, None),
        ("{all: warn}", Level.WARNING, Level.WARNING),
        ("{numbers: off}", None, Level.WARNING),
        ("{doubled: error}", Level.ERROR, Level.ERROR),
        ("{all: off, numbers: error}", Level.ERROR, None),
        ("{numbers: error, all: off}", None, None),
        ("{'docs/uk/**': off}", None, None),
        ("{'docs/en/**': off}", Level.ERROR, Level.WARNING),
        ("{'docs/uk/**': {numbers: warn}}", Level.WARNING, Level.WARNING),
        ("{'docs/uk/**': {all: info, doubled: error}}", Level.INFO, Level.ERROR),
        ("{numbers: off, 'a.md': error}", Level.ERROR, Level.WARNING),
    ],
)
def test_the_last_line_that_fits_counts(written: str, numbers: Level | None, doubled: Level | None) -> None:
    assert (levels(written, NUMBERS), levels(written, DOUBLED)) == (numbers, doubled)


@pytest.mark.parametrize(
    ("written", "key", "said"),
    [
        ("wran", "checks", "gives `checks` the level `wran`, which is none. Did you mean `warn`?"),
        ("{numbrs: off}", "numbrs", "names `numbrs` under `checks`, which is no rule. Did you mean `numbers`?"),
        ("{numbers: never}", "numbers", "Write one of error, warn, info, off."),
        ("{'docs/**': {numbrs: off}}", "numbrs", "Did you mean `numbers`?"),
        ("{'docs/**': {'blog/**': off}}", "blog/**", "is no rule"),
        ("[numbers]", "checks", "which is none"),
        ("7", "checks", "which is none"),
    ],
)
def test_what_cannot_be_is_said_with_what_may_be_meant(written: str, key: str, said: str) -> None:
    settings, (wrong,) = read_levels(yaml.safe_load(written))
    assert settings == () and wrong.key == key and said in wrong.message


def test_what_leaves_no_page_cannot_be_turned_off() -> None:
    assert {levels("off", Problem("docs/uk/a.md", 1, code, "")) for code in FIXED} == {Level.ERROR}


@given(st.sampled_from(list(Code)), st.sampled_from([word for word in WORDS if word != "off"]))
def test_a_level_for_all_raises_nothing(code: Code, word: str) -> None:
    order = list(Level)
    found = levels(word, Problem("docs/uk/a.md", 1, code, ""))
    assert found and order.index(found) >= order.index(code.level)
