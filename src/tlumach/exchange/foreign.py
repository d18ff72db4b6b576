"""Whether what came back is in another language than its file says: by its letters, its words, and the other pages.

A file whose language was set wrong would overwrite a page with another language's text, block by block, each in order.
Evidence is weighed over all that a file would write; what stands in the source too (names, code, targets) says nothing.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tlumach.blocks.links import without_code
from tlumach.blocks.running_text import running_text
from tlumach.exchange.validation import same
from tlumach.languages.alphabets import CYRILLIC, FOREIGN, LATIN, WORD, neighbours_letters
from tlumach.languages.lemmas import Lemmatizer, normal
from tlumach.languages.spelling import speller

_LINK = re.compile(r"\]\([^)]*\)|\]\[[^\]]*\]|<[^<>\s][^<>]*>|\{[^{}\n]*\}|https?://\S+|\[\^[^\]]*\]")
_FEWEST_LETTERS = 12
_FEWEST_WORDS = 6
_FEWEST_SAME = 3
"""Words that a block must have for its being the same in two languages to say anything."""
_KNOWN = 0.5
"""The share of words that a dictionary must know: of published prose it knows nine in ten, of a neighbour's two to four."""
_SHORT = 2  # letters at most in words that say nothing of their language


class Written(NamedTuple):
    """A text that a file would write: its source, and the same block in the other languages of the site, by language."""

    text: str
    source: str
    others: Sequence[tuple[str, str]]


Knows = Callable[[str], bool]
"""Whether a dictionary has a word."""


def foreign(texts: Sequence[Written], language: str, dictionary: Callable[[str], Knows | None]) -> str:
    """Return why these texts are in another language, for a message (“they are …”); empty where nothing says so.

    ``dictionary`` gives that of a language (None: there is none); it is asked where nothing else tells.
    """
    words = [word for each in texts for word in _own_words(each)]
    evidence: Sequence[Callable[[], str]] = (
        lambda: _as_elsewhere(texts),
        lambda: _in_another_script(words, language),
        lambda: _with_letters_of_others(words, language),
        lambda: _unknown(words, dictionary(language)),
    )
    return next(filter(None, (judge() for judge in evidence)), "")


def _own_words(each: Written) -> list[str]:
    there = set(map(str.lower, WORD.findall(normal(each.source))))
    text = _LINK.sub(" ", without_code(each.text))
    return [word for word in WORD.findall(normal(text)) if word.lower() not in there]


def _as_elsewhere(texts: Sequence[Written]) -> str:
    """Find texts that another language's page has letter for letter."""
    telling = [each for each in texts if len(WORD.findall(running_text(each.text))) >= _FEWEST_SAME]
    found = Counter(language for each in telling for language, text in each.others if same(each.text, text))
    language, count = found.most_common(1)[0] if found else ("", 0)
    return f"{count} of {len(texts)} stand in “{language}” just so" if 2 * count > len(telling) else ""


def _in_another_script(words: Sequence[str], language: str) -> str:
    letters = "".join(words)
    if len(letters) < _FEWEST_LETTERS or neighbours_letters(language) is None:
        return ""
    own, other = (LATIN, "Cyrillic") if language == "en" else (CYRILLIC, "Latin")
    share = len(own.findall(letters)) / len(letters)
    return f"most of their letters are {other}, or of another script" if share < 0.5 else ""


def _with_letters_of_others(words: Sequence[str], language: str) -> str:
    """Find letters that the language lacks in more words than its own peculiar letters stand in."""
    lacking = neighbours_letters(language)
    strange = [word for word in words if lacking and lacking.search(word)]
    others = [FOREIGN[each] for each in ("ru", "uk") if each != language and language in ("ru", "uk")]
    own = sum(any(letters.search(word) for letters in others) for word in words)
    if len(words) >= _FEWEST_WORDS - 2 and len(strange) >= 2 and len(strange) > own:
        return f"{len(strange)} of their {len(words)} words have letters that it lacks ({', '.join(strange[:3])})"
    return ""


def _unknown(words: Sequence[str], knows: Knows | None) -> str:
    telling = list(dict.fromkeys(word for word in words if word.islower() and len(word) > _SHORT))
    if len(telling) < _FEWEST_WORDS or knows is None:
        return ""
    known = sum(map(knows, telling))
    return f"a dictionary has {known} of their {len(telling)} words" if known < _KNOWN * len(telling) else ""


def dictionary_of(language: str) -> Knows | None:
    """Return the dictionary of a language. It takes seconds to load, so one is to serve all files of an import."""
    if found := speller(language):
        return found.knows
    reader = Lemmatizer()
    return (lambda word: reader.has(word, language)) if language in ("ru", "uk") else None
