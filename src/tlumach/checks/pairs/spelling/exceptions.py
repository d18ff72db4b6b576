"""Which words spelling lets be, though the quick dictionaries lack them: names, what is cited or spoken of, what hunspell knows.

Words put together: of a common beginning and a known word (anti-war), or of two known words (birchbark).
"""

import re
from collections.abc import Iterator, Mapping

from tlumach.checks.pairs.pair import Knowledge, Side
from tlumach.checks.pairs.romanization import folded
from tlumach.languages.alphabets import CYRILLIC
from tlumach.languages.lemmas import DICTIONARIES, HYPHENS, normal

_ENDING, _SHORTEST_STEM = 2, 4
"""Letters at the end in which the forms of a name may differ, and those that it has without them at least."""
_OF_A_PLACE = re.compile(r"(?:ськ|цьк|зьк)(?:ий|ого|ому|им|а|ої|ій|у|ою|е|і|их|ими)$")
"""How an adjective ends that is as often as not a name: «Мещанський суд»."""
_NAME = re.compile(r"(?<=[^\W\d_][ \u00a0])[^\W\d_a-zа-яёіїєґ][^\W\d_]+")
"""A word with a capital that it does not have from the beginning of a sentence."""
_REACH = 40
"""Letters before a word in which the beginning of a compound is looked for."""
_BEFORE_HYPHEN = re.compile(rf"(?:[^\W\d_]+[{HYPHENS}])+$")
_AFTER_HYPHEN = re.compile(rf"(?:[{HYPHENS}][^\W\d_]+)+")
_LETTERS = re.compile(r"[^\W\d_]+")
_CITED = re.compile(r"(?<!\*)\*[^*\n]+\*(?!\*)")


def is_right(word: str, start: int, side: Side, knowledge: Knowledge, source: str) -> bool:
    """Tell whether a word, which stands at a place of the prose, is let be, or known to hunspell.

    hunspell is asked as late as can be, since it loads for long.
    """
    language, is_quick = side.language, side.language in DICTIONARIES
    if not is_quick and knowledge.spells(language, word):
        knowledge.right.add((language, word))
        return True
    if word in normal(source) or word in _cited(side.text) or _is_in_known_compound(word, start, side, knowledge):
        return True
    is_name = word[0].isupper() and not _is_common(word, source, knowledge)
    if is_name and _is_name(word, source):
        return True
    may_be_made = language == "en" and (_is_spoken_of(word, source) or is_compound(word, knowledge))
    if (is_name or may_be_made) and not knowledge.is_slip(language, word):
        return True
    return has_known_end(word, language, knowledge)


def _is_in_known_compound(word: str, start: int, side: Side, knowledge: Knowledge) -> bool:
    """Tell whether the word is a part of one with hyphens that a dictionary has as a whole: «коли-небудь»."""
    text = side.prose.text
    before, after = (
        _BEFORE_HYPHEN.search(text, max(0, start - _REACH), start),
        _AFTER_HYPHEN.match(text, start + len(word)),
    )
    if not before and not after:
        return False
    whole = normal((before[0] if before else "") + text[start : start + len(word)] + (after[0] if after else ""))
    return any(ask(side.language, whole) for ask in (knowledge.reads, knowledge.spells))


def _cited(text: str) -> set[str]:
    """Return the words that stand in italics."""
    return {word for match in _CITED.finditer(normal(text)) for word in _LETTERS.findall(match[0])}


def _is_name(word: str, source: str) -> bool:
    """Whether the source has a word with a capital in other letters, in any case if it is surely a name."""
    ours = folded(word)
    stem = ours[: max(len(ours) - _ENDING, _SHORTEST_STEM)]
    names = [folded(other) for other in _NAME.findall(source)]
    return any(name.startswith(stem) for name in names) or any(ours == folded(other) for other in _capitals(source))


def _is_spoken_of(word: str, source: str) -> bool:
    """Whether the source has a word of about the same letters: one that is romanised, not translated."""
    ours = folded(word)
    stem = ours[: max(len(ours) - _ENDING, _SHORTEST_STEM)]
    return any(folded(other).startswith(stem) for other in _LETTERS.findall(source))


def _is_common(word: str, source: str, knowledge: Knowledge) -> bool:
    """Whether a word with a capital is an ordinary one of a Russian or Ukrainian source, in other letters: left untranslated."""
    if not CYRILLIC.search(word) or not knowledge.lemmatizer or _OF_A_PLACE.search(word):
        return False
    same = [other for other in _capitals(source) if folded(other) == folded(word)]
    readings = [knowledge.lemmatizer.readings(other, "ru") for other in same]
    return bool(readings) and all(
        any(each.is_known and not (each.is_surname or each.is_first_name) for each in known) for known in readings
    )


def _capitals(text: str) -> Iterator[str]:
    return (word for word in _LETTERS.findall(text) if word[0].isupper())


_SHORTEST_IN_PREFIXED = _SHORTEST_IN_COMPOUND = 4
_IN_NO_COMPOUND = """
about after also been before down each even from have here into just like more most much only other over said same some such
than that their them then there these they this those upon very were what when where which while will with would your
"""
"""Words of no compound: beside them, a space is missing."""
_LEFT_TOGETHER = frozenset(_IN_NO_COMPOUND.split())
_PREFIXES: Mapping[str, str] = {
    "ru": "вице экс анти контр супер мини евро авто пост нано кибер гипер спец сверх пол много фан",
    "uk": "віце екс анти контр супер міні євро авто пост нано кібер гіпер спец над пів багато",
    "en": "anti pro pre post non re un over under counter cyber super inter multi co",
}
"""What a word may begin with that a dictionary has without it."""


def has_known_end(word: str, language: str, knowledge: Knowledge) -> bool:
    """Tell whether a dictionary knows the word, or what is left of it without a common beginning."""
    beginnings = [each for each in _PREFIXES.get(language, "").split() if word.lower().startswith(each)]
    rests = [word[len(each) :] for each in beginnings]
    known = (word, *(rest for rest in rests if len(rest) >= _SHORTEST_IN_PREFIXED))
    return "" in rests or any(ask(language, each) for ask in (knowledge.reads, knowledge.spells) for each in known)


def is_compound(word: str, knowledge: Knowledge) -> bool:
    """Tell whether an English word is put together of two: birchbark."""
    parts = [(word[:at], word[at:]) for at in range(_SHORTEST_IN_COMPOUND, len(word) - _SHORTEST_IN_COMPOUND + 1)]
    nouns = [pair for pair in parts if not {part.lower() for part in pair} & _LEFT_TOGETHER]
    return any(all(knowledge.spells("en", part) for part in pair) for pair in nouns)
