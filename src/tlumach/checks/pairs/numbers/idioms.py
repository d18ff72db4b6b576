"""Phrases with a number word that is no number, so that another language may have none: third party, high five, «третьи лица»."""

import re
from collections.abc import Mapping, Sequence

from tlumach.checks.pairs.numbers.mentions import Mention, Weight

_IDIOMS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:third[- ]part(?:y|ies)\b|high[- ]fives?\b|cloud nine|seventh heaven|nine[- ]to[- ]five|fifty[- ]fifty|catch-22"
        r"|at sixes and sevens|to the nines|on all fours|(?:at the )?eleventh[- ]hour|forty winks|six feet under|back to square one"
        r"|(?:twenty|thirty|forty)[- ]?somethings?|third[- ]world|third degree|a thousand times|a million times|one in a million"
        r"|thanks a million|five o['’]clock shadow|fifth wheel|sixth sense|nine lives|ten to one)",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?:треть(?:и|их|им|ими) (?:лиц|сторон|стран)\w*|третье(?:й|го|му) (?:сторон|лиц|мир)\w*"
        r"|семь\w* пяд\w+|за семью (?:печат|замк)\w+"
        r"|на все сто|в три погибели|в трёх соснах|в трех соснах|с три короба|на седьмом небе|до седьмого пота|своих? пять пальцев"
        r"|шест\w+ чувств\w+|пят\w+ колес\w+|девят\w+ вал\w*|сто раз|тысяч\w+ раз|миллион раз|по сто раз"
        r"|семь бед|семь пятниц|семи нянек|в два счёта|как дважды два)",
        re.IGNORECASE,
    ),
    "uk": re.compile(
        r"\b(?:трет(?:і|іх|ім|іми) (?:особ|осіб|сторон|стор|країн)\w*|третьо(?:ї|го|му) (?:сторон|особ|світ)\w*"
        r"|сім\w* п.яд\w+|за сімома (?:печат|замк)\w+"
        r"|на всі сто|у три погибелі|у трьох соснах|на сьомому небі|до сьомого поту|свої п.ять пальців|шост\w+ чутт\w+"
        r"|п.ят\w+ колес\w+|дев.ят\w+ вал\w*|сто разів|тисяч\w+ разів|мільйон разів|сім бід|сім п.ятниць|як двічі два)",
        re.IGNORECASE,
    ),
}
_OTHERS = re.compile(
    r"\b(?:треть(?:и|их|им|ими)|трет(?:і|іх|ім|іми)|четв[её]рты[ехм]|четверт[іих]{1,2})\b(?<=.)(?! (?:сутк|діб|доб|выбор|вибор|год|рок))",
    re.IGNORECASE,
)
_ONES = re.compile(
    r"\b(?:одни|одних|одним|некоторые|другие|других|другим|вторые|вторых|одні|одних|інші|інших|іншим|деякі|другі)\b",
    re.IGNORECASE,
)
"""«Одни … другие … третьи»: some … others … still others."""


def without_idioms(mentions: Sequence[Mention], text: str, language: str) -> list[Mention]:
    """Return the mentions of a text; those that stand in an idiom may answer to a number, and need no answer."""
    places = [match.span() for match in _IDIOMS[language].finditer(text)] if language in _IDIOMS else []
    if language != "en" and (ones := _ONES.search(text)):
        places += [match.span() for match in _OTHERS.finditer(text, ones.end())]
    return [
        _loose(mention) if any(start <= mention.start < end for start, end in places) else mention
        for mention in mentions
    ]


def _loose(mention: Mention) -> Mention:
    return mention._replace(weight=Weight.MAYBE, parts=tuple(_loose(part) for part in mention.parts))
