"""Whether a text has only the letters of its language."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side
from tlumach.checks.pairs.typography.mixed_words import LOOKS_LATIN, has_word, is_run_together, mixed_word
from tlumach.languages.alphabets import CYRILLIC, LATIN, WORD, foreign_to, is_mixed
from tlumach.languages.language_codes import english_name
from tlumach.languages.lemmas import DICTIONARIES
from tlumach.languages.profiles import script
from tlumach.problems import Level

_QUOTED = re.compile(
    r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|‘[^‘’]*’|\"[^\"\n]*\"|(?<![*\w])\*(?![*\s])[^*\n]+(?<!\s)\*|(?<![\w_])_[^_\n]+_(?![\w_])"
)
_CITED = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?:https?:|//)[^)\s]*")
_ENDED = re.compile(r"(?P<word>[A-Za-z\u00c0-\u024f]{2,})(?P<mark>['’ʼ`´‘]?)(?P<ending>[\u0400-\u04ff]{1,6})")
"""A Latin word with a Cyrillic ending, as names of programs are inflected: router’ів, request’ы, Pythonу."""
_SHOWN = 4
_SHORTEST = 3
_FEW = 3
"""Words at most in a name or a saying that is quoted as the source has it; more are a text that was not translated."""


def check_letters(pair: AlignedPair) -> Iterator[PairFinding]:
    """A text has the letters of its language, and no word mixes Latin and Cyrillic.

    Finds ы, э, ё, ъ in Ukrainian (`словнык`), і, ї, є, ґ in Russian (`участніков`), и, щ, ъ in Belarusian, Cyrillic in English and any
    other language in Latin script, and a letter
    that only looks right: the Latin `o` in `рoзробники`, the Cyrillic `у` in `luxurу`; a Latin and a Cyrillic word without a space
    too (`Firefoxфункції`). The source is looked at too. Let be: a
    Latin word with a Cyrillic ending (`router’ів`, `Linux’а`), the name of a source in the text of a link to it, and a name or a
    saying of at most three words that stands in quotation marks or italics as it does in the original.

    Info are a symbol with its index (`Nдв`), and in a source a word in Cyrillic within a text in Latin script, or a word of the
    Ukrainian dictionary within one in Russian: a title or a name in its own language. A play on words (`выsidится`) is a warning.

    To mend it, type the letter anew in the right keyboard layout. Where a word of another language is meant, put it in
    italics or quotation marks, or waive it: `waive letters: the reason` in the record.
    """
    for side, in_source in ((pair.target, False), (pair.source, True)):
        if side.is_prose:
            yield from _wrong_letters(pair, side, in_source)


def _wrong_letters(pair: AlignedPair, side: Side, in_source: bool) -> Iterator[PairFinding]:
    foreign = foreign_to(side.language)
    if not (foreign and foreign.search(side.text)) and not is_mixed(side.text):
        return  # as in most blocks
    quoted = _quoted(side, None if in_source else _comparable(pair.source.text))
    strange: dict[tuple[int, Level | None], list[str]] = defaultdict(list)
    for match in WORD.finditer(side.prose.text):
        word, line = match[0], side.prose.line_at(match.start())
        if CYRILLIC.search(word) and LATIN.search(word) and not _is_inflected(pair, side, word):
            said, level = mixed_word(pair, side, word, _is_in_quotes(side.prose.text, match))
            yield PairFinding(said, line, in_source, level)
        elif (
            foreign
            and foreign.search(word)
            and not LATIN.search(word)
            and not any(start <= match.start() < end for start, end in quoted)
        ):
            is_meant = in_source and _is_of_another_language(pair, side, word)
            strange[line, Level.INFO if is_meant else None].append(word)
    for (line, level), found in strange.items():
        words = ", ".join(f"“{word}”" for word in found[:_SHOWN])
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        said = f"{words}{more} {'has' if len(found) == 1 else 'have'} letters that {english_name(side.language)} lacks."
        yield PairFinding(said, line, in_source, level)


def _is_of_another_language(pair: AlignedPair, side: Side, word: str) -> bool:
    """Tell whether a word of a source is one of another language: a title in a text in Latin script, a Ukrainian name in Russian.

    Short ones, and those whose letters all look like Latin ones, may be slips of the keyboard; a Russian word in a Ukrainian text
    slipped from its author.
    """
    is_latin = script(side.language) == "Latn"
    if is_latin and not LOOKS_LATIN.match(word):
        return True
    others = DICTIONARIES if is_latin else DICTIONARIES - {side.language, "ru"}
    return len(word) >= _SHORTEST and any(pair.knowledge.reads(each, word) for each in sorted(others))


def _is_in_quotes(text: str, word: re.Match[str]) -> bool:
    return any(found.start() < word.start() and word.end() < found.end() for found in _QUOTED.finditer(text))


def _is_inflected(pair: AlignedPair, side: Side, word: str) -> bool:
    """Tell whether a word is a Latin one with a Cyrillic ending.

    Without an apostrophe, an ending whose letters all look like Latin ones may be a slip of the keyboard, unless the other
    side has the Latin word whole.
    """
    found = _ENDED.fullmatch(word) if script(side.language) == "Cyrl" else None
    if not found or (not found["mark"] and is_run_together(pair, side, word)):
        return False
    is_plain = bool(found["mark"]) or (found["word"].isupper() and not LOOKS_LATIN.match(found["ending"]))
    return is_plain or has_word(pair, side, found["word"])


def _quoted(side: Side, quotable: str | None) -> list[tuple[int, int]]:
    """Return where in the prose a word of another language may stand."""
    text = side.prose.text
    places = [match.span() for match in _QUOTED.finditer(text) if _is_quotable(match[0], quotable, side.language)]
    names = [match["text"] for match in _CITED.finditer(side.text)]
    names += [
        m[0].strip("*_") for m in _QUOTED.finditer(side.text) if m[0][0] in "*_" and len(m[0].split()) <= 2 * _FEW
    ]
    for name in filter(None, names):
        start = text.find(name)
        while start >= 0:
            places.append((start, start + len(name)))
            start = text.find(name, start + 1)
    return places


def _is_quotable(quoted: str, source: str | None, language: str) -> bool:
    """Whether a quotation is a word of another language: in a translation, one that the source has; in the source, any short one."""
    few = len(WORD.findall(quoted)) <= _FEW
    return few and (source is None or _comparable(quoted[1:-1]) in source or script(language) == "Latn")


def _comparable(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))
