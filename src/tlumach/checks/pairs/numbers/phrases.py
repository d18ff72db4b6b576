"""Numbers that are a phrase (half past two, пів на третю, a year and a half), and phrases that are no number (third party)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from tlumach.checks.pairs.numbers.mentions import MONTH, TIME, Key, Mention, Weight, number, numbers
from tlumach.checks.pairs.numbers.words.lexicon import phrase, sense

_A_NOUN_AND_A_HALF = re.compile(r"\b(?:an?|one) (?!half)[^\W\d_]+ and a half\b", re.IGNORECASE)
_SIZE = r"(?:much|many|large|big|small|long|high|low|wide|deep|far|fast|old|heavy|tall|strong|expensive)"
_AS_MUCH_AGAIN = re.compile(
    rf"\b(?:(?P<share>half|an? \w+|one \w+) )?(?:as {_SIZE} again|again as {_SIZE})(?! as possible)\b", re.IGNORECASE
)
_OF_THE_HOUR = re.compile(
    r"\b(?:(?P<half>half past)|(?P<past>quarter past)|(?P<to>quarter to|без чверті|за чверть(?: на)?)|(?P<before>пів на)"
    r"|(?P<quarter>чверть на))[ \u00a0]"
    r"(?P<hour>[^\W\d_]+(?:['’ʼ][^\W\d_]+)?)",
    re.IGNORECASE,
)
_OF_THE_YEAR = re.compile(
    r"\b(?:(?P<start>начала|початку)|конца|кінця)[ \u00a0](?:(?:этого|цього)[ \u00a0])?(?:года|року)\b", re.IGNORECASE
)
"""What another language may put as “since January”, “by December”."""
_SIGNS_OF_AN_HOUR = ("half past", "quarter", "пів на", "чверт")
_SIGNS_OF_A_YEAR = ("начала", "початку", "конца", "кінця")
"""What a text must have for these patterns, which take long to look for."""
_SHIFTS = {"half": 30, "past": 15, "to": -15, "before": -30, "quarter": -45}
_HOURS = ("card", "two", "some", "ord", "ordpart")
_HALF_A_DAY, _DAY = 720, 1440
_IDIOMS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:third|3rd)[- ]part(?:y|ies)\b|high[- ]fives?\b|cloud nine|seventh heaven|nine[- ]to[- ]five|fifty[- ]fifty|catch[- ]22"
        r"|at sixes and sevens|to the nines|on all fours|(?:at the )?eleventh[- ]hour|forty winks|six feet under|back to square one"
        r"|(?:twenty|thirty|forty)[- ]?somethings?|third[- ]world|third degree|a thousand times|a million times|one in a million"
        r"|(?:one|two|three)-dimensional|(?:\d+|two|three|four|five)-(?:way|fold|season)|four season|24/7"
        r"|911 (?:call\w*|dispatch\w*|operators?|emergenc\w+)|180[- ]degrees?|(?:one|the other|each|either) half"
        r"|round of (?:16|32|64)|thanks a million|five o['’]clock shadow|fifth wheel|sixth sense|nine lives|ten to one)",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?:треть(?:и|их|им|ими) (?:лиц|сторон|стран)\w*|третье(?:й|го|му) (?:сторон|лиц|мир)\w*"
        r"|семь\w* пяд\w+|за семью (?:печат|замк)\w+"
        r"|на все сто|в три погибели|в трёх соснах|в трех соснах|с три короба|на седьмом небе|до седьмого пота|своих? пять пальцев"
        r"|шест\w+ чувств\w+|пят\w+ колес\w+|девят\w+ вал\w*|сто раз|тысяч\w+ раз|миллион раз|по сто раз"
        r"|1/\d+[ \u00a0-]?финал\w*"
        r"|на 180 градусов|24/7|со? шестом|без пяти минут|семь бед|семь пятниц|семи нянек|в два счёта|как дважды два)",
        re.IGNORECASE,
    ),
    "uk": re.compile(
        r"\b(?:трет(?:і|іх|ім|іми) (?:особ|осіб|сторон|стор|країн)\w*|третьо(?:ї|го|му) (?:сторон|особ|світ)\w*"
        r"|сім\w* п.яд\w+|за сімома (?:печат|замк)\w+"
        r"|на всі сто|у три погибелі|у трьох соснах|на сьомому небі|до сьомого поту|свої п.ять пальців|шост\w+ чутт\w+"
        r"|1/\d+[ \u00a0-]?фінал\w*"
        r"|на 180 градусів|24/7|п.ят\w+ колес\w+|дев.ят\w+ вал\w*|сто разів|тисяч\w+ разів|мільйон разів"
        r"|без п.яти хвилин|сім бід|сім п.ятниць|як двічі два)",
        re.IGNORECASE,
    ),
}
_WITHIN_A_SENTENCE = re.compile(r"[\w,][ \u00a0]\Z|[^\W\d_][’']s[ \u00a0]\Z")
_BY_A_NAME = re.compile(r"(?<![^\W\d_-])(?:[^\W\d_][^\W\d_]*)[-\u2010\u2011]\Z")
"""What stands before the figure of a name: COVID-19, Су-34, MC-21."""
_HYPHENS, _GAPS = frozenset("-\u2010\u2011"), frozenset(" \u00a0")
"""What these patterns end with: it is looked at before they are searched for."""
_REACH = 4
"""Characters that the longest match of the first of them has."""
_CAPITAL_MONTHS = frozenset({"en", "de", "nl"})
_MAY = re.compile(r"(?<!\d )\bMAY\b(?! ?\d)(?=[^\n]*[a-z])|(?<=[a-z] )MAY\b(?! ?\d)")
"""In capitals beside small letters no month, but what a standard permits (RFC 2119)."""
_OTHERS = re.compile(
    r"\b(?:треть(?:и|их|им|ими)|трет(?:і|іх|ім|іми)|четв[её]рты[ехм]|четверт[іих]{1,2})\b(?<=.)(?! (?:сутк|діб|доб|выбор|вибор|год|рок))",
    re.IGNORECASE,
)
_ONES = re.compile(
    r"\b(?:одни|одних|одним|некоторые|другие|других|другим|вторые|вторых|одні|одних|інші|інших|іншим|деякі|другі)\b",
    re.IGNORECASE,
)
"""«Одни … другие … третьи»: some … others … still others."""


def phrases(text: str, language: str) -> Iterator[Mention]:
    """Yield the times of day and the shares that are phrases."""
    lower = text.lower()
    own_hour = phrase("hour", language)
    if own_hour or any(sign in lower for sign in _SIGNS_OF_AN_HOUR):
        yield from _of_the_hour(text, language, own_hour or _OF_THE_HOUR)
    for match in _OF_THE_YEAR.finditer(text) if any(sign in lower for sign in _SIGNS_OF_A_YEAR) else ():
        month = Key(MONTH, 1 if match["start"] else 12)
        yield Mention(match[0], *match.span(), frozenset({month}), Weight.MAYBE, family="month")
    if language == "en":
        yield from _as_much_again(text) if "again" in lower else ()
    yield from _shares(text, language)
    for match in _A_NOUN_AND_A_HALF.finditer(text) if "and a half" in lower else ():
        yield Mention(match[0], *match.span(), numbers(Fraction(3, 2), 18), Weight.HINT, family="part")


def _shares(text: str, language: str) -> Iterator[Mention]:
    """Yield shares that name the whole first, as Kazakh does: үштен екісі, of three its two."""
    own = phrase("share", language)
    for match in own.finditer(text) if own else ():
        whole, part = sense(match["whole"], language), sense(match["part"], language)
        if whole and part and {whole.kind, part.kind} <= {"some", "two", "card"} and part.values[0] < whole.values[0]:
            keys = numbers(Fraction(part.values[0]) / whole.values[0])
            weight = Weight.HINT if part.values[0] == 1 else Weight.SURE
            both = tuple(Mention(match[0], *match.span(), numbers(each.values[0])) for each in (whole, part))
            yield Mention(match[0], *match.span(), keys, weight, family="part", parts=both)


def _of_the_hour(text: str, language: str, pattern: re.Pattern[str]) -> Iterator[Mention]:
    """Yield half past two, половина третьего, пів на третю: all are 2.30."""
    for match in pattern.finditer(text):
        words = [sense(word, language) for word in match["hour"].split()]  # on iki buçukta
        said = match.groupdict()
        is_half_of = language == "ru" and said.get("before") and not match["hour"].lower().endswith(("ого", "его"))
        if all(word and word.kind in _HOURS for word in words) and not is_half_of:
            minutes = sum(word.values[0] for word in words if word) * 60 + next(
                (shift for name, shift in _SHIFTS.items() if said.get(name)), 0
            )
            keys = frozenset(Key(TIME, (minutes + half) % _DAY) for half in (0, _HALF_A_DAY))
            yield Mention(match[0], *match.span(), keys, family="time")


def _as_much_again(text: str) -> Iterator[Mention]:
    """Yield half as much again, which is 1.5 times as much, a third as many again, as much again (twice)."""
    for match in _AS_MUCH_AGAIN.finditer(text):
        share = sense(match["share"].split()[-1], "en") if match["share"] else None
        part = share.values[-1] if share and share.values[-1] < 1 else Fraction(1)
        start = match.start() if share or not match["share"] else match.start("share") + len(match["share"]) + 1
        keys = numbers(1 + part, part * 100)
        yield Mention(text[start : match.end()], start, match.end(), keys, Weight.HINT, family="part")


def without_idioms(mentions: Sequence[Mention], text: str, language: str) -> list[Mention]:
    """Return the mentions of a text; those that stand in an idiom may answer to a number, and need no answer."""
    places = [match.span() for match in _IDIOMS[language].finditer(text)] if language in _IDIOMS else []
    if language == "en":
        places += [match.span() for match in _MAY.finditer(text)]
    if language != "en" and (ones := _ONES.search(text)):
        places += [match.span() for match in _OTHERS.finditer(text, ones.end())]
    loose = [
        _loose(mention) if any(start <= mention.start < end for start, end in places) else mention
        for mention in mentions
    ]
    return [_of_a_name(mention) if _is_in_a_name(mention, text, language) else mention for mention in loose]


def _is_in_a_name(mention: Mention, text: str, language: str) -> bool:
    """Tell whether a number may be a part of a name: the Four Corners, Эндрю Три, Жовтневий район, COVID-19.

    Another language may have it otherwise, or not name it; a number that is there instead still counts.
    """
    before = text[mention.start - 1 : mention.start]
    if mention.text[:1].isdigit():
        return before in _HYPHENS and bool(_BY_A_NAME.search(text, 0, mention.start))
    families = {"count", "ordinal", "part", *(() if language in _CAPITAL_MONTHS else ("month",))}
    if before not in _GAPS:
        return False
    is_word = mention.text[:1].isupper() and mention.text[1:2].islower() and mention.family in families
    return is_word and bool(_WITHIN_A_SENTENCE.search(text, max(mention.start - _REACH, 0), mention.start))


def _of_a_name(mention: Mention) -> Mention:
    """Return a number that belongs to a name; one of two figures may be a year: США-86."""
    if mention.text.isdigit() and len(mention.text) == 2:
        mention = mention.also(*(number(century + int(mention.text)) for century in (1900, 2000)))
    return _hint(mention)


def _hint(mention: Mention) -> Mention:
    weight = min(mention.weight, Weight.HINT)
    return mention._replace(weight=weight, parts=tuple(_hint(part) for part in mention.parts))


def _loose(mention: Mention) -> Mention:
    return mention._replace(weight=Weight.MAYBE, parts=tuple(_loose(part) for part in mention.parts))
