"""The words of the bench in each language, and the phrases and sentences made of them.

A writer chooses by place in a list and never by language: writers of different languages that start from the same seed
make the same choices, and so write translations of one another.
"""

import datetime
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("ru", "uk", "en")
MORE_LANGUAGES = ("es", "fr")
"""Languages of which the bench has few words, those of which the checks read numbers: the rest are English, spelled otherwise."""
_OTHER_LETTERS = {
    "es": str.maketrans("aeioubcdfghklmnprstvw", "eiouadfghklmnprstvwbc"),
    "fr": str.maketrans("aeioubcdfghklmnprstvw", "ioueawcdbfhgklnmrpstz"),
}
_OWN_LABELS = {
    "es": {"money": "{number}\u00a0millones de dólares", "share": "{number}\u00a0%", "number": "Nº"},
    "fr": {"money": "{number}\u00a0millions de dollars", "share": "{number}\u00a0%", "number": "Nº"},
}
_MONTHS = {
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
}
_SYLLABLES = {
    "ru": ["ба", "во", "гу", "де", "жи", "зо", "ку", "лы", "ме", "ну", "по", "ры", "си", "ту", "фо", "ха", "це", "ша"],
    "uk": ["ба", "во", "гу", "де", "жи", "зо", "ку", "лі", "ме", "ну", "по", "рі", "си", "ту", "фо", "ха", "це", "ша"],
}
_LATIN = ["ba", "vo", "gu", "de", "ji", "zo", "ku", "ly", "me", "nu", "po", "ry", "si", "tu", "fo", "ha", "ce", "sha"]
SYLLABLES = 4
"""Of a made-up word: 18 of them make 104,976 words."""
FIRST_DAY, DAYS = datetime.date(2015, 1, 1), 4000
NO_BREAK = "\N{NO-BREAK SPACE}"
_GENDERS = "mfn"
HAPAX = 0.5
"""The part of made-up words that is taken from the whole vocabulary alike."""
_NOT_TO_PART = re.compile(r" (?=—)|(?<=\b[^\W\d_]) ")  # before a dash, after a word of one letter


@dataclass(frozen=True)
class Words:
    """The words of one language: lists by name, and single labels, such as that of a box."""

    language: str
    lists: Mapping[str, Sequence[str]]
    labels: Mapping[str, str]


def read_words(more: Sequence[str] = ()) -> dict[str, Words]:
    """Return the words of every language, and of some of ``MORE_LANGUAGES``."""
    lists: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "words.yml").read_text(encoding="utf-8"))
    labels = lists.pop("labels")
    words = {
        language: Words(
            language,
            {name: [entry[place] for entry in entries] for name, entries in lists.items()},
            {name: entry[place] for name, entry in labels.items()},
        )
        for place, language in enumerate(LANGUAGES)
    }
    return words | {language: _respelled(words["en"], language) for language in more}


def _respelled(words: Words, language: str) -> Words:
    """Return words with other letters, but what is to be filled in (`{who}`) as it is."""

    def other(text: str) -> str:
        return re.sub(r"\{\w+\}|[^{}]+", lambda part: part[0] if part[0][0] == "{" else _with_letters(part[0]), text)

    def _with_letters(text: str) -> str:
        return text.translate(_OTHER_LETTERS[language])

    lists = {name: [other(entry) for entry in entries] for name, entries in words.lists.items()}
    labels = {name: other(label) for name, label in words.labels.items()}
    return Words(language, lists | {"months": _MONTHS[language]}, labels | _OWN_LABELS[language])


def made_up(number: int, language: str) -> str:
    """Return the word of a number, of ``SYLLABLES`` syllables, in the letters of a language."""
    syllables = _SYLLABLES.get(language, _LATIN)
    places = (number // len(syllables) ** place % len(syllables) for place in range(SYLLABLES))
    return "".join(syllables[place] for place in places)


class Phrases:
    """Phrases of one language, chosen by a seeded random; ``choose`` depends on the seed alone, never on the language."""

    def __init__(self, words: Words, seed: str, vocabulary: int = 0) -> None:
        """Begin anew: the same seed gives the same choices. ``vocabulary``: so many made-up words are used beside the lists."""
        self.words, self.vocabulary = words, vocabulary
        self.choose = random.Random(seed)

    def subject(self) -> str:
        """Return who acts: adjective, noun and owner in the nominative, without an article."""
        noun, _, gender = self._any("subjects").partition(" ")
        adjective = self._adjective(gender)
        return f"{adjective} {noun} {self._rare()}{self._any('owners')}"

    def object(self) -> str:
        """Return what is acted on: adjective and noun in the accusative, without an article."""
        return f"{self._adjective('m')} {self._any('objects')}"

    def day(self) -> datetime.date:
        """Return a day."""
        return FIRST_DAY + datetime.timedelta(days=self.choose.randrange(DAYS))

    def date(self) -> str:
        """Return a day as it stands in a sentence."""
        day = self.day()
        year = {"ru": f"{NO_BREAK}года", "uk": f"{NO_BREAK}року"}.get(self.words.language, "")
        return f"{day.day}{NO_BREAK}{self.words.lists['months'][day.month - 1]} {day.year}{year}"

    def money(self) -> str:
        """Return a sum of money."""
        return self.words.labels["money"].format(number=self._number(1, 9999))

    def share(self) -> str:
        """Return a share in per cent."""
        return self.words.labels["share"].format(number=self._number(1, 99))

    def sentence(self, what: str = "") -> str:
        """Return a sentence without its full stop; ``what`` stands for the object, where it is given."""
        made = self._any("sentences").format(
            who=self.subject(),
            whom_we_hear=self.subject(),
            does=self._any("verbs"),
            what=what or self.object(),
            how=self._any("manners"),
            date=self.date(),
            money=self.money(),
            share=self.share(),
        )
        return capitalised(_NOT_TO_PART.sub(NO_BREAK, made))

    def _rare(self) -> str:
        """Return a made-up word, the first ones more often: as in a text, half of them stand there once."""
        if not self.vocabulary:
            return ""
        number = min(int(self.vocabulary ** self.choose.random() * 1.5), self.vocabulary - 1)
        if self.choose.random() < HAPAX:
            number = self.choose.randrange(self.vocabulary)
        return f"{made_up(number, self.words.language)} "

    def _any(self, name: str) -> str:
        return self.choose.choice(self.words.lists[name])

    def _adjective(self, gender: str) -> str:
        stem, *endings = self._any("adjectives").split()
        return stem + endings[_GENDERS.index(gender)] if endings else stem

    def _number(self, lowest: int, highest: int) -> str:
        number = f"{self.choose.randint(lowest * 10, highest * 10) / 10:,.1f}"
        return number if self.words.language == "en" else number.replace(",", NO_BREAK).replace(".", ",")


def capitalised(text: str) -> str:
    """Return the text with its first letter large, be it in quotation marks or in a link; one that begins with a figure stays."""
    return re.sub(r"^([^\w]*)([^\W\d_])", lambda match: match[1] + match[2].upper(), text)
