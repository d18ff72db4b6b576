"""No-break spaces: what must not be parted by the end of a line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tlumach.checks.pairs.pair import AlignedPair, PairFinding, short
from tlumach.languages.own_language import remembered
from tlumach.languages.profiles import profile

_CAPITAL = "[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻŞĞİА-ЯЁІЇЄҐЎӘҒҚҢӨҰҮҺ]"
_GAP = "\u00a0\u202f"
_NO_BREAK = re.compile(f"[{_GAP}]")


def check_no_break_space(pair: AlignedPair) -> Iterator[PairFinding]:
    """Where the language wants one, there is a no-break space (U+00A0), if the authors put any in such a place.

    Finds a plain one between a number and its unit, magnitude or month (`441 млрд`, `2022 р.`, `28. August`), between `№`, `No.` or `§`
    and its number, between initials and a name, before a dash between words, after what is shortened before a number or a name
    (`ст. 4`, `Nr. 7`; not in English), after a word of one letter in Russian, Ukrainian, Belarusian and Polish, and in French before
    `; : ! ?` and within guillemets. The languages are those whose data has `no_break`: also Kazakh, Spanish and Turkish. A block whose
    source and translation
    have only plain spaces in places of a kind is let be; in English, where few newsrooms type it, so is every block that has none
    itself. So are `term`, `short` and `forms` of the front matter, which are names to be looked for.

    To mend it, type a no-break space. To waive it: `waive no-break-space: the reason` in the record.
    """
    side = pair.target
    if pair.is_name or not (
        _NO_BREAK.search(side.text) or (side.language != "en" and _NO_BREAK.search(pair.source.text))
    ):
        return
    for plain, kept, _ in places_of(side.language, pair.source.language):
        found = list(plain.finditer(side.prose.text))
        if not found or not (kept.search(side.text) or (side.language != "en" and kept.search(pair.source.text))):
            continue
        for match in found:
            where = short(side.prose.text, match.end())
            yield PairFinding(f"no no-break space in “{where}”.", side.prose.line_at(match.start()))


class Place(NamedTuple):
    """A kind of place: what finds a plain space there, what a no-break one in any language.

    ``is_offered``: `check --fix` puts one there though nobody has typed any.
    """

    plain: re.Pattern[str]
    kept: re.Pattern[str]
    is_offered: bool


def places_of(language: str, source: str = "") -> Sequence[Place]:
    """Return the kinds of places in which a language wants no-break spaces; none where that is not known.

    What has one is looked for in the words of both languages.
    """
    theirs = profile(source).no_break if source else {}
    return _rules(theirs.get("months", ""), theirs.get("shortened", ""), language)


@remembered
def _rules(months: str, shortened: str, language: str) -> Sequence[Place]:
    own = profile(language).no_break
    both = {"months": months, "shortened": shortened}
    both = {key: "|".join(filter(None, (own.get(key), theirs))) for key, theirs in both.items()}
    found = _places(own, both, is_english=language == "en") if own else ()
    return tuple(Place(re.compile(plain), re.compile(kept), offered) for plain, kept, offered in found)


def _places(own: Mapping[str, str], both: Mapping[str, str], *, is_english: bool) -> Iterator[tuple[str, str, bool]]:
    """Yield, for each kind of place, the pattern of a plain space there, of a no-break one, and whether it is offered.

    The first begin with the character that they look for, and look back from there: a search passes over the rest fast.
    """
    units = own.get("units", "(?!)")
    yield rf" (?<=[\d½¼¾] )(?=(?:{units})(?![\w’]))", rf"\d[{_GAP}](?:[^\W\d]|[%‰°€$])", not is_english
    yield r"(?:№|\bNos?\.|\b[Nn]\.º|§) (?=\d)", rf"(?:№|\bNos?\.|\b[Nn]\.º|§)[{_GAP}]\d", True
    yield (
        rf"{_CAPITAL}\.(?<![\w.].{{2}})(?:[ {_GAP}]?{_CAPITAL}\.)* (?={_CAPITAL}[\w’'])",
        rf"(?<!\w){_CAPITAL}\.[{_GAP}]{_CAPITAL}",
        not is_english,
    )
    yield r" (?=[–—] )(?<=[\w»”)%] )", rf"[{_GAP}][–—]", False
    if months := own.get("months"):
        yield (
            rf" (?<=\d[ .] )(?=(?:{months})\b)| (?<=\d )(?=(?:{months})\b)",
            rf"\d\.?[{_GAP}](?:{both['months']})",
            True,
        )
    yield from _by_letters(own, both)


def _by_letters(own: Mapping[str, str], both: Mapping[str, str]) -> Iterator[tuple[str, str, bool]]:
    """Yield the kinds that only some languages have: after what is shortened, after one letter, around marks."""
    if words := own.get("shortened"):
        yield (
            rf"(?<![\w.])(?<!\d[ {_GAP}])(?:{words})\. (?=[\d{_CAPITAL[1:-1]}])",
            rf"(?<![\w.])(?:{both['shortened']})\.[{_GAP}](?=[\d{_CAPITAL[1:-1]}])",
            True,
        )
    if letters := own.get("prepositions"):
        either = letters + letters.upper()
        yield rf"[{either}] (?<![\w'’ʼ.-].{{2}})(?=[\w«„(])", rf"(?<![\w'’ʼ.-])[{either}][{_GAP}]", False
    if marks := own.get("marks"):
        yield rf" (?=[{marks}](?!\w))(?<=[^\s,] )|« ", rf"[{_GAP}][{marks}]|«[{_GAP}]", True
