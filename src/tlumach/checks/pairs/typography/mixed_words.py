"""Words of Latin and Cyrillic letters: a slip, a space that is missing, a symbol with an index, or a play on words."""

import re

from tlumach.checks.pairs.pair import AlignedPair, Side
from tlumach.languages.alphabets import CYRILLIC, LATIN, WORD
from tlumach.languages.profiles import script
from tlumach.problems import Level

LOOKS_LATIN = re.compile(r"[аеіјкорсухАВЕЅІЈКМНОРСТУХ]+\Z")
"""Cyrillic letters that look like Latin ones."""
_CYRILLIC = r"[\u0400-\u04ff]"
_LATIN = r"[A-Za-z\u00c0-\u024f]"
_NOT_ALIKE = re.compile(r"[DFGJLNQRSUVWZbdfghjlmnqrstuvwz]")
"""Latin letters that no Cyrillic one looks like, in roman type."""
_SYMBOL = re.compile(rf"(?P<letter>[A-Zdfghjlmnqrstuvwz])(?P<index>[а-яёіїєґ]{{1,5}}|[А-ЯІЇЄҐ]{{1,2}})(?!{_CYRILLIC})")
_INDEX = re.compile(
    r"[бвгґджзйклмнпрстфхцчшщ]{2,3}|макс|мин|мін|сер|ном|вых|вих|пит|жив|нач|поч|кон|кін|нагр|нав|общ|заг|эфф?|еф|доп|рез|уст|окр"
)
"""What an index mostly is, where the letter before it might be a slip: Cмакс, Pср, Tвх."""
_RUN_TOGETHER = re.compile(
    rf"(?P<latin>{_LATIN}{{2,}})(?P<cyrillic>{_CYRILLIC}{{4,}})|(?P<before>{_CYRILLIC}+)(?P<after>{_LATIN}{{3,}})"
)
_ON_PURPOSE = re.compile(rf"{_CYRILLIC}+(?={_LATIN}*?[DFGJLNQRSUVWZbdfghjlmnqrstuvwz]){_LATIN}{{2,}}{_CYRILLIC}+")
_AS_CYRILLIC = tuple(
    str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", f"АВСДЕФГН{letter}ЙКЛМНОРКРСТУВВХУЗ") for letter in "ИІ"
)
"""Each capital as the Cyrillic one that it looks like, or else sounds like."""


def mixed_word(pair: AlignedPair, side: Side, word: str, is_quoted: bool) -> tuple[str, Level | None]:
    """Return what is to be said of a word of both scripts in one of the sides, and at which level (None: that of the rule)."""
    mixed = f"“{word}” mixes Latin and Cyrillic: {_minority(word)}."
    if is_run_together(pair, side, word):
        return f"“{word}” is a Latin and a Cyrillic word: a space or a hyphen seems to be missing between them.", None
    if script(side.language) == "Cyrl" and _is_symbol(pair, side, word):
        return f"{mixed} It may be a symbol with an index.", Level.INFO
    is_cyrillic = len(CYRILLIC.findall(word)) > len(LATIN.findall(word))
    is_play = _ON_PURPOSE.fullmatch(word) or (is_quoted and is_cyrillic and _NOT_ALIKE.search(word))
    if is_play and script(side.language) == "Cyrl":
        return f"{mixed} Type the word anew, unless it is a play on words.", Level.WARNING
    return f"{mixed} Type the word anew.", None


def is_run_together(pair: AlignedPair, side: Side, word: str) -> bool:
    """Tell whether a Latin and a Cyrillic word stand without a space: a name, and what the dictionary has."""
    found = _RUN_TOGETHER.fullmatch(word)
    if not found or script(side.language) != "Cyrl":
        return False
    latin, cyrillic = found["latin"] or found["after"], found["cyrillic"] or found["before"]
    is_name = latin[0].isupper() or has_word(pair, side, latin)
    return is_name and bool(_NOT_ALIKE.search(latin)) and pair.knowledge.reads(side.language, cyrillic)


def has_word(pair: AlignedPair, side: Side, word: str) -> bool:
    """Tell whether the other side has a Latin word of this one whole, in any capitals, or this one has it elsewhere."""
    other = pair.source if side is pair.target else pair.target
    return word.lower() in map(str.lower, WORD.findall(other.text)) or word in WORD.findall(side.text)


def _is_symbol(pair: AlignedPair, side: Side, word: str) -> bool:
    """Tell whether a word is a letter of a formula with its index (Nдв, Uпит), and no word of which the capital is a slip (Cкорость)."""
    found = _SYMBOL.fullmatch(word)
    if not found or pair.knowledge.lemmatizer is None:
        return False
    written = (word[0].upper().translate(letters) + word[1:] for letters in _AS_CYRILLIC)
    may_be_slip = len(found["index"]) > 1 or not _NOT_ALIKE.match(word)
    if may_be_slip and any(pair.knowledge.reads(side.language, each) for each in written):
        return False
    is_sure = _NOT_ALIKE.match(word) and word[0].isupper()
    return bool(is_sure or _INDEX.fullmatch(found["index"]))


def _minority(word: str) -> str:
    latin, cyrillic = LATIN.findall(word), CYRILLIC.findall(word)
    letters, name = (latin, "Latin") if len(latin) <= len(cyrillic) else (cyrillic, "Cyrillic")
    return f"{', '.join(dict.fromkeys(letters))} {'is' if len(set(letters)) == 1 else 'are'} {name}"
