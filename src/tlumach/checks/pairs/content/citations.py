"""Whether the editors and the translators say where their facts come from."""

import re
from collections.abc import Iterator, Mapping

from tlumach.blocks import BlockKind
from tlumach.blocks.links import footnote_marks, links
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side, short

_PARTS = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+\.)[ \t])")
_FACT = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\d+(?:[.,]\d+)?[ \u00a0]?(?:%|млн|млрд|тыс|тис|million|billion|thousand|per)|[$€£₴₽₸]\s?\d"
    r"|\d+[ \u00a0](?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|січ|лют|берез|квіт|трав|черв"
    r"|лип|серп|верес|жовт|листоп|груд|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_SAID: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:по данным|по словам|по сообщению|сообщил\w*|заявил\w*|основан\w*|был[аои]? (?:создан|"
        r"основан|назначен|избран|принят)\w*|родил\w+)",
        re.IGNORECASE,
    ),
    "uk": re.compile(
        r"\b(?:за даними|за словами|за повідомленням|повідомив|повідомила|повідомили|заявив|заявила|"
        r"заявили|засновано|заснован\w+|створено|обрано|народи\w+)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:according to|said|says|reported|announced|was (?:founded|created|appointed|elected|"
        r"adopted|born))\b",
        re.IGNORECASE,
    ),
}
_OF_THE_TEXT: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:текст\w*|источник\w*|перевод\w*|переве\w+|слов[оауе]?м?|слова|цитат\w*|абзац\w*|"
        r"заголов\w+|описк\w+|написан\w+|буквальн\w*|дословн\w*|оригинал\w*|редакци\w+|подсч[её]т\w*|"
        r"сноск\w*|неизвестно|не знаем)\b",
        re.IGNORECASE,
    ),
    "uk": re.compile(
        r"\b(?:текст\w*|джерел\w*|переклад\w*|слов[оауі]?м?|слова|цитат\w*|абзац\w*|заголов\w+|описк\w+|"
        r"написан\w+|буквальн\w*|дослівн\w*|оригінал\w*|редакці\w+|підрахун\w+|обчислен\w+|виноск\w+|"
        r"невідомо|не знаємо)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:text|source|sources|translat\w+|word|words|quotation|quoted|paragraph|headline|slip|"
        r"literal\w*|original|editors?|spelling|spelt|our calculation|footnote|not known|do not know|"
        r"Russian says|Ukrainian says)\b",
        re.IGNORECASE,
    ),
}
_OF_A_LAW = re.compile(
    r"\b(?:закон|указ|постанов|приказ|наказ|кодекс|распоряжени|розпоряджен|law|act|decree|code|resolution)\w*\b[^.;\n]*?"
    r"(?:№|\bNos?\.?|\bстать\w+|\bстатт\w+|\bст\.|\barticles?)[ \u00a0]?\d",
    re.IGNORECASE,
)
"""A law by its number or article, which is where the fact stands."""
_PLACES = frozenset({BlockKind.BOX, BlockKind.FOOTNOTE})


def check_unsourced_fact(pair: AlignedPair) -> Iterator[PairFinding]:
    """A box or a footnote that states a fact names its source: a footnote mark, or a link to where it stands.

    Finds a paragraph or list item of a box, or a footnote, with a year, a date, a sum, a percentage or a report of what
    somebody said or founded, and neither mark nor link, nor the number of a law. What is said about the text itself (its words, its
    translation, our own calculation) needs none. What the source states so is reported there, once.

    To mend it, name the source in the front matter of the source-language page and cite it: `[^key]`. A fact that everybody
    knows is waived: `waive unsourced-fact: the reason` in the record of any translation of the page.
    """
    found = [*unsourced_facts(pair.target)]
    if found and not any(unsourced_facts(pair.source)):
        yield from found


def unsourced_facts(side: Side) -> Iterator[PairFinding]:
    """Yield the unsourced facts of a box or footnote in any language."""
    if side.block.kind not in _PLACES:
        return
    place = 0
    for part in [*_PARTS.split(side.text)]:
        start = side.text.find(part, place)
        place = start + len(part)
        if not _names_a_source(part) and _states_a_fact(part, side.language):
            line = side.text.count("\n", 0, start + len(part) - len(part.lstrip()))
            yield PairFinding(f"states a fact and names no source: “{short(part.strip())}”.", line)


def _states_a_fact(text: str, language: str) -> bool:
    said, of_the_text = _SAID.get(language), _OF_THE_TEXT.get(language)
    is_fact = _FACT.search(text) or (said and said.search(text))
    return bool(is_fact) and not (of_the_text and of_the_text.search(text))


def _names_a_source(text: str) -> bool:
    return (
        any(not mark.is_definition for mark in footnote_marks(text))
        or "http" in text
        or bool(links(text))
        or bool(_OF_A_LAW.search(text))
    )
