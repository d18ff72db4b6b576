import pytest
import yaml

from tlumach.alignment.passages import ChangeKind, Passages, Shown, read_passages
from tlumach.problems.patterns import file_of

K = ChangeKind


def passages(written: str) -> Passages:
    found, wrong = read_passages(yaml.safe_load(written))
    assert wrong == []
    return found


@pytest.mark.parametrize(
    ("written", "path", "kinds", "shown"),
    [
        ("", "docs/uk/a.md", [K.NUMBER], Shown.MARK),
        ("original", "docs/uk/a.md", [K.TYPOGRAPHY], Shown.ORIGINAL),
        ("{all: original-first}", "docs/uk/a.md", [K.ADDED], Shown.ORIGINAL_FIRST),
        ("{number: original-first}", "docs/uk/a.md", [K.NUMBER], Shown.ORIGINAL_FIRST),
        ("{number: original-first}", "docs/uk/a.md", [K.WORDING], Shown.MARK),
        ("{number: original-first, negation: original}", "docs/uk/a.md", [K.NUMBER, K.NEGATION], Shown.ORIGINAL),
        ("{security/**: original}", "docs/uk/security/a.md", [K.WORDING], Shown.ORIGINAL),
        ("{security/**: original}", "docs/uk/a.md", [K.WORDING], Shown.MARK),
        ("{security/**: {number: original}}", "docs/uk/security/a.md", [K.WORDING], Shown.MARK),
        ("{security/**: {number: original}}", "docs/security/a.uk.md", [K.NUMBER], Shown.ORIGINAL),
        ("{docs/uk/**: original, typography: mark}", "docs/uk/a.md", [K.TYPOGRAPHY], Shown.MARK),
        ("{all: original, number: mark}", "docs/uk/a.md", [], Shown.MARK),
    ],
)
def test_a_path_and_a_kind_of_change_say_what_is_shown(
    written: str, path: str, kinds: list[ChangeKind], shown: Shown
) -> None:
    assert passages(written).shown(file_of(path, ["en", "uk"]), kinds) is shown


@pytest.mark.parametrize(
    ("written", "key", "said"),
    [
        ("orginal", "stale", "Did you mean `original`?"),
        ("{numbers: mark}", "numbers", "Did you mean `number`?"),
        ("{number: hidden}", "number", "Write one of `mark`, `original-first`, `original`."),
        ("{a/**: {b/**: mark}}", "b/**", "no kind of change"),
        ("[a]", "stale", "has `stale: ['a']`"),
        ("{all: off}", "all", "has `all: False`"),
    ],
)
def test_what_cannot_be_is_said(written: str, key: str, said: str) -> None:
    _, (wrong,) = read_passages(yaml.safe_load(written))
    assert wrong.key == key and said in wrong.message
