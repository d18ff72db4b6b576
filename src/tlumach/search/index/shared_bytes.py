"""What the pages of a site share in the search, as bytes and back, so that the glossary is not read again for it."""

import json

from tlumach.search.index.names import Name
from tlumach.search.index.shared import Shared


def shared_to_bytes(shared: Shared) -> bytes:
    """Write it."""
    names = {
        language: [(each.path, list(map(sorted, each.words)), sorted(each.silent), each.is_avoided) for each in some]
        for language, some in shared.names.items()
    }
    return json.dumps([names, dict(shared.common)], ensure_ascii=False).encode()


def shared_from_bytes(content: bytes) -> Shared:
    """Read what :func:`shared_to_bytes` wrote."""
    names, common = json.loads(content)
    return Shared(
        {
            language: tuple(
                Name(path, tuple(map(frozenset, words)), frozenset(silent), is_avoided)
                for path, words, silent, is_avoided in some
            )
            for language, some in names.items()
        },
        {language: tuple(words) for language, words in common.items()},
    )
