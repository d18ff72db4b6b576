"""No-break spaces: what must not be parted by the end of a line."""

import re
from collections.abc import Iterator, Mapping

from tlumach.checks.pairs.pair import AlignedPair, Finding, short

_NO_BREAK = re.compile("[\u00a0\u202f]")
_UNITS = {
    "ru": r"%|‰|°|тыс|млн|млрд|трлн|руб|долл|км|кв|м|см|мм|кг|г|т|га|л|мин|сек|ч|час\w*|минут\w*|секунд\w*|градус\w*"
    r"|тонн\w*|гектар\w*|гривен|гривны|тенге|евро|доллар\w*|рубл\w*|процент\w*|год|года|году|годом|годы|годов|годах|лет|"
    r"январ\w+|феврал\w+|марта?|апрел\w+|мая|ию[нл]я|августа?|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+",
    "uk": r"%|‰|°|тис|млн|млрд|трлн|грн|дол|км|кв|м|см|мм|кг|г|т|га|л|хв|с|год|годин\w*|хвилин\w*|секунд\w*|градус\w*"
    r"|тонн\w*|гектар\w*|гривен\w*|гривні|тенге|євро|долар\w*|рубл\w*|відсотк\w*|рік|року|роки|років|роках|роком|"
    r"січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
    "en": r"%|°|per\u00a0?cent|per cent|percent|thousand|million|billion|trillion|km|sq|m|cm|mm|kg|g|t|ha|km/h|m/s|kWh|MW|GW"
    r"|tonnes?|hectares?|hryvnias?|tenge|euros?|dollars?|roubles?|a\.m|p\.m|am|pm"
    r"|January|February|March|April|May|June|July|August|September|October|November|December",
}
_PREPOSITIONS = {"ru": "вксоуиая", "uk": "взкуіойая"}
_INITIALS = r"(?<![\w.])[A-ZА-ЯЁІЇЄҐ]\.(?: ?[A-ZА-ЯЁІЇЄҐ]\.)* (?=[A-ZА-ЯЁІЇЄҐ][\w’'])"
_NUMBER_SIGN = {"ru": r"№ (?=\d)", "uk": r"№ (?=\d)", "en": r"\bNos?\. (?=\d)"}


def check_no_break_space(pair: AlignedPair) -> Iterator[Finding]:
    """Where the language wants one, there is a no-break space (U+00A0), if the source or the translation has any at all.

    Between a number and its unit, month or magnitude (`441 млрд`, `27 August`), between `№` or `No.` and its number, between
    initials and a name, before a dash between words, and in Russian and Ukrainian after a preposition or conjunction of
    one letter. A block whose source and translation have only plain spaces is let be: its authors do without.

    To mend it, type a no-break space. To waive it: `waive no-break-space: the reason` in the record.
    """
    side = pair.target
    rule = _RULES.get(side.language)
    if rule is None or not (_NO_BREAK.search(side.text) or _NO_BREAK.search(pair.source.text)):
        return
    text = side.prose.text
    for match in rule.finditer(text):
        yield Finding(f"no no-break space in “{short(text, match.end())}”.", side.prose.line_at(match.start()))


def _rule(language: str) -> re.Pattern[str]:
    parts = [rf"(?<=[\d½¼¾]) (?=(?:{_UNITS[language]})(?![\w’]))", _NUMBER_SIGN[language], _INITIALS, r"(?<=[\w»”)%]) (?=[–—] )"]
    if language in _PREPOSITIONS:
        letters = _PREPOSITIONS[language]
        parts.append(rf"(?<![\w'’ʼ.-])[{letters}{letters.upper()}] (?=[\w«„(])")
    return re.compile("|".join(parts))


_RULES: Mapping[str, re.Pattern[str]] = {language: _rule(language) for language in _UNITS}
