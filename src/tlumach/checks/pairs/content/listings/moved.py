"""Code in running text that says the same within other marks, beside other words, or as an example of the reader's country."""

import re
from collections.abc import Sequence

from tlumach.languages.alphabets import CYRILLIC
from tlumach.problems import Level

_NAME = r"[^\W\d][\w.:-]*"
_BARE = re.compile(
    rf"#?\[(?P<attribute>{_NAME})\]|@(?P<decorator>{_NAME})|(?P<call>{_NAME})\(\)|</?(?P<tag>{_NAME})\s*/?>"
)
_AROUND = "\"',.:;!?"
_WORD = 3
"""Letters of a word at least; one or two may be a slip of the keyboard: a Cyrillic і for the variable i."""
_STRAY = ".,;:!?"
_HOME = re.compile(r"(?P<folder>/home/|/Users/|\\Users\\)[^/\\\s]+")
_LANGUAGE = re.compile(r"[a-z]{2}(?:[_-][A-Z]{2}(?:\.UTF-8)?)?")


def is_moved(code: str, other: str, text: str) -> bool:
    """Tell whether code is another without its marks (`#[x]`, `@x`, `x()`, `<x>`), without a mark of the sentence, or a part of it.

    What says more than the source is that of the source too: `git log` for `log`.
    Of what is left of it, every word must stand in the text of the translation: `Apache .conf` is `.conf` of Apache.
    """
    if code.rstrip(_STRAY) == other or _bare(code) == _bare(other) or _is_within(code, other):
        return True
    rest = code.replace(other, " ", 1).split() if other in code else ()
    return bool(rest) and all(word.isalpha() and re.search(rf"(?<!\w){word}(?!\w)", text) for word in rest)


def is_localized(code: str, other: str, languages: tuple[str, str]) -> bool:
    """Tell whether an example has the reader's language in the place of another, or a home of somebody else."""
    if _LANGUAGE.fullmatch(code) and _LANGUAGE.fullmatch(other):
        return other[:2] == languages[1][:2] and len(code) == len(other)
    homes = [_HOME.sub(r"\g<folder>", each) for each in (code, other)]
    return homes[0] == homes[1] and homes[0] != code


def level_of(lost: Sequence[str], added: Sequence[str], text: str) -> Level | None:
    """Return the level of code that is gone and of what is there instead; None for that of the rule, an error.

    On published pages other code in its place was a fault nine times in ten. What stands in the text without the marks of code, was
    cut short (`cargo new` for `cargo new app`, `x` for `"x"`), translated (`raspberry`, which readers see), or is gone (`git grep`:
    “this command”), was rightly so every other time.
    """
    rest, others = list[str](), [*added]
    for code in lost:
        other = next((each for each in others if _is_variant(code, each)), None)
        if other is not None:
            others.remove(other)
        elif code not in text:
            rest.append(code)
    return None if rest and others else Level.INFO


def _is_variant(code: str, other: str) -> bool:
    """Tell whether code of a translation is that of the source cut short, without quotation marks, or a word of it in Cyrillic."""
    is_translated = len(CYRILLIC.findall(other)) >= _WORD
    return is_translated or _is_within(other, code) or other.strip(_AROUND) == code.strip(_AROUND)


def _is_within(code: str, other: str) -> bool:
    """Tell whether other code has code as words of its own, beside further words."""
    found = re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", other)
    return found is not None and re.search(r"\w", other[: found.start()] + other[found.end() :]) is not None


def _bare(code: str) -> str:
    marked = _BARE.fullmatch(code)
    return next(filter(None, marked.groups())) if marked else code
