"""Roman numerals: centuries, wars, parliaments, monarchs."""

import re
from collections.abc import Iterator

from tlumach.checks.pairs.numbers.mentions import Mention, numbers
from tlumach.checks.pairs.numbers.words.lexicon import phrase

_NUMERAL = re.compile(r"(?<![\w.-])(?P<numeral>[IVXІХ]+)(?!\w|[’'](?!s\b))")
_DIGIT = re.compile("[IVXІХ]")
_VALID = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10}
_CYRILLIC = str.maketrans("ІХ", "IX")
_BEFORE = re.compile(
    r"(?:War|Charles|Elizabeth|Nicholas|Alexander|Chapter|Part|Act|Volume|Pope|King|Queen|Category|Mark|Карл\w*|Част\w+|Глав\w+|Том\w*"
    r"|Николай|Николая|Александр\w?|Микол\w+|Олександр\w?|Частин\w+|Розділ\w*)[ \u00a0]\Z"
)
_AFTER = re.compile(
    r"[ \u00a0](?:век|вв?\.|столет|тысячелет|квартал|созыв|степен|групп|категор|съезд|фестивал|мировая|мировой|століт|ст\.|тисячоліт"
    r"|скликан|ступен|груп|категорі|з.їзд|світов|century|centuries|quarter)"
)
_FAR = 30


def roman_numerals(text: str, language: str) -> Iterator[Mention]:
    """Yield the Roman numerals of a text; a single letter only where what stands beside it says that it is one."""
    own_before, own_after = phrase("century_before", language), phrase("century_after", language)
    for match in _NUMERAL.finditer(text) if _DIGIT.search(text) else ():
        numeral = match["numeral"].translate(_CYRILLIC)
        beside = any(
            each.search(text, max(match.start() - _FAR, 0), match.start()) for each in (_BEFORE, own_before) if each
        )
        beside = beside or any(each.match(text, match.end()) for each in (_AFTER, own_after) if each)
        is_latin = numeral == match["numeral"]
        if _VALID.fullmatch(numeral) and (beside or (len(numeral) > 1 and is_latin)):
            yield Mention(match[0], match.start(), match.end(), numbers(_value(numeral)))


def _value(numeral: str) -> int:
    values = [_VALUES[letter] for letter in numeral]
    return sum(-v if v < max(values[at:]) else v for at, v in enumerate(values))
