"""What the spelling dictionaries said of the words of a path, kept from run to run: after an edit most words are as they were.

To ask anew takes longer than all rules together: a word is looked for in files of megabytes, or they are loaded for it.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tlumach.checks.pairs.pair import Knowledge
from tlumach.tasks.cache import Cache

_KIND = "answers of dictionaries"


class KeptAnswers:
    """Gives the spellers what was answered when a path was last looked at, and keeps what they answer now."""

    def __init__(self, cache: Cache, told: str, known: Mapping[str, Knowledge]) -> None:
        """Keep it in a cache; ``told`` tells the dictionaries and the project's words from others."""
        self._cache, self._told = cache, told
        self._spellers = {each: speller for each in known if (speller := known[each].spelling(each))}

    @contextmanager
    def of(self, path: str) -> Iterator[None]:
        """Do it for what is asked of the words of a path within the context."""
        key = self._cache.key(_KIND, (path, self._told))
        kept = self._cache.fetch([key]).get(key, b"{}")
        for language, answers in json.loads(kept).items():
            self._spellers[language].take(answers)
        for speller in self._spellers.values():
            speller.given()  # what was asked of other paths
        yield
        given = {language: speller.given() for language, speller in self._spellers.items()}
        made = json.dumps(given, ensure_ascii=False).encode()
        if made != kept:
            self._cache.keep(_KIND, {key: made})
