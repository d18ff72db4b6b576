"""The keys of a project's file for a language, each with what it must be. docs-dev/languages.md says what each means."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from babel import Locale, UnknownLocaleError

from tlumach.languages.lemmas import stemmers
from tlumach.languages.project_files.messages import faults_of_messages
from tlumach.languages.project_files.patterns import faults_of_patterns, faults_of_phrases, no_pattern
from tlumach.languages.project_files.rows import faults_of_units, faults_of_words
from tlumach.languages.project_files.wrong import Fault, Place, meant

Check = Callable[[Any, Place], Iterator[Fault]]
_JOINED = ("thousand", "hundred", "and", "half")
_SCRIPT = re.compile("[A-Z][a-z]{3}")
_MONTHS = 12


def faults(data: Mapping[Any, Any], checks: Mapping[str, Check], place: Place = ()) -> Iterator[Fault]:
    """Yield what is wrong with a mapping, by what its keys must be."""
    for key, value in data.items():
        here = (*place, str(key))
        if str(key) in checks:
            yield from checks[str(key)](value, here)
        else:
            within = f" in `{'.'.join(map(str, place))}`" if place else ""
            yield Fault(here, f"`{key}` is not known{within or ' here'}. {meant(str(key), checks)}")


def _must_be(what: str, is_so: Callable[[Any], bool]) -> Check:
    def check(value: Any, place: Place) -> Iterator[Fault]:
        if not is_so(value):
            yield Fault(place, f"`{place[-1]}` must be {what}.")

    return check


def _mapping(checks: Mapping[str, Check]) -> Check:
    def check(value: Any, place: Place) -> Iterator[Fault]:
        if isinstance(value, Mapping):
            yield from faults(value, checks, place)
        else:
            yield Fault(
                place, f"`{place[-1]}` must be a mapping; its keys are {', '.join(f'`{key}`' for key in checks)}."
            )

    return check


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _are_texts(value: Any) -> bool:
    return isinstance(value, Mapping) and all(isinstance(each, str) for each in (*value, *value.values()))


def _are_pairs(value: Any) -> bool:
    return _is_list(value) and bool(value) and all(len(pair) == 2 for pair in value)


def _is_alphabet(value: Any) -> bool:
    return _is_text(value) and all(len(letter) <= 3 for letter in value.split())


def _is_locale(value: Any) -> bool:
    try:
        return isinstance(value, str) and Locale.parse(value, sep="-") is not None
    except (UnknownLocaleError, ValueError):
        return False


def _is_small_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 20


_WORDS = _must_be("words, in one text with spaces between them", _is_text)
_SWAP = _must_be("a mapping of the last letters to others, such as {inn: in}", _are_texts)
_SIGN = _must_be(
    "one character in quotation marks, such as ','", lambda value: isinstance(value, str) and len(value) == 1
)

_LETTERS, _MARKS = re.compile(r"[^\W\d_]+"), re.compile("[;:!?»]+")


def _pattern(value: Any, place: Place) -> Iterator[Fault]:
    why = no_pattern(value, frozenset()) if _is_text(value) else "it must be a text in quotation marks"
    if why:
        yield Fault(place, f"the pattern of `{place[-1]}` cannot be read: {why}.")


_NUMBERS: Mapping[str, Check] = {
    "words": faults_of_words,
    "units": faults_of_units,
    "endings": faults_of_patterns,
    "phrases": faults_of_phrases,
    "joined": _must_be(
        "a mapping with all of `thousand`, `hundred`, `and`, `half` to what stands for them in a word",
        lambda value: _are_texts(value) and set(value) == set(_JOINED),
    ),
    "tens_from": _must_be("the number from which on tens stand apart, such as 20", _is_small_number),
}
_ENDINGS: Mapping[str, Check] = {
    "least": _must_be("how many letters stay at least, such as 3", _is_small_number),
    "layers": _must_be("a list of texts, each with endings that are cut in turn", _is_list),
    **dict.fromkeys(("one_more", "keep", "unlike", "also", "undouble", "late", "stop", "late_prefix"), _WORDS),
    **dict.fromkeys(("swap", "also_swap", "alike"), _SWAP),
    "prefix": _mapping({"cut": _WORDS, "with": _WORDS}),
    "kin": _must_be("a text with words that belong together on each line", _is_text),
    "typed": _must_be(
        "letters with what people type for them, such as ä/ae ö/oe",
        lambda value: _is_text(value) and all(re.fullmatch(r"[^/]+/[^/]+", each) for each in value.split()),
    ),
}
_NO_BREAK: Mapping[str, Check] = {
    **dict.fromkeys(("units", "months", "shortened"), _pattern),
    "prepositions": _must_be(
        "letters without spaces between them, such as vkso", lambda value: bool(_LETTERS.fullmatch(str(value)))
    ),
    "marks": _must_be("some of ;:!?» in quotation marks", lambda value: bool(_MARKS.fullmatch(str(value)))),
}
KEYS: Mapping[str, Check] = {
    "messages": faults_of_messages,
    "locale": _must_be("a language that the CLDR knows, whose dates and plurals are taken, such as tr", _is_locale),
    "script": _must_be(
        "the name of a script by ISO 15924, such as Latn", lambda value: bool(_SCRIPT.fullmatch(str(value)))
    ),
    "direction": _must_be("`ltr` or `rtl`", lambda value: value in ("ltr", "rtl")),
    "alphabet": _must_be("the small letters in their order, with spaces between them: а ә б", _is_alphabet),
    "quotation_marks": _must_be("a list of pairs, the outer marks first, such as [«», „“]", _are_pairs),
    "dash": _must_be(
        "`—` or `–`, in quotation marks, or both, the usual first", lambda value: value in ("—", "–", "–—", "—–")
    ),
    "spaced_marks": _must_be(
        "the marks with a space before them, in quotation marks: '!?:;', or '' for none",
        lambda value: isinstance(value, str),
    ),
    "twice": _WORDS,
    "no_break": _mapping(_NO_BREAK),
    "ends_after_marks": _must_be("true or false", lambda value: isinstance(value, bool)),
    "after_year": _must_be("what is written after a year in a date, such as г.", _is_text),
    "decimal": _SIGN,
    "group": _SIGN,
    "months": _must_be(
        "a list of the twelve months, as they stand in a date", lambda value: _is_list(value) and len(value) == _MONTHS
    ),
    "hunspell": _must_be("a list of dictionaries, such as [kk_KZ]", _is_list),
    "package": _must_be("the name of the package that has the dictionary", _is_text),
    "stemmer": lambda value, place: _stemmer(value, place),
    "negations": _must_be("a list of words that deny, in small letters; `*` stands for any letters", _is_list),
    "common": _must_be("the commonest words of the language, in one text with spaces between them", _is_text),
    "numbers": _mapping(_NUMBERS),
    "endings": _mapping(_ENDINGS),
}


def _stemmer(value: Any, place: Place) -> Iterator[Fault]:
    if str(value) not in (known := stemmers()):
        yield Fault(place, f"`stemmer` must be one of Snowball's. {meant(str(value), known)}")
