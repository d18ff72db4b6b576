"""Whether a translation is one: no part of it was left as it was in the source, and none is empty."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tlumach.blocks import BlockKind
from tlumach.checks.pairs.content.api_names import is_index
from tlumach.checks.pairs.content.foreign_sentences import (
    GLOSSED,
    common_alone,
    foreign_sentences,
    is_left_heading,
    level_of_words,
    set_off,
    without_codes,
)
from tlumach.checks.pairs.content.reading_lists import may_stay
from tlumach.checks.pairs.opaque import OBJECT
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side, once_a_side, short
from tlumach.languages.alphabets import CYRILLIC, LATIN, WORD
from tlumach.languages.lemmas import DICTIONARIES, normal
from tlumach.languages.word_lists import file_of
from tlumach.problems import Level

_WORD = r"(?:[A-Za-z][\w,’'-]*|или|або|чи|и|і|та|й)"
_GIVEN = re.compile(
    rf"\w+{OBJECT}\w*|{OBJECT}\w+|(?<=[\u0400-\u04ff\"»”] )\((?:{_WORD}(?:[ ]{_WORD}){{0,15}})\)"
    r"|[«„“\"][^«»„“”\"\n]+[«»“”\"](?= \([«„“\"]?[^\W\d_])"
)
"""A few Latin words in brackets after Cyrillic ones: how the source has it; words of which a part is set as code; and a quotation that
has its translation in brackets after it: «Closure of schools» («Закрытие школ»)."""
_IDENTIFIER = re.compile(
    r"[\w.-]+ at [\w-]+(?:\.[a-z]{2,})+|"  # an address that no machine is to read
    r"(?<![\w-])(?:(?=[\w-]*\d)[A-Za-z\d]+(?:-[A-Za-z\d]+)+"  # a serial number, a UUID
    r"|[\w-]+(?::[\w.-]+){2,}"  # a MAC address, urn:oasis:names
    r"|(?=[a-z]*\d|[A-Z]*\d)(?:[A-Za-z]*\d+[A-Za-z]+\d\w*|(?:[a-z]+|[A-Z]+)\d+[A-Za-z]\w*))(?![\w-])"  # a checksum
)
"""Letters and digits in groups, or joined by colons, or one among the other: no words of any language."""
_DIGIT = re.compile(r"\d")
_RUN = 5
"""From so many words in a row on, a text that is the same in both languages was not translated."""
_FEW = 4
_SAYING = re.compile(r"[«„“](?P<words>[^«»„“”]*[^«»„“”.!?…,])[»“”](?!,[ \u00a0][—–])")
"""A quotation that is not followed by who says so."""
_RUN_OF_KIN = 8
"""The same for Russian and Ukrainian, which share many words."""
_LONGEST = 40
"""Words of a run that are looked at together; a longer one is found in parts."""
_SHORTEST = 3
"""Letters of a word at least: abbreviations are often alike."""
_SCRIPTS = {"en": LATIN}
_EMPTY = re.compile(r"\n[ \t>]*(?:[-*+]|\d{1,3}\.|#{1,6}|\[\^[^\]]+\]:)[ \t]*(?=\n|\Z)")
_ANCHOR = re.compile(r"\s*<a\s+(?:id|name)=")
"""A place that links lead to, which may stand in a block of its own on one side."""
_FOREIGN_LINK = re.compile(r"\[([^\[\]]*)\]\((?:https?:|//)")
_ITALICS = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")


def check_untranslated(pair: AlignedPair) -> Iterator[PairFinding]:
    """A translation says everything in its own language, and nothing in it is empty.

    Finds a block, a sentence, a list item or a picture's text that is still the source's, a word of the source left in the
    translation that its language does not know (`Учителей` in Ukrainian), two words or more in the wrong script, and an
    item, heading or footnote with no text. Names, which are often alike, and text in the script of neither do not count.

    In any language a sentence that the source has just so, or that has the commonest words of its language, its script or (where
    both have a dictionary) its words alone, counts as left.

    It is an error, but for a single word that Russian or Ukrainian seems to lack: that is a warning. What stands in
    quotation marks, brackets, italics or a link to another site, and what has none of the language's commonest words, is info between
    languages that share few words: messages of programs, titles, lists of values or of articles elsewhere, which often stay. So is a
    heading that is the source's as a whole (`429: Too Many Requests`). A page with more than five such findings has one for all.

    A build reads no dictionary, and so finds only long runs of words; `tlumach check` finds all.

    To mend it, translate what the message quotes. What must stay in the source's language (a title) goes into quotation
    marks or italics, or is waived: `waive untranslated: the reason` in the record. A rare word that both languages have goes to
    the project's own words, `words/<language>.txt`.
    """
    if not (pair.source.is_prose and pair.target.is_prose):
        return
    yield from _empty(pair)
    if pair.source.language != pair.target.language and pair.source.is_in_own_script and not is_index(pair.target.text):
        found = [*(_wrong_script(pair.target) if _other_script(pair) else _left_words(pair))]
        lines = {each.line for each in found}
        found = _told_once(pair, found)
        found = [*_with_way_out(pair, found), *(each for each in foreign_sentences(pair) if each.line not in lines)]
        yield from (
            (replace(each, level=Level.INFO) for each in found) if may_stay(pair.target, pair.labels.target) else found
        )


def _told_once(pair: AlignedPair, found: list[PairFinding]) -> list[PairFinding]:
    """Return what was found; of a paragraph that is the source's as a whole, the first part alone."""
    is_whole = pair.source.text.strip() == pair.target.text.strip() and pair.target.block.kind is not BlockKind.LIST
    return found[:1] if is_whole else found


