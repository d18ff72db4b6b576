"""Names in Latin letters within a text in another script: they stand there as the source has them, so that no dictionary is needed."""

import re
from collections.abc import Iterator

from tlumach.checks.pairs.content.api_names import without_names
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, short
from tlumach.languages.alphabets import LATIN
from tlumach.languages.profiles import script
from tlumach.languages.slips import letter_away

_NAME = re.compile(r"(?<![\w.@/&-])[A-Z][A-Za-z]{3,}(?![\w@/-]|\.\w)")
_ENDING = re.compile(r"(?:e?s|d)\Z")
"""The end of an English plural or participle, which a translation has no use for: Cookies, Cookie."""


def slips_in_names(pair: AlignedPair) -> Iterator[PairFinding]:
    """Yield the names of a translation that are a letter away from one that the source has, which has not them."""
    if script(pair.target.language) in ("", "Latn") or not (
        pair.target.is_prose and LATIN.search(pair.target.prose.text)
    ):
        return
    text, source = without_names(pair.target), pair.source.text
    for match in _NAME.finditer(text):
        word = match[0]
        if word in source or word.lower() in source.lower():
            continue
        meant = next((name for name in _NAME.findall(source) if _is_slip(word, name)), None)
        if meant:
            said = f"“{word}” is “{meant}” in the source: “{short(pair.target.prose.text, match.start())}”."
            yield PairFinding(said, pair.target.prose.line_at(match.start()))


def _is_slip(word: str, name: str) -> bool:
    if word[0] != name[0] or abs(len(word) - len(name)) > 1 or _ENDING.sub("", word) == _ENDING.sub("", name):
        return False
    if f"{word}s" == name or f"{name}s" == word:
        return False
    return name.lower() in set(letter_away(word.lower()))
