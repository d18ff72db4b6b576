"""Names of keys: what two keyboards, or two authors, call the same key."""

import re
from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    "control": "ctrl", "ctl": "ctrl", "⌃": "ctrl", "command": "cmd", "⌘": "cmd", "option": "opt", "⌥": "opt", "⇧": "shift",
    "windows": "win", "escape": "esc", "return": "enter", "⏎": "enter", "↵": "enter", "delete": "del", "insert": "ins",
    "spacebar": "space", "space bar": "space", "page up": "pgup", "pageup": "pgup", "page down": "pgdn", "pagedown": "pgdn",
    "pgdown": "pgdn", "up": "↑", "down": "↓", "left": "←", "right": "→", "print screen": "prtsc", "printscreen": "prtsc",
    "prtscr": "prtsc", "caps lock": "capslock", "backspace": "⌫",
}  # fmt: skip
"""What a key is called beside the name that stands for it here, in lower case."""
_HELD = frozenset({"ctrl", "cmd", "alt", "opt", "shift", "win", "meta", "super", "fn"})
"""Keys that are held while another is pressed."""
_KEY = re.compile(r".|f\d{1,2}|tab|home|end|pause|break|menu|numlock|scrolllock")
_JOINT = re.compile(r"(?<=\S)\s*[+-]\s*(?=\S)")


def are_the_same_keys(code: str, other: str) -> bool:
    """Tell whether two pieces of code are the same keys in other names or with another sign between them: `Control-i`, `Ctrl+i`."""
    ours, theirs = keys(code), keys(other)
    return bool(ours) and ours == theirs


def keys(code: str) -> tuple[str, ...]:
    """Return the keys that code names, each by one name; none where it may be something else: `return`, `left-pad`.

    A key alone begins with a capital, or is a sign.
    """
    names = _JOINT.split(code.strip())
    found = tuple(_key(name) for name in names)
    if len(found) > 1:
        are_held = all(each in _HELD for each in found[:-1])
        return found if are_held and (_is_key(found[-1]) or _KEY.fullmatch(found[-1])) else ()
    return found if _is_key(found[0]) and not code.strip()[0].islower() else ()


def _is_key(name: str) -> bool:
    return name in _HELD or name in _NAMES.values()


def _key(name: str) -> str:
    lower = " ".join(name.split()).lower()
    known = _NAMES.get(lower, lower)
    return known if known in _HELD or lower in _NAMES or len(lower) > 1 else name
