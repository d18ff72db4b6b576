"""The front matter of a page: the YAML between two lines of `---` at its top."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from tlumach.problems import Code, Problem, doubled_keys
from tlumach.problems.doubled_keys import Doubled

_FENCE = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_ISO_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# PyYAML raises these too, for tags and references that it cannot make a value of.
NOT_YAML = (yaml.YAMLError, ValueError, TypeError, AttributeError, KeyError, RecursionError)


@dataclass(frozen=True)
class FrontMatter:
    """What the front matter says, its own text, and where the body begins (``length`` in characters, ``lines`` in lines)."""

    values: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    length: int = 0

    @property
    def body_line(self) -> int:
        """The number of the line on which the body begins, from 1."""
        return self.text.count("\n") + 1

    def line_of(self, key: str) -> int:
        """Return the line on which a key stands, the outermost one where there are more; 1 when there is none."""
        lines = enumerate(self.text.split("\n"), 1)
        found = [(len(line) - len(bare), n) for n, line in lines if (bare := line.lstrip(" -")).startswith(f"{key}:")]
        return min(found, default=(0, 1))[1]

    def line_within(self, keys: Sequence[str]) -> int:
        """Return the line on which a value within others begins, by its keys from the outside in; 1 when there is none."""
        node: Any = yaml.compose(_FENCE.sub(r"\1", self.text), _LOADER)
        for key in keys:
            if isinstance(node, yaml.SequenceNode) and key.isdigit():
                node = dict(enumerate(node.value, 1)).get(int(key))
            else:
                pairs = node.value if isinstance(node, yaml.MappingNode) else ()
                node = next((value for name, value in pairs if name.value == key), None)
        return node.start_mark.line + 2 if node else 1


def iso_date(value: Any) -> str:
    """Return a date as it is written: a year, a month or a day of ISO 8601; an empty text for whatever is none."""
    if not (isinstance(value, str) and _ISO_DATE.match(value)):
        return ""
    try:
        datetime.date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:  # such as 30 February
        return ""
    return value


def split_front_matter(text: str, path: str) -> tuple[FrontMatter, list[Problem]]:
    """Take the front matter off a page's text; ``length`` tells the caller where the body begins.

    What is not YAML, or not a mapping, is a problem: MkDocs would print it on the page as a heading.
    """
    if not (match := _FENCE.match(text)):
        return FrontMatter(), _unclosed(text, path)
    values, problems = _parse(match.group(1), path)
    return FrontMatter(values, match.group(0), match.end()), problems


def _unclosed(text: str, path: str) -> list[Problem]:
    if re.match(r"---[ \t]*\r?\n[\w-]+:", text):
        return [_invalid(path, 1, "is not closed: a second line of `---` must end it.")]
    return []


def _parse(text: str, path: str) -> tuple[Mapping[str, Any], list[Problem]]:
    try:
        loaded, doubled = doubled_keys.load(text, _LOADER)
        values = _plain(loaded)
    except NOT_YAML as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        return {}, [_invalid(path, line, f"is not YAML: {_reason(error)}. Mend that line.")]
    if values is None:
        return {}, []
    if not isinstance(values, dict):
        return {}, [_invalid(path, 1, "must be a mapping, such as `description: …`.")]
    return values, [_invalid(path, each.line, f"has {each.message}") for each in _in_file(doubled)]


def _in_file(doubled: Iterable[Doubled]) -> list[Doubled]:
    """Return the same with lines of the file: the YAML begins on its second."""
    return [Doubled(each.key, each.line + 1, each.before + 1) for each in doubled]


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "a value holds itself, or too many within one another"
    return str(getattr(error, "problem", None) or error)


def _plain(value: Any) -> Any:
    """Give dates back as the text that stood there, so that a date is written one way, quoted or not."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _invalid(path: str, line: int, message: str) -> Problem:
    return Problem(path, line, Code.FRONT_MATTER, f"the front matter {message}")
