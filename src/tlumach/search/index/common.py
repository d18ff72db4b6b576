"""The commonest words of a site's texts, each of which is shipped as one letter, so that short texts need few bytes.

Compression finds repetitions within a file only, and each file of the index holds the text of one page. So the words are
counted in some pages, chosen by their paths alone: a page that is not among them may change without a change of the list.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

SAMPLED = 64
"""Pages whose words are counted."""
CODES = "#$&*<>@^{|}" + "".join(map(chr, [*range(0x180, 0x2B0), *range(0x370, 0x400)]))
"""What stands for a common word; where a text itself has one of these, or :data:`ESCAPE`, the latter goes before it."""
ESCAPE = "~"
_WORD = re.compile(r" ?[^\W_]+")
_IN_THE_WAY = re.compile(f"[{re.escape(ESCAPE + CODES)}]")
_TOKEN = re.compile(rf"{_WORD.pattern}|.", re.DOTALL)
_LEAST_SAVED = 24  # bytes before compression: what the word itself costs in the list


def sample(paths: Iterable[str]) -> list[str]:
    """Return the paths of the pages whose words are counted."""
    return sorted(paths, key=lambda path: hashlib.sha256(path.encode()).digest())[:SAMPLED]


def counted(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in texts, by the word with the space before it."""
    return Counter(word for text in texts for word in _WORD.findall(text))


def common_words(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the words worth a code, of those counted; the frequent ones first, so that their codes are alike."""
    saved = {word: count * (len(word.encode()) - 2) for word, count in counts.items()}
    worth = sorted(
        (word for word, bytes in saved.items() if bytes > _LEAST_SAVED), key=lambda word: (-saved[word], word)
    )
    # the order is by the magnitude of the count alone, so that few edits of a page change it
    return tuple(sorted(worth[: len(CODES)], key=lambda word: (-counts[word].bit_length(), word)))


class Shortener:
    """Writes texts with one letter for each common word. What stands between spaces is looked at once, however often it does."""

    def __init__(self, words: Sequence[str]) -> None:
        """Make a shortener by these words, in the order of their codes."""
        codes = dict(zip(words, CODES, strict=False))
        self._first, self._others = _Pieces(codes, ""), _Pieces(codes, " ")

    def shortened(self, text: str) -> str:
        """Return a text with each common word as its code."""
        first, *others = text.split(" ")
        return self._first[first] + "".join(map(self._others.__getitem__, others))


class _Pieces(dict[str, str]):
    """What is written for a piece of text: the codes of its words; what could be taken for a code is escaped."""

    def __init__(self, codes: Mapping[str, str], before: str) -> None:
        self._codes, self._before = codes, before

    def __missing__(self, piece: str) -> str:
        self[piece] = found = "".join(map(self._written, _TOKEN.findall(self._before + piece)))
        return found

    def _written(self, token: str) -> str:
        return self._codes.get(token) or _IN_THE_WAY.sub(lambda match: ESCAPE + match[0], token)
