"""Names of programs in running text, which are no words of a language: `os.path`, `max_age`, `fooBar`, `@someone`, `--force`."""

import re

from tlumach.checks.pairs.opaque import OBJECT
from tlumach.checks.pairs.pair import Side, once_a_side

_NAME = re.compile(
    r"(?<![^\s(«“„\"'|/])(?:"
    r"[@#$%]\w[\w.-]*%?"  # @someone, #tag, $HOME, %TEMP%
    r"|--?[A-Za-z][\w-]*(?:=\S*)?"  # an option
    r"|[^\s()«»“”„\"|]*(?:_|::|->|=|\\|\{|\}|[A-Za-z]\.(?:[a-z_]|[A-Z]{2})|[a-z][A-Z]|/\w+/)[^\s()«»“”„\"|]*"
    r"|[A-Za-z][\w-]*\(\)"
    r"|'[A-Za-z]+[:/][\w:/.-]+'"  # a value in quotation marks: 'php:Y-m-d'
    r"|[A-Z][a-z]*(?:-[A-Z][A-Za-z]*)+"  # a header: Content-Type
    r"|(?!(?:[a-z]+-)(?:to|of|and|the|in|by|or|a|as|for)-)(?=[a-z-]*(?:\d|-[a-z]+-))[a-z]+\d*(?:-[a-z\d]+)+(?![\w-])"  # a package: vue-i18n
    r")"
)
_INDEXED = re.compile(r"\[(?P<name>[\w$@:.\\()-]+)\]\((?P<address>[^()\s]+)\)")
_FEWEST = 3
_MAY_BE = re.compile(r"[@#$%_='\\{}()-]|::|[A-Za-z]\.[A-Za-z]|[a-z][A-Z]|/")


@once_a_side
def without_names(side: Side) -> str:
    """Return the prose of a block with such names hidden, every other character at its place."""
    text = side.prose.text
    return _NAME.sub(lambda match: OBJECT * len(match[0]), text) if _MAY_BE.search(text) else text


def is_index(text: str) -> bool:
    """Tell whether a block is links alone, each with one word that its address has too, and most of them written as names of code."""
    found = list(_INDEXED.finditer(text))
    if len(found) < _FEWEST or re.search(r"\w", _INDEXED.sub("", text)):
        return False
    names = [match["name"] for match in found]
    are_linked = all(_bare(match["name"]) in _bare(match["address"]) for match in found)
    return are_linked and 2 * sum(name[0].islower() or not name.isalpha() for name in names) > len(names)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()
