"""Words put together: of a common beginning and a known word (anti-war), or of two known words (birchbark)."""

from collections.abc import Mapping

from tlumach.checks.pairs.pair import Knowledge

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
