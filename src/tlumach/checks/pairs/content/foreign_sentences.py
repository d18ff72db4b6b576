"""Sentences of a translation that are in the source's language, whether or not the source has them just so."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tlumach.blocks import BlockKind
from tlumach.blocks.plain_text import plain
from tlumach.checks.pairs.content.api_names import without_names
from tlumach.checks.pairs.opaque import OBJECT
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side, once_a_side, short
from tlumach.checks.pairs.prose import Sentence
from tlumach.languages.alphabets import WORD, neighbours_letters
from tlumach.languages.lemmas import normal
from tlumach.languages.profiles import is_in_script, profile, script
from tlumach.problems import Level

_CITED = re.compile(
    r"«[^«»\n]*»|»[^«»\n]*«|“[^“”\n]*”|„[^„“”\n]*[“”]|\"[^\"\n]*\"|‚[^‚‘\n]*‘|‘[^‘’\n]*’(?!\w)|\([^()\n]*\)|\[[^\[\]\n]*\]|「[^「」\n]*」"
)
GLOSSED = re.compile(
    r"(?<![A-Za-z])[A-Za-z][A-Za-z0-9_ ,:;.!?'’/-]{3,120}?(?= \([«„“\"]?(?!див|см|гл|глядз)[\u0400-\u04ff]{4,}[^()]{6,}\))"
)
"""What a program says in Latin letters, before its translation in brackets."""
_VERSION = re.compile(r"(?<!\w)v?\d+(?:\.\d+)+[-+][A-Za-z][\w.+-]*")
"""1.0.0-alpha.beta"""
_CODE = r"[a-z]{2,3}(?:[_-][A-Z][A-Za-z]{1,3})?"
_CODES = re.compile(rf"(?<![\w-])(?=(?:{_CODE},? )*[a-z]{{2,3}}[_-][A-Z])(?:{_CODE},? ){{4,}}{_CODE}(?![\w-])")
"""Codes of languages, one of them at least with a country: de es pt pt_BR uk."""
_MAY_CITE = re.compile('[«»“„"‚‘(\\[「]')
"""What a text must have for that."""
_MARKED = re.compile(r"(?<![*\w])\*{1,2}(?![*\s])([^*\n]+)\*|(?<![_\w])_(?![_\s])([^_\n]+)_(?!\w)|\[([^\[\]\n]*)\]\(")
_SET_OFF = re.compile(
    r"(?<![*\w])\*(?![*\s])([^*\n]+)\*(?![*\w])|(?<![_\w])_(?![_\s])([^_\n]+)_(?!\w)|\[([^\[\]]*)\](?:\((?:https?:|//)|\[)"
)
"""Italics, and links to other sites or by labels."""
_IN_SINGLE_MARKS = re.compile(r"(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){1,400}'(?!\w)")
_WHOLE = re.compile(rf"(?<![\w{OBJECT}])(?:{WORD.pattern})(?![\w{OBJECT}])")
"""A word of which no part is code or emphasis: **g**reater."""
_FEWEST = 4
"""Words at least of a sentence that is told by its words; names and titles are shorter."""
_COMMON = 0.25
"""Of a text, the commonest hundred words make half; of a sentence, a quarter at least."""
_KNOWN = 0.6
_MORE = 4
"""How many times as many common words of the source's language a sentence has that is in it."""
_LOWER = 2
_ASKS = re.compile(r"(?:How|What|Why|When|Where|Which|Who|Examples?)\b")
_UNSPACED = frozenset({"Jpan", "Hans", "Hant", "Thai", "Laoo", "Khmr", "Mymr"})
_SHARE, _NAME = 5, 6
_SAME = 3
_SEVERAL = 2


def foreign_sentences(pair: AlignedPair) -> Iterator[PairFinding]:
    """Yield the sentences that are in the source's language: by their script, their commonest words, dictionaries, or letter for letter."""
    source, target = pair.source, pair.target
    if source.language.split("-")[0] == target.language.split("-")[0]:
        return
    hidden = _VERSION.sub(lambda match: OBJECT * len(match[0]), without_codes(target))
    if _MAY_CITE.search(hidden):
        hidden = GLOSSED.sub(lambda match: OBJECT * len(match[0]), hidden)
        hidden = _CITED.sub(lambda match: OBJECT * len(match[0]), hidden)
    marked = {word for match in _MARKED.findall(target.text) for part in match for word in WORD.findall(part)}
    originals = {sentence.key for sentence in source.prose.sentences}
    for sentence in target.prose.sentences:
        words = _WHOLE.findall(hidden[sentence.start : sentence.start + len(sentence.text)])
        own = [normal(word) for word in words if not word[0].isupper() and word not in marked]
        every = [normal(word).lower() for word in words]
        if _is_in_other_script(pair, own) or (len(own) >= _LOWER and _is_foreign(pair, sentence, every, originals)):
            said, line = f"this is not translated: “{short(sentence.text)}”.", target.prose.line_at(sentence.start)
            is_meant = is_left_heading(pair) or _has_own_words(pair, every)
            yield PairFinding(said, line, level=Level.INFO if is_meant else level_of_words(pair, words))


def without_codes(side: Side) -> str:
    """Return the prose of a block without names of programs and codes of languages."""
    text = without_names(side)
    for match in _CODES.finditer(side.prose.text):
        text = text[: match.start()] + OBJECT * len(match[0]) + text[match.end() :]
    return text


