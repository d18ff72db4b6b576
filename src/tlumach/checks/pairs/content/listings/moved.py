"""Code in running text that says the same within other marks, beside other words, or as an example of the reader's country."""

import re

_NAME = r"[^\W\d][\w.:-]*"
_BARE = re.compile(
    rf"#?\[(?P<attribute>{_NAME})\]|@(?P<decorator>{_NAME})|(?P<call>{_NAME})\(\)|</?(?P<tag>{_NAME})\s*/?>"
)
_STRAY = ".,;:!?"
_HOME = re.compile(r"(?P<folder>/home/|/Users/|\\Users\\)[^/\\\s]+")
_LANGUAGE = re.compile(r"[a-z]{2}(?:[_-][A-Z]{2}(?:\.UTF-8)?)?")


def is_moved(code: str, other: str, text: str) -> bool:
    """Tell whether code is another without its marks (`#[x]`, `@x`, `x()`, `<x>`), without a mark of the sentence, or a part of it.

    Of what is left of it, every word must stand in the text of the translation: `Apache .conf` is `.conf` of Apache.
    """
    if code.rstrip(_STRAY) == other or _bare(code) == _bare(other):
        return True
    rest = code.replace(other, " ", 1).split() if other in code else ()
    return bool(rest) and all(word.isalpha() and re.search(rf"(?<!\w){word}(?!\w)", text) for word in rest)


def is_localized(code: str, other: str, languages: tuple[str, str]) -> bool:
    """Tell whether an example has the reader's language in the place of another, or a home of somebody else."""
    if _LANGUAGE.fullmatch(code) and _LANGUAGE.fullmatch(other):
        return other[:2] == languages[1][:2] and len(code) == len(other)
    homes = [_HOME.sub(r"\g<folder>", each) for each in (code, other)]
    return homes[0] == homes[1] and homes[0] != code


def _bare(code: str) -> str:
    marked = _BARE.fullmatch(code)
    return next(filter(None, marked.groups())) if marked else code
