"""The keys of words as bytes, and back: so that a dictionary is loaded for new words alone."""

import json
from collections.abc import Iterable, Mapping

from tlumach.search.stemming.keys import Keys, Known
from tlumach.tasks.merge_tree import groups, things
from tlumach.tasks.tasks import Kind, Works

FEWEST = 64
"""Words whose keys are kept together, at least: those beside a new word are worked out again with it."""


def learn(keys: Keys, words: Mapping[str, Iterable[str]], name: str, works: Works) -> None:
    """Let ``keys`` know these words, given by language; ``name`` is that of the kind of thing under which they are kept."""
    items = [(language, some) for language, every in words.items() for some in groups(sorted(every), FEWEST)]
    kind = Kind[tuple[str, list[str]]](name, lambda item: item, lambda item: _to_bytes(keys, *item))
    for (language, some), made in zip(items, things(works, kind, items), strict=True):
        keys.known.update(zip(((language, word) for word in some), _from_bytes(made), strict=True))


def _to_bytes(keys: Keys, language: str, words: Iterable[str]) -> bytes:
    return json.dumps([keys.known_of(word, language) for word in words], ensure_ascii=False).encode()


def _from_bytes(content: bytes) -> Iterable[Known]:
    return (Known(is_silent, is_short, tuple(some)) for is_silent, is_short, some in json.loads(content))
