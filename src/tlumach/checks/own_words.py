"""Putting words that no dictionary knows on the project's lists: what a person says is right is not asked again."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tlumach.checks.pairs.spelling.once import unknown_words
from tlumach.languages.word_lists import file_of, with_words
from tlumach.library import Library
from tlumach.problems import Level, Problem


class Added(NamedTuple):
    """The new contents of the lists, by file; how many words each gets; and the words left out, which are likely slips."""

    contents: Mapping[str, bytes]
    counts: Mapping[str, int]
    slips: list[str]


def with_unknown_words(library: Library, problems: Iterable[Problem]) -> Added:
    """Return the lists of words with those that spelling found; what is likely a slip of the pen is left to be mended."""
    languages = {page.file: page.language for page in library.pages.values()}
    found: dict[str, dict[str, None]] = {}
    slips: list[str] = []
    for problem in problems:
        for path, word in unknown_words([problem]):
            if problem.level is not Level.INFO:
                slips.append(word)
            elif language := languages.get(path):
                found.setdefault(language, {})[word.lower()] = None
    contents = {
        file_of(language): with_words(library.word_lists.get(language, ""), words).encode()
        for language, words in sorted(found.items())
    }
    return Added(contents, {file_of(language): len(words) for language, words in found.items()}, slips)
