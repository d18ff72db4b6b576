"""Names of keys in code."""

from typing import Any

import pytest

from tlumach.checks.pairs.content.listings.keys import are_the_same_keys
from tlumach.checks.pairs.content.structure import check_structure


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("Control-i", "Ctrl-i"),
        ("Control-i", "Ctrl+i"),
        ("Ctrl + C", "Ctrl-C"),
        ("Control+Shift+Escape", "Ctrl + Shift + Esc"),
        ("Cmd+R", "⌘+R"),
        ("Command-R", "Cmd-R"),
        ("Escape", "Esc"),
        ("Return", "Enter"),
        ("Delete", "Del"),
        ("Option+Delete", "⌥+Del"),
        ("Alt+PageUp", "Alt+Page Up"),
        ("Windows+R", "Win+R"),
        ("ctrl-alt-delete", "Ctrl+Alt+Del"),
        ("Space bar", "Space"),
        ("Control+F5", "Ctrl+F5"),
        ("Control+Tab", "Ctrl-Tab"),
        ("Control", "Ctrl"),
    ],
)
def test_the_same_keys(findings: Any, code: str, other: str) -> None:
    assert are_the_same_keys(code, other)
    assert findings(check_structure, f"Press `{code}`.", f"Натисніть `{other}`.", source_language="en") == []


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("Control-i", "Ctrl-j"),
        ("Ctrl+C", "Cmd+C"),
        ("Ctrl+C", "Alt+C"),
        ("Alt+x", "Alt+X"),
        ("Ctrl+Shift+C", "Ctrl+C"),
        ("Escape", "Enter"),
        ("Delete", "Backspace"),
        ("delete", "del"),
        ("return", "enter"),
        ("left-pad", "←-pad"),
        ("control-plane", "ctrl-plane"),
        ("command-line", "cmd-line"),
        ("Option", "Alt"),
        ("PageUp", "PageDown"),
    ],
)
def test_other_keys_and_what_is_no_key(code: str, other: str) -> None:
    assert not are_the_same_keys(code, other)