def is_left_heading(pair: AlignedPair) -> bool:
    """Tell whether a heading has the words of its source alone: of 22 on published pages 21 were left on purpose.

    They were messages of programs (“429: Too Many Requests”), commands and statements, for which readers search. A question or an
    example is none.
    """
    if _ASKS.match(pair.source.prose.text.strip()):
        return False
    words, others = (
        [normal(each).lower() for each in WORD.findall(side.prose.text)] for side in (pair.source, pair.target)
    )
    return words == others and pair.source.block.kind is BlockKind.HEADING


def level_of_words(pair: AlignedPair, words: Sequence[str]) -> Level | None:
    """Return the level of words that were left: None, an error, where they make a sentence.

    Most of them are in lower case then, and several are among the commonest of the source's language: names of organisations and tools,
    settings of a program, titles and commands have few of these. Of published pages 74 of 81 such sentences were left by oversight,
    and 19 of 30 other words.
    """
    common = common_alone(pair)
    is_lower = 2 * sum(word[0].islower() for word in words) >= len(words)
    known = sum(normal(word).lower() in common for word in words)
    if not common or (is_lower and known >= _SEVERAL) or pair.source.block.kind is BlockKind.HEADING:
        return None
    return Level.WARNING if is_lower and known and len(words) >= _NAME else Level.INFO


def _has_own_words(pair: AlignedPair, words: Sequence[str]) -> bool:
    """Tell whether a fifth of the words, and two at least in more than a few, are in a script that the source has not.

    Pass-the-hash is a name then, and so is the rest of «Комитет State of the Map».
    """
    ours, theirs = (script(side.language) for side in (pair.target, pair.source))
    own = sum(is_in_script(word, ours) for word in words) if ours and ours != theirs else 0
    return _SHARE * own >= len(words) and (own >= _LOWER or len(words) <= _NAME)


def common_alone(pair: AlignedPair) -> frozenset[str]:
    """Return the commonest words of the source's language that are none of the translation's; none where a language has no list."""
    source, target = profile(pair.source.language).common, profile(pair.target.language).common
    return _alone(source, target)


@once_a_side
def set_off(side: Side) -> list[tuple[int, int]]:
    """Return where the prose of a block has what is cited or set off: in quotation marks or brackets, in italics, in links elsewhere."""
    text = side.prose.text
    found = [match.span() for match in _CITED.finditer(text)] if _MAY_CITE.search(text) else []
    found += [match.span() for match in _IN_SINGLE_MARKS.finditer(text)] if "'" in text else []
    for match in _SET_OFF.finditer(side.text):
        words = " ".join(plain(next(filter(None, match.groups()))).split())
        found += [each.span() for each in re.finditer(re.escape(words), text)] if words else []
    return found


def _is_foreign(pair: AlignedPair, sentence: Sentence, words: Sequence[str], originals: set[str]) -> bool:
    source, target = profile(pair.source.language).common, profile(pair.target.language).common
    theirs, ours = (sum(map(_alone(*both).__contains__, words)) for both in ((source, target), (target, source)))
    if len(words) >= _FEWEST and not ours and _has_letters_of_others(pair, words):
        return True
    if len(words) >= _FEWEST and theirs >= max(2, _COMMON * len(words)) and theirs >= _MORE * ours:
        return True
    if sentence.key in originals and len(words) >= _SAME and (theirs > ours or not source or not target):
        return True
    return len(words) >= _FEWEST and not ours and _is_known_there_alone(pair, words)


@cache
def _alone(common: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Return the commonest words of a language that are none of another's."""
    return common - others


def _has_letters_of_others(pair: AlignedPair, words: Sequence[str]) -> bool:
    """Tell whether several words have letters that the language of the translation lacks, and none one that the source's lacks."""
    lacking, theirs = neighbours_letters(pair.target.language), neighbours_letters(pair.source.language)
    strange = [word for word in words if lacking and lacking.search(word)]
    return len(strange) > 1 and not any(theirs and theirs.search(word) for word in words)


def _is_in_other_script(pair: AlignedPair, words: Sequence[str]) -> bool:
    """Tell whether several words in a row are in the script of the source, and the translation has another.

    Latin words stand in texts of any script (names of programs), so that of Latin there must be a common word among them.
    """
    source, target = script(pair.source.language), script(pair.target.language)
    if not source or not target or source == target or {source, target} <= _UNSPACED:
        return False
    left = [word for word in words if is_in_script(word, source)]
    if source == "Latn":
        common = profile(pair.source.language).common
        return len(left) >= _FEWEST and any(word in common for word in left) and 2 * len(left) > len(words)
    return len(left) >= 2 or (source in _UNSPACED and any(len(word) >= _FEWEST for word in left))


def _is_known_there_alone(pair: AlignedPair, words: Sequence[str]) -> bool:
    """Tell whether most words are in the dictionary of the source's language and not in that of the translation's."""
    knowledge, languages = pair.knowledge, (pair.source.language, pair.target.language)
    if knowledge.lemmatizer is None or any(knowledge.spelling(each) is None for each in languages):
        return False
    strange = [word for word in words if not knowledge.spells(languages[1], word)]
    left = [word for word in strange if len(word) > 1 and knowledge.spells(languages[0], word)]  # x and y are names
    return len(left) >= max(_SAME, _KNOWN * len(words))
