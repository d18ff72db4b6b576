"""The style sheet of a reader file: written by hand beside the template, with the rules that the languages need added."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tlumach.editions.reader.anchors import came_from
from tlumach.languages.profiles import direction
from tlumach.output.policy import text_hash

BETWEEN, NOTHING = "' / '", "''"
STANDING_IN = "--o: visible; --p: static"
"""What shows the original in the place of a page that is not translated: only where its own column is not shown."""
WIDE, NARROW = "@media print, (min-width: 56rem)", "@media screen and (max-width: 55.99rem)"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")


FEW, COLUMNS = 4, 3
"""Up to so many languages all stand side by side at first; of more, so many do."""
_OF_MANY = """
.k { max-height: 6.4rem; overflow-y: auto } .k label { margin: .12rem 0 } .s [lang] + [lang] { margin-inline-start: .7em }
.r > [lang], td > [lang] { unicode-bidi: isolate }
@media (min-width: 56rem) {
  .r {
    grid-auto-flow: row; grid-auto-columns: auto; row-gap: .6em;
    grid-template-columns: repeat(auto-fit, minmax(max(14rem, (100% - 4.5rem) / 3), 1fr));
  }
}
"""


@dataclass(frozen=True)
class Style:
    """A style sheet as it stands in the file, and its hash for the policy (`style-src 'sha256-…'`)."""

    text: str
    hash: str


def style(css: str, languages: Sequence[str]) -> Style:
    """Return the style sheet of files in these languages, the source language first."""
    text = minified(css + "".join(_rules(languages)))
    return Style(text, text_hash(text))


def minified(css: str) -> str:
    """Return a style sheet without comments and needless white space; strings in it must hold no two spaces in a row."""
    return _AROUND.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", css))).replace(";}", "}").strip()


def pairs(languages: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of languages that have an address of their own; of many languages none has, the boxes choose."""
    return list(combinations(languages, 2)) if len(languages) <= FEW else []


def shown_first(languages: Sequence[str]) -> Sequence[str]:
    """Return the languages whose boxes are ticked at first: all of a few, the source and one more of many."""
    return languages if len(languages) <= FEW else languages[:2]


def _rules(languages: Sequence[str]) -> Iterator[str]:
    yield from _rules_of_few(languages) if len(languages) <= FEW else _rules_of_many(languages)
    yield from _came_from(languages)
    directions = {language: direction(language) for language in languages}
    if "rtl" in directions.values():
        yield from (
            f"[lang={language}] {{ direction: {way}; unicode-bidi: isolate }}" for language, way in directions.items()
        )


def _rules_of_many(languages: Sequence[str]) -> Iterator[str]:
    """Yield the rules by which one to three of many languages stand side by side, and more of them below those.

    They grow with the number of languages, and not with its square.
    """
    first = languages[0]
    shown = " + ".join(f"var(--n-{language}, 1)" for language in languages)
    yield f".m {{ grid-template-columns: minmax(0, calc(10em + 26em * min({COLUMNS}, {shown}))) }}"
    for language in languages:
        yield f".r > [lang={language}], td > [lang={language}], th > [lang={language}] {{ display: var(--{language}, block) }}"
        yield f".s [lang={language}] {{ display: var(--{language}, inline) }}"
    yield f"{WIDE} {{ .j {{ display: none !important }} {' '.join(_ticked('c', 'e', languages))} }}"
    yield f"{NARROW} {{ .e {{ display: none !important }} {' '.join(_ticked('p', 'j', languages))} }}"
    none = " ".join(f"--{language}: none !important; --n-{language}: 0 !important;" for language in languages)
    yield f".m:has([lang]:target) {{ {none} {STANDING_IN} }}"
    for language in languages:
        alone = "; --o: hidden" if language == first else ""
        shown = f"--{language}: initial !important; --n-{language}: 1 !important"
        yield f".m:has([lang={language}]:target) {{ {shown}{alone} }}"
    yield _OF_MANY


def _came_from(languages: Sequence[str]) -> Iterator[str]:
    """Yield the rules by which a file shows first, on a phone, the language of the page that one came from (``#from-LANGUAGE``).

    They count until a box is ticked. On a wide screen all of a few languages stand side by side anyway; of many,
    that language stands beside those that are ticked.
    """
    first, *others = languages
    is_many = len(languages) > FEW
    untouched = f":has(#p-{first}:checked):not(:has(.j:checked ~ .j:checked))" if is_many else ":not(:has(.j:checked))"
    for language in others:
        came = f"main:has(#{came_from(language)}:target){'' if is_many else untouched}"
        box = f"[for$=-{language}]" if is_many else f"[for=p-{language}]"
        yield f"{'@media all' if is_many else NARROW} {{ {came} .m {{ --{language}: initial; --n-{language}: 1 }}"
        yield f" {came} .k {box} {{ color: var(--bg); background: var(--link) }} }}"
    came = f"main:has(b:target:not(#{came_from(first)})){untouched}"
    yield f"{NARROW} {{ {came} .m {{ --{first}: none; --n-{first}: 0; {STANDING_IN} }}"
    yield f" {came} .k [for=p-{first}] {{ color: var(--link); background: none }}"
    yield f" {came} .y {{ display: none }} {came} .z {{ display: inline }} }}"


