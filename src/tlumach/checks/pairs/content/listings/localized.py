"""Examples that are put into the reader's language or country, and code that differs in nothing that a reader would notice."""

import re

from tlumach.languages.language_codes import codes_of_languages, english_names, names_of_readers

_ZONE = re.compile(r"(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/[A-Z]\w+")
_PART = re.compile(rf"{_ZONE.pattern}|[^\W_]+|_+|[^\w\s]")
_CODE = re.compile(r"[a-z]{2,3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_QUOTED = re.compile(r"[«“„](?P<text>[^«»“”„]*)[»”“]")
_QUOTES = str.maketrans(dict.fromkeys("'‘’“”„«»", '"'))
_KEY = re.compile(r"([\"'])(?P<key>[\w$-]+)\1(?=\s*:)")
_PARAMETERS = re.compile(r"\s?\((?P<names>\w+(?:,\s?\w+)*)\)(?=\s*[=-]>)")
_PLURAL = re.compile(r"[A-Za-z]{4,}s")
_DRAWN = re.compile(r"[\W_]+")
_SHORTEST_DRAWING = 5
_VALUES = frozenset({"true", "false", "null", "none", "nil", "undefined", "nan"})
"""Words of which the capitals are a part: another language of programs has others."""


def is_of_the_reader(code: str, other: str, language: str) -> bool:
    """Tell whether code has the name of another language, country or time zone, and its translation the reader's, and else is the same.

    `Europe/Berlin` and `Europe/Kyiv`, `/fr/page` and `/uk/page`, `Codes.Spanish` and `Codes.Ukrainian`.
    """
    ours, theirs = _PART.findall(code), _PART.findall(other)
    if len(ours) != len(theirs):
        return False
    changed = [(one, two) for one, two in zip(ours, theirs, strict=True) if one != two]
    is_more = any(not _COUNTRY.fullmatch(one) for one, _ in changed)
    return is_more and all(_is_localized(one, two, language.split("-")[0]) for one, two in changed)


def looks_the_same(code: str, other: str) -> bool:
    """Tell whether code differs in the capitals of its words alone, the `$` of a prompt, a comma or stroke at its end, or as a drawing.

    Or in what formatters and readers write either way: `'key': 1` and `key: 1`, `(x) => y` and `x => y`, `.5` and `0.5`, “text” in any
    quotation marks, the English plural of a name (`integers`), the name of a key (`Ctrl-i`).
    """
    one, two = (_evened(code), _evened(other))
    if one == two or _differ_in_quotation_marks(code, other) or (_PLURAL.fullmatch(one) and one[:-1] == two):
        return True
    if re.fullmatch(r"[a-z]+(?: [a-z]+)*", one) and two in (one.upper(), one.capitalize()):
        return one not in _VALUES
    is_drawn = all(_DRAWN.fullmatch(each) and len(each) >= _SHORTEST_DRAWING for each in (one, two))
    return is_drawn and set(one) == set(two)


def _differ_in_quotation_marks(code: str, other: str) -> bool:
    """Tell whether code is the same but for the kind of its quotation marks, which in both close what they open."""
    is_paired = all(each.count(mark) % 2 == 0 for each in (code, other) for mark in "'\"")
    is_closed = all(each.count("«") == each.count("»") for each in (code, other))
    return is_paired and is_closed and code.translate(_QUOTES) == other.translate(_QUOTES)


def _evened(code: str) -> str:
    """Return code without what means nothing in it: the `$` of a prompt, the last comma or stroke, a key's or a parameter's marks."""
    bare = re.sub(r"(?<![\w.])\.(?=\d)", "0.", re.sub(r"\A\$ |[,/\\]\Z", "", code.strip()))
    bare = _KEY.sub(r"\g<key>", _QUOTED.sub(r'"\g<text>"', bare))
    return _PARAMETERS.sub(r" \g<names>", bare).replace("  ", " ").strip()


def _is_localized(one: str, two: str, language: str) -> bool:
    if any(kind.fullmatch(one) and kind.fullmatch(two) for kind in (_ZONE, _COUNTRY)):
        return True
    if _CODE.fullmatch(one) and one in codes_of_languages():
        return two == language
    return one.title() in english_names() and two.title() in names_of_readers(language)
