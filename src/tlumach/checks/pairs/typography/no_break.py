"""No-break spaces: what must not be parted by the end of a line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tlumach.checks.pairs.pair import AlignedPair, PairFinding, short

_UNITS = {
    "ru": r"%|‰|°|тыс|млн|млрд|трлн|руб|долл|км|кв|м|см|мм|кг|г|т|га|л|мин|сек|ч|час\w*|минут\w*|секунд\w*|градус\w*"
    r"|тонн\w*|гектар\w*|гривен|гривны|тенге|евро|доллар\w*|рубл\w*|процент\w*|год|года|году|годом|годы|годов|годах|лет|гг|вв?",
    "uk": r"%|‰|°|тис|млн|млрд|трлн|грн|дол|км|кв|м|см|мм|кг|г|т|га|л|хв|с|год|годин\w*|хвилин\w*|секунд\w*|градус\w*"
    r"|тонн\w*|гектар\w*|гривен\w*|гривні|тенге|євро|долар\w*|рубл\w*|відсотк\w*|рік|року|роки|років|роках|роком|рр?",
    "en": r"%|°|per\u00a0?cent|per cent|percent|thousand|million|billion|trillion|km|sq|m|cm|mm|kg|g|t|ha|km/h|m/s|kWh|MW|GW"
    r"|tonnes?|hectares?|hryvnias?|tenge|euros?|dollars?|ro?ubles?|a\.m|p\.m|am|pm",
}
_MONTHS = {
    "ru": r"январ\w+|феврал\w+|марта?|апрел\w+|мая|ию[нл]я|августа?|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+",
    "uk": "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
}
"""A kind of their own: the dates that a site prints itself have a plain space there, and so have most texts."""
_ANY_MONTH = "|".join(_MONTHS.values())
_SHORTENED = {
    "ru": "ст|гл|пп?|ч|стр|рис|табл|г|гор|ул|пр|просп|пл|пос|обл|им|св|акад|проф",
    "uk": "ст|гл|пп?|ч|стор|рис|табл|м|вул|просп|пл|смт|обл|ім|св|акад|проф",
}
"""What is shortened before a number or a name: ст. 4, г. Астана, м. Київ."""
_ANY_SHORTENED = "|".join(_SHORTENED.values())
_PREPOSITIONS = {"ru": "вксоу", "uk": "взкуо"}
_CAPITAL = "[A-ZА-ЯЁІЇЄҐ]"
_GAP = "\u00a0\u202f"
_NO_BREAK = re.compile(f"[{_GAP}]")


def check_no_break_space(pair: AlignedPair) -> Iterator[PairFinding]:
    """Where the language wants one, there is a no-break space (U+00A0), if the authors put any in such a place.

    Finds a plain one between a number and its unit, magnitude or month (`441 млрд`, `2022 р.`, `27 серпня`), between `№` or `No.`
    and its number, between initials and a name, before a dash between words, and in Russian and Ukrainian after a preposition of
    one letter and after what is shortened before a number or a name (`ст. 4`, `м. Київ`). A block whose source and translation
    have only plain spaces in places of a kind is let be; in English, where few newsrooms type it, so is every block that has none
    itself.

    To mend it, type a no-break space. To waive it: `waive no-break-space: the reason` in the record.
    """
    side = pair.target
    if not (_NO_BREAK.search(side.text) or (side.language != "en" and _NO_BREAK.search(pair.source.text))):
        return
    for plain, kept, _ in places_of(side.language):
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


def places_of(language: str) -> Sequence[Place]:
    """Return the kinds of places in which a language wants no-break spaces; none where that is not known."""
    return _RULES.get(language, ())


def _places(language: str) -> Iterator[tuple[str, str, bool]]:
    """Yield, for each kind of place, the pattern of a plain space there, of a no-break one, and whether it is offered.

    The first begin with the character that they look for, and look back from there: a search passes over the rest fast.
    """
    is_english = language == "en"
    yield (
        rf" (?<=[\d½¼¾] )(?=(?:{_UNITS[language]})(?![\w’]))",
        rf"\d[{_GAP}][^\W\d]",
        not is_english,
    )
    yield r"(?:№|\bNos?\.) (?=\d)", rf"(?:№|\bNos?\.)[{_GAP}]\d", True
    yield (
        rf"{_CAPITAL}\.(?<![\w.].{{2}})(?:[ {_GAP}]?{_CAPITAL}\.)* (?={_CAPITAL}[\w’'])",
        rf"(?<!\w){_CAPITAL}\.[{_GAP}]{_CAPITAL}",
        not is_english,
    )
    yield r" (?=[–—] )(?<=[\w»”)%] )", rf"[{_GAP}][–—]", False
    yield rf" (?<=\d )(?=(?:{_MONTHS[language]})\b)", rf"\d[{_GAP}](?:{_ANY_MONTH})", True
    if words := _SHORTENED.get(language):
        yield (
            rf"(?<![\w.])(?<!\d[ {_GAP}])(?:{words})\. (?=[\d{_CAPITAL[1:-1]}])",
            rf"(?<![\w.])(?:{_ANY_SHORTENED})\.[{_GAP}](?=[\d{_CAPITAL[1:-1]}])",
            True,
        )
    if letters := _PREPOSITIONS.get(language):
        either = letters + letters.upper()
        yield (
            rf"[{either}] (?<![\w'’ʼ.-].{{2}})(?=[\w«„(])",
            rf"(?<![\w'’ʼ.-])[{either}][{_GAP}]",
            False,
        )


_RULES: Mapping[str, tuple[Place, ...]] = {
    language: tuple(Place(re.compile(plain), re.compile(kept), offered) for plain, kept, offered in _places(language))
    for language in _UNITS
}
