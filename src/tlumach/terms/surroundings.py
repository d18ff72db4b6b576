"""A word among the words of a text: what stands before it, after it and between them."""

import re
from dataclasses import dataclass

from tlumach.blocks.running_text import HIDDEN
from tlumach.languages.lemmas import Lemmatizer, Reading, Word
from tlumach.terms.forms import gap_key

_SENTENCE_END = re.compile(r"[.!?…:;–—()«»„“”\"\0]|\n[ \t]*\n")
_CLAUSE_END = re.compile(r"[.!?…:;–—«»„“”\"\0]|\n[ \t]*\n")  # in brackets the clause goes on: «в столице (Киеве)»

_CLAUSE_REACH = 12


@dataclass(frozen=True)
class Surroundings:
    """The word with an index among the words of a text."""

    text: str
    words: list[Word]
    index: int
    language: str
    lemmatizer: Lemmatizer

    def before(self) -> list[tuple[str, tuple[Reading, ...]]] | None:
        """Return the words before this one in its part of the sentence, four at most; None where they are hidden."""
        first = self.index
        while first > max(0, self.index - 4) and not _CLAUSE_END.search(self.between(first)):
            first -= 1
        if HIDDEN in self.between(first):
            return None
        return [(self.words[at].text.lower(), self.readings(at)) for at in range(first, self.index)]

    def after(self) -> tuple[Reading, ...]:
        """Return the readings of the next word; none where more than a space parts it from that."""
        following = self.index + 1
        if following == len(self.words) or gap_key(self.between(following)) != " ":
            return ()
        return self.readings(following)

    def clause_after(self) -> list[tuple[Reading, ...]]:
        """Return the readings of the words after this one in its part of the sentence, a dozen at most."""
        last = self.index + 1
        most = min(len(self.words), last + _CLAUSE_REACH)
        while last < most and not _CLAUSE_END.search(self.between(last)):
            last += 1
        return [self.readings(at) for at in range(self.index + 1, last)]

    def is_after_word(self) -> bool:
        """Tell whether nothing but a space parts it from the word before."""
        return self.index > 0 and gap_key(self.between(self.index)) == " "

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a word is the first of its sentence, or of a part of it."""
        return index == 0 or bool(_SENTENCE_END.search(self.between(index)))

    def between(self, index: int) -> str:
        """Return what stands between a word and the one before it."""
        return self.text[self.words[index - 1].end if index else 0 : self.words[index].start]

    def readings(self, index: int) -> tuple[Reading, ...]:
        """Return all that a word may be."""
        return self.lemmatizer.readings(self.words[index].text, self.language)
