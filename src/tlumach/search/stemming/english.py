"""The forms of an English word, by the rules of its spelling and a table of those that no rule makes."""

from tlumach.languages.lemmas import Lemmatizer
from tlumach.search.stemming.endings import Endings, endings

_VOWELS = frozenset("aeiou")


def english_forms(word: str, lemmatizer: Lemmatizer) -> frozenset[str]:
    """Return the forms of an English word by the rules of its spelling, and those that no rule makes."""
    table = endings("en")
    dictionary_forms = lemmatizer.lemmas(word, "en")
    bases = (dictionary_forms - {word} or {word}) | _positives(word, table)
    related = {kin for group in table.kin if not group.isdisjoint({word, *dictionary_forms}) for kin in group}
    return frozenset({word} | related | {form for base in bases - related for form in _regular(base)})


def _regular(base: str) -> set[str]:
    ends = base[-1:]
    stem = base[:-1] if ends == "e" else base
    forms = {base, stem + "ed", stem + "ing"}
    if ends == "y":
        forms |= {base[:-1] + "ies", base[:-1] + "ied"}
    elif ends == "l":
        forms |= {base + "led", base + "ling"}  # travelled beside traveled
    return forms | {base + ("es" if ends in ("s", "x", "z", "h", "o") else "s")}


def _positives(word: str, table: Endings) -> set[str]:
    """Return what a word in -er or -est may be the comparative of: larger → large; biggest → big; easier → easy."""
    found: set[str] = set()
    for ending in table.late:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > table.least:
            found |= {stem + "e", stem}
            found |= {stem[:-1]} if stem[-1] == stem[-2] and stem[-1] not in _VOWELS else set()
            found |= {stem[:-1] + "y"} if stem[-1] == "i" else set()
    return found