def _ticked(boxes: str, kind: str, languages: Sequence[str]) -> Iterator[str]:
    """Yield the rules by which boxes choose among many languages; where none is ticked the source is shown."""
    first = languages[0]
    for language in languages:
        box, label = f"#{boxes}-{language}", f"~ .k [for={boxes}-{language}]"
        yield f"{box}:not(:checked) ~ .m {{ --{language}: none; --n-{language}: 0 }}"
        yield f"{box}:checked {label} {{ color: var(--bg); background: var(--link) }}"
        yield f"{box}:focus-visible {label} {{ outline: 3px solid var(--mark); outline-offset: 2px }}"
    yield f"#{boxes}-{first}:not(:checked) ~ .m {{ {STANDING_IN} }}"
    yield f"main:not(:has(.{kind}:checked)) .m {{ --{first}: initial !important; --n-{first}: 1 !important; --o: hidden }}"


def _rules_of_few(languages: Sequence[str]) -> Iterator[str]:
    """Yield the rules by which a language is shown.

    A language's own custom property says how it is shown: `none` where its box is not ticked and another one's is (so
    that one stays readable), or where the address asks for others. `--n-…` is 1 or 0, for the width of the page; `--b-…`
    what stands before it where another is shown before it in one line.
    """
    width = " + ".join(f"var(--n-{language}, 1)" for language in languages)
    yield f".m {{ grid-template-columns: minmax(0, calc(10em + 26em * ({width}))) }}"
    for language in languages:
        yield f".r > [lang={language}], td > [lang={language}], th > [lang={language}] {{ display: var(--{language}, block) }}"
        yield f".s [lang={language}] {{ display: var(--{language}, inline) }}"
        yield f".s a [lang={language}]::before {{ content: var(--b-{language}, '') }}"
    yield f"{WIDE} {{ .j {{ display: none !important }} {' '.join(_chosen('c', languages))} }}"
    yield f"{NARROW} {{ .e {{ display: none !important }} {' '.join(_first_alone(languages))} }}"
    for language in languages:
        yield _asked(f".m:has([lang={language}]:target)", [language], languages)
    for pair in pairs(languages):
        yield _asked(f"main:has(#{pair[0]}-{pair[1]}:target) .m", pair, languages)


def _chosen(boxes: str, languages: Sequence[str]) -> Iterator[str]:
    """Yield the rules by which boxes choose languages: those that are ticked, and all where none is; ``boxes`` begins their ids."""
    for language in languages:
        box, label = f"#{boxes}-{language}", f"~ .k [for={boxes}-{language}]"
        yield _between(f"{box}:checked ~ .m", languages[languages.index(language) + 1 :])
        alone = STANDING_IN if language == languages[0] else ""
        yield f"{_unticked(boxes, language, languages, '~ .m')} {{ --{language}: none; --n-{language}: 0; {alone} }}"
        yield f"{box}:checked {label} {{ color: var(--bg); background: var(--link) }}"
        yield f"{box}:focus-visible {label} {{ outline: 3px solid var(--mark); outline-offset: 2px }}"


def _first_alone(languages: Sequence[str]) -> Iterator[str]:
    """Yield the rules of a phone: the source alone while no box is ticked, then what is ticked, paragraph under paragraph."""
    first, *others = languages
    yield f".k [for=p-{first}] {{ color: var(--bg); background: var(--link) }}"
    yield from _chosen("p", languages)
    for language in others:
        yield f"#p-{language}:not(:checked) ~ .m {{ --{language}: none; --n-{language}: 0 }}"
    if others:
        label = f"~ .k [for=p-{first}]"
        yield f"{_unticked('p', first, languages, label)} {{ color: var(--link); background: none }}"


def _unticked(boxes: str, language: str, languages: Sequence[str], rest: str) -> str:
    """Return the selector of what follows while a language's box is not ticked and another's is, whichever stands first."""
    place, box = languages.index(language), f"#{boxes}-{language}:not(:checked)"
    before = (f"#{boxes}-{other}:checked ~ {box} {rest}" for other in languages[:place])
    after = (f"{box} ~ #{boxes}-{other}:checked {rest}" for other in languages[place + 1 :])
    return ", ".join((*before, *after))


def _between(selector: str, later: Sequence[str]) -> str:
    rules = (f"--b-{language}: {BETWEEN};" for language in later)
    return f"{selector} {{ {' '.join(rules)} }}" if later else ""


def _asked(selector: str, shown: Sequence[str], languages: Sequence[str]) -> str:
    rules = (
        f"--{language}: {'initial' if language in shown else 'none'} !important;"
        f" --n-{language}: {int(language in shown)} !important;"
        f" --b-{language}: {BETWEEN if language in shown[1:] else NOTHING} !important;"
        for language in languages
    )
    alone = "" if languages[0] in shown else STANDING_IN
    return f"{selector} {{ {' '.join(rules)} {alone} }}"