def _with_way_out(pair: AlignedPair, found: list[PairFinding]) -> Iterator[PairFinding]:
    """Yield what was found; of a block that is the source's as a whole, with what to do until it is translated."""
    is_whole = pair.source.text.strip() == pair.target.text.strip() and len(originals_in(pair)) > _FEW
    way_out = " Translate it, or take it out: the original is then shown in its place, and said to be that."
    yield from (replace(each, message=each.message + way_out) if is_whole else each for each in found)


def _empty(pair: AlignedPair) -> Iterator[PairFinding]:
    if pair.source.prose.text.strip() and not pair.target.prose.text.strip():
        level = Level.INFO if _ANCHOR.match(pair.target.text) else None
        yield PairFinding(f"is empty, where the source says: “{short(pair.source.prose.text)}”.", level=level)
        return
    found = [match.start() for match in _EMPTY.finditer(f"\n{pair.target.text}")]
    if found and len(_EMPTY.findall(f"\n{pair.source.text}")) < len(found):
        yield from (PairFinding("this item has no text.", pair.target.text.count("\n", 0, place)) for place in found)


def _other_script(pair: AlignedPair) -> bool:
    return _SCRIPTS.get(pair.target.language) is LATIN and bool(CYRILLIC.search(pair.source.prose.text))


def _wrong_script(side: Side) -> Iterator[PairFinding]:
    """Find words in a row in Cyrillic where Latin is meant, unless they are cited by name."""
    if not CYRILLIC.search(side.prose.text):
        return
    cited = _cited(side)
    for match in re.finditer(r"[\u0400-\u04ff]+(?:[^A-Za-z\n]*[\u0400-\u04ff]+)+", side.prose.text):
        words = WORD.findall(match[0])
        before = side.prose.text[: match.start()][-1:]
        is_name = any(normal(match[0]) in name for name in cited) or (len(words) <= 3 and before in tuple('«“„‘"('))
        is_text = len(words) >= 2 and any(len(word) > 1 for word in words)  # not 90х190х27
        if is_text and not is_name:
            yield PairFinding(f"this is not translated: “{short(match[0])}”.", side.prose.line_at(match.start()))


def _cited(side: Side) -> set[str]:
    """Return what stands in italics or is the text of a link to another site (titles and names), and the
    words that are quoted as words: at most four, and nobody's speech."""
    links = _FOREIGN_LINK.findall(side.text)
    italics = _ITALICS.findall(side.text)
    sayings = [
        match["words"] for match in _SAYING.finditer(side.prose.text) if len(WORD.findall(match["words"])) <= _FEW
    ]
    return {normal(name) for name in [*links, *italics, *sayings]}


def _left_words(pair: AlignedPair) -> Iterator[PairFinding]:
    """Find runs of words that stand so in the source too and that the language of the translation does not know."""
    originals, words = _words(pair.source), _words(pair.target)
    if sum(map(_different_words(pair.source).__contains__, words)) < _fewest(pair):
        return
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(originals):
        places[word].append(place)
    matches = list(WORD.finditer(_own_words(pair.target)))
    at = 0
    while at < len(words):
        if words[at] not in places:
            at += 1
            continue
        length = _common(words[at : at + _LONGEST], originals, places[words[at]])
        run = matches[at : at + length]
        words_of_run = [match[0] for match in run]
        if run and _is_left(pair, words_of_run):
            text = pair.target.prose.text[run[0].start() : run[-1].end()]
            said = f"this is not translated: “{short(text)}”.{_hint(pair, words_of_run)}"
            yield PairFinding(said, pair.target.prose.line_at(run[0].start()), level=_level_of(pair, run))
        at += length


@once_a_side
def _own_words(side: Side) -> str:
    """Return the prose of a block without names of programs and without what the source calls something, in brackets."""
    text = without_codes(side)
    if ":" in text or _DIGIT.search(text):
        text = _IDENTIFIER.sub(lambda match: OBJECT * len(match[0]), text)
    text = GLOSSED.sub(lambda match: OBJECT * len(match[0]), text) if "(" in text else text
    return _GIVEN.sub(lambda match: OBJECT * len(match[0]), text) if OBJECT in text or "(" in text else text


