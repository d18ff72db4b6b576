"""RULES.md is what scripts/rules.py makes of the rules now, and has every code that a problem may have."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import rules
import yaml

from tlumach.checks.pairs import CODES
from tlumach.rendering.sanitizer.sanitizer import ADDRESS, ATTRIBUTE, HTML, PICTURE

ROOT = Path(__file__).parents[2]
FIGURES = re.compile(
    r"(?<=## How quiet, how sharp\n\n)(?P<figures>.*?)(?=\n## A translation beside its source\n)", re.DOTALL
)


def codes_in(file: Path) -> Iterator[str]:
    """Yield the codes that a module gives its problems as they are written."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
            code = node.args[2] if len(node.args) > 2 else None
            if isinstance(code, ast.Constant):
                yield str(code.value)


def test_the_page_is_current() -> None:
    """Each example is run through the rules again; the figures are compared with the data by another test."""
    shown = (ROOT / "RULES.md").read_text(encoding="utf-8")
    figures = FIGURES.search(shown)
    assert figures and rules.page(figures["figures"]) == shown, "not current: python scripts/rules.py"


def test_every_code_is_on_the_page() -> None:
    shown = (ROOT / "RULES.md").read_text(encoding="utf-8")
    written = {code for file in (ROOT / "src" / "tlumach").rglob("*.py") for code in codes_in(file)}
    written |= CODES | {HTML, ATTRIBUTE, ADDRESS, PICTURE}
    assert len(written) > 60
    assert [code for code in sorted(written) if f"`{code}`" not in shown] == []


def test_every_example_is_of_a_rule_that_there_is() -> None:
    groups = [*rules.PAIRS, *rules.LIBRARY]
    listed = [code for group in groups for code in group.codes]
    assert sorted(yaml.safe_load(rules.EXAMPLES.read_text(encoding="utf-8"))) == sorted(listed)
    assert set(listed) >= CODES


def test_an_example_that_is_not_found_fails() -> None:
    try:
        rules._pair("numbers", {"what": "the same", "source": "Раз 5.", "target": "Один 5."})
    except AssertionError as error:
        assert "does not find its example" in str(error)
    else:
        raise AssertionError("it was taken for found")
