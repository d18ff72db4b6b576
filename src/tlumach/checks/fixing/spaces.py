"""Doubled spaces, dashes, and the spaces at which no line may end."""

import re
from collections.abc import Iterator

from tlumach.checks.fixing.changes import Change
from tlumach.checks.pairs.pair import AlignedPair
from tlumach.checks.pairs.typography import spaces
from tlumach.checks.pairs.typography.no_break import places_of
from tlumach.languages.alphabets import CYRILLIC

_NO_BREAK = "\u00a0"
_GROUPS = re.compile(r"(?<![\w.,\u00a0-])\d{1,3}(?: \d{3})+(?![\w]|[.,]\d)")
"""A number with a plain space between its groups of three digits."""
_PART_OF_NAME = re.compile(r"[^\W\d_][.\d-]*\Z")
"""What ends in a figure and is a name: `v2`, `Argon2`."""
_PREPOSITION = re.compile(r"[вс] ")
_PLACE = re.compile(r"(?:г|м|ул|вул)\. ")
_MINUS = re.compile(r"\d\s*-\s*\d\Z")


def fix_doubled_spaces(pair: AlignedPair, _: str) -> Iterator[Change]:
    """Yield changes of two spaces in a row into one: the no-break one, if one of them is that."""
    for match in spaces.TWICE.finditer(pair.target.prose.text):
        if not match[0].strip() and not spaces.TWICE.search(pair.source.prose.text):
            kept = next((each for each in match[0] if each != " "), " ")
            yield Change(match.start(), match.end(), kept)


def fix_dashes(pair: AlignedPair, _: str) -> Iterator[Change]:
    """Yield changes of hyphens that stand for dashes, and of other languages' dashes, into the dash of the language."""
    if spaces.dashes_of(pair.target.language):
        yield from _hyphens(pair)
        yield from _ranges(pair)
        yield from _strange(pair)
        yield from _stuck(pair)


def fix_no_break_spaces(pair: AlignedPair, _: str) -> Iterator[Change]:
    """Yield changes of spaces at which no line may end: within a number, before its unit or month, after `№`, between initials.

    Before a dash and after a preposition, where most of the web has a plain space, only if the pair has a no-break one in such
    a place; in English, everywhere but within a number only if the block itself has one; and in every language so in what may be
    another word (`в` is a century and a preposition, `им.` ends a sentence). The names of a term keep plain spaces.
    """
    if pair.is_name:
        return
    side, is_english = pair.target, pair.target.language == "en"
    text = side.prose.text
    for place in places_of(side.language, pair.source.language):
        is_usual = place.kept.search(side.text) or (not is_english and place.kept.search(pair.source.text))
        for match in place.plain.finditer(text) if is_usual or (place.is_offered and not is_english) else ():
            if is_usual or not _is_doubtful(text, match):
                yield from _kept_together(text, match)
    for match in _GROUPS.finditer(text):
        yield from _kept_together(text, match)


def _is_doubtful(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like a figure with its unit, a shortened word or an initial may be something else."""
    if match[0] == " ":
        return bool(
            _PART_OF_NAME.search(text[max(match.start() - 20, 0) : match.start()])
            or _PREPOSITION.match(text, match.end())
        )
    is_before_figure = text[match.end() : match.end() + 1].isdigit()
    return not is_before_figure and match[0].count(".") < 2 and not _PLACE.fullmatch(match[0])


def _kept_together(text: str, match: re.Match[str]) -> Iterator[Change]:
    for at in range(match.start(), match.end()):
        if text[at] == " ":
            yield Change(at, at + 1, _NO_BREAK)


def _dashes(pair: AlignedPair) -> tuple[str, str]:
    return spaces.dashes_of(pair.target.language) or ("–", "")


def _hyphens(pair: AlignedPair) -> Iterator[Change]:
    """Yield changes of hyphens between words; one between figures may be a minus, and stays."""
    text, (meant, _) = pair.target.prose.text, _dashes(pair)
    if spaces.HYPHEN.search(pair.source.prose.text):
        return
    for match in spaces.HYPHEN.finditer(text):
        if _MINUS.search(text[max(match.start() - 1, 0) : match.end() + 1]):
            continue
        if match["mark"]:
            yield Change(*match.span("mark"), meant)
        elif match["double"]:
            yield Change(*match.span("double"), "—" if pair.target.language == "en" else f" {meant} ")
        else:
            yield Change(*match.span("stuck"), meant if match[0][0] != "-" else f" {meant}")


def _ranges(pair: AlignedPair) -> Iterator[Change]:
    """Yield changes of hyphens in ranges which the source has with a dash."""
    text, theirs = pair.target.prose.text, re.sub("[—−]", "–", pair.source.prose.text)
    for match in spaces.RANGE.finditer(text):
        found = match["range"].rstrip(".,")
        if found not in theirs and found.replace("-", "–") in theirs:
            at = match.start("range") + match["range"].index("-")
            yield Change(at, at + 1, "–")


def _strange(pair: AlignedPair) -> Iterator[Change]:
    """Yield changes of the dash that another language has between words; English has either, as its publisher prints it."""
    meant, other = _dashes(pair)
    if not other or pair.target.language == "en" or spaces.BETWEEN[other].search(pair.source.prose.text):
        return
    for match in spaces.STRANGE[other].finditer(pair.target.prose.text):
        at = match.start() + match[0].index(other)
        yield Change(at, at + 1, meant)


def _stuck(pair: AlignedPair) -> Iterator[Change]:
    """Yield changes of dashes with a space missing; one between two names may be a route, and stays."""
    text, theirs = pair.target.prose.text, pair.source.prose.text
    if spaces.HALF_STUCK.search(theirs) or spaces.EM_STUCK.search(theirs):
        return
    for match in spaces.HALF_STUCK.finditer(text):
        at = match.start() + (match[0][0] not in "–—")
        yield Change(at, at + 1, f"{text[at]} " if at > match.start() else f" {text[at]}")
    for match in spaces.EM_STUCK.finditer(text) if pair.target.language != "en" else ():
        if CYRILLIC.match(text[match.end()]) and not text[match.end()].isupper():
            yield Change(*match.span(), f" {match[0]} ")
