"""A project's own words for a language: `words/<language>.txt`, a word a line.

`токен` is right as it is written. `токен/диван` is right in every form that the dictionary gives «диван»: hunspell's own
way to teach a word. Lines that begin with `#`, and empty ones, say nothing.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tlumach.languages.lemmas import normal
from tlumach.languages.normal_form import normal_form

FOLDER = "words"
HEAD = """\
# Words that are right on this site, though no dictionary has them: one a line, or a word and one that it is inflected
# like (токен/диван). `tlumach check --add-words` adds those that it finds.
"""
_ENTRY = re.compile(r"(?P<word>[^\W\d_]+(?:['-][^\W\d_]+)*)(?:/(?P<model>[^\W\d_]+))?")


class WordList(NamedTuple):
    """Words that are right: those as they are written, and those that are inflected like another; lines that are neither."""

    words: frozenset[str] = frozenset()
    models: tuple[tuple[str, str], ...] = ()
    malformed: tuple[int, ...] = ()


EMPTY = WordList()


def file_of(language: str) -> str:
    """Return the file of a language's list, relative to the project's root."""
    return f"{FOLDER}/{language}.txt"


def read_word_list(text: str) -> WordList:
    """Read a list; a line that is no word is left out and its number, from 1, is told."""
    entries = dict(_entries(text))
    found = [match for match in entries.values() if match]
    return WordList(
        words=frozenset(match["word"] for match in found),
        models=tuple(dict.fromkeys((match["word"], match["model"]) for match in found if match["model"])),
        malformed=tuple(number for number, match in entries.items() if not match),
    )


def line_of_model(text: str, model: tuple[str, str]) -> int:
    """Return the line, from 1, on which a word stands with what it is inflected like."""
    return next(number for number, match in _entries(text) if match and (match["word"], match["model"]) == model)


def with_words(text: str, words: Iterable[str]) -> str:
    """Return the text of a list with more words after its own, in order; a list that is empty gets its head."""
    known = read_word_list(text).words
    new = sorted(
        {word for word in map(normal, words) if _ENTRY.fullmatch(word)} - known, key=lambda word: (word.lower(), word)
    )
    before = text or HEAD
    return before + ("" if before.endswith("\n") or not new else "\n") + "".join(f"{word}\n" for word in new)


def _entries(text: str) -> Iterator[tuple[int, re.Match[str] | None]]:
    for number, line in enumerate(text.splitlines(), 1):
        if (entry := normal(normal_form(line).text.removeprefix("\ufeff").strip())) and not entry.startswith("#"):
            yield number, _ENTRY.fullmatch(entry)