@once_a_side
def _words(side: Side) -> list[str]:
    return [each.lower() for each in WORD.findall(normal(_own_words(side)))]


@once_a_side
def _different_words(side: Side) -> frozenset[str]:
    return frozenset(_words(side))


def _common(words: list[str], originals: list[str], places: list[int]) -> int:
    """Return how many of the words, from the first on, stand in a row in the source from one of the places on."""
    return max(_alike(words, originals[place : place + len(words)]) for place in places)


def _alike(words: list[str], others: list[str]) -> int:
    pairs = enumerate(zip(words, others, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(words), len(others)))


def _is_left(pair: AlignedPair, run: list[str]) -> bool:
    if _are_read_as_kin(pair):
        strange = _strange(pair, run)
        return bool(strange) and (len(run) > 1 or strange[0].islower() or len(originals_in(pair)) == 1)
    return len([word for word in run if not word[0].isupper()]) >= _fewest(pair)


def _level_of(pair: AlignedPair, run: Sequence[re.Match[str]]) -> Level | None:
    """Return the level of a run that is left; None for that of the rule, an error."""
    words = [match[0] for match in run]
    if _are_read_as_kin(pair):
        return Level.WARNING if len(_strange(pair, words)) == 1 else None
    is_whole = pair.source.text.strip() == pair.target.text.strip()
    if is_left_heading(pair):
        return Level.INFO
    run = [each for each in run if not _is_of_name(pair.target.prose.text, each)]
    spans, common = [] if is_whole else set_off(pair.target), common_alone(pair)
    free = [each[0] for each in run if not any(start <= each.start() < end for start, end in spans)]
    is_text = not common or any(normal(word).lower() in common for word in free)
    if not is_text or sum(word[0].islower() for word in free) < _fewest(pair):
        return Level.INFO
    return level_of_words(pair, words)


def _is_of_name(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word is one with capitals within, or with a hyphen after a capital: X-LIGHTTPD-send-file."""
    around = re.search(r"[\w-]*\Z", text[: word.start()])
    whole = (around[0] if around else "") + word[0]
    return "-" in whole and whole[0].isupper() and len(whole.split("-")[0]) == 1


def _are_read_as_kin(pair: AlignedPair) -> bool:
    return {pair.source.language, pair.target.language} <= DICTIONARIES and pair.knowledge.lemmatizer is not None


def _strange(pair: AlignedPair, run: Sequence[str]) -> Sequence[str]:
    """Return the words of a run that the source's language has and the translation's, which is its kin, has not."""
    if all(word[0].isupper() for word in run) and len(originals_in(pair)) > len(run):
        return ()  # names, one after the other
    candidates = [word for word in run if len(word) >= _SHORTEST and CYRILLIC.search(word)]
    strange = [word for word in candidates if not _has(pair, word) and _is_known(pair, word, pair.source.language)]
    strange = [word for word in strange if not _is_name(pair, word, pair.source.language)]
    cited = " ".join(_cited(pair.target)) if strange else ""
    return [word for word in strange if normal(word) not in cited]


def _has(pair: AlignedPair, word: str) -> bool:
    """Whether the translation's language has a word, by any of its dictionaries, the glossary or the project's own words."""
    target, known = pair.target.language, pair.knowledge
    return word.lower() in known.names or _is_known(pair, word, target) or known.spells(target, word)


def _hint(pair: AlignedPair, run: list[str]) -> str:
    """Return what to do where a rare word is one of both languages (`туаз`): nothing where more than that was left."""
    if pair.knowledge.lemmatizer is None or len(run) > _FEW:
        return ""
    return f" Translate it; a word that its language has too goes to {file_of(pair.target.language)}."


def _fewest(pair: AlignedPair) -> int:
    """Return of how many words at least a text that was not translated is made up."""
    are_kin = {pair.source.language, pair.target.language} <= DICTIONARIES
    return (1 if pair.knowledge.lemmatizer else _RUN_OF_KIN) if are_kin else _RUN


def originals_in(pair: AlignedPair) -> list[str]:
    """Return the words of the source's prose."""
    return WORD.findall(pair.source.prose.text)


def _is_name(pair: AlignedPair, word: str, language: str) -> bool:
    """Whether a word with a capital may be a name, whatever else it may be: «Карл»."""
    lemmatizer = pair.knowledge.lemmatizer if word[0].isupper() else None
    readings = lemmatizer.readings(word, language) if lemmatizer else ()
    return any(reading.is_known and (reading.is_surname or reading.is_first_name) for reading in readings)


def _is_known(pair: AlignedPair, word: str, language: str) -> bool:
    lemmatizer = pair.knowledge.lemmatizer
    readings = lemmatizer.readings(word, language) if lemmatizer else ()
    return any(reading.is_known and not (reading.is_surname or reading.is_first_name) for reading in readings)
