"""Files of a corpus, broken: pieces taken out, doubled, exchanged, of another file, words of the format put in."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.fuzzing.targets import Target

CORPUS = Path(__file__).resolve().parents[1] / "cases/fuzzing"
LONGEST = 6_000  # bytes: what goes wrong does so in short files, and these are quick


def corpus(target: Target) -> list[bytes]:
    """Return the files that are kept for a reader, in an order that stays."""
    return [file.read_bytes()[:LONGEST] for file in sorted((CORPUS / target.name).iterdir())]


def broken(chance: random.Random, files: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    """Return one of the files after one to eight changes."""
    content = chance.choice(files)
    for _ in range(chance.randint(1, 8)):
        content = chance.choice(_CHANGES)(content, chance, files, words)
    return content[:LONGEST]


_Change = Callable[[bytes, random.Random, Sequence[bytes], Sequence[bytes]], bytes]


def _span(content: bytes, chance: random.Random) -> tuple[int, int]:
    begin = chance.randint(0, len(content))
    return begin, min(len(content), begin + chance.choice((1, 2, 8, 40, 200)))


def _take_out(content: bytes, chance: random.Random, files: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    begin, end = _span(content, chance)
    return content[:begin] + content[end:]


def _repeat(content: bytes, chance: random.Random, files: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    begin, end = _span(content, chance)
    return content[:begin] + content[begin:end] * chance.choice((2, 3, 50)) + content[end:]


def _put_in(content: bytes, chance: random.Random, files: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    place, word = chance.randint(0, len(content)), chance.choice(words)
    return content[:place] + word * chance.choice((1, 1, 1, 2, 60)) + content[place:]


def _change_a_byte(content: bytes, chance: random.Random, files: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    place = chance.randint(0, len(content))
    return content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]


def _of_another(content: bytes, chance: random.Random, files: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    other = chance.choice(files)
    begin, end = _span(other, chance)
    place = chance.randint(0, len(content))
    return content[:place] + other[begin:end] + content[place:]


def _cut_off(content: bytes, chance: random.Random, files: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    return content[: chance.randint(0, len(content))]


_CHANGES: tuple[_Change, ...] = (_take_out, _repeat, _put_in, _put_in, _put_in, _change_a_byte, _of_another, _cut_off)
