"""The forms of an English word, by the rules of its spelling and a table of those that no rule makes.

A verb and its other aspect, told by their endings: подписать, подписывать. The dictionary has them as two words.

Pairs that differ by a prefix (писать, написать) are left apart: nothing tells them from verbs of another meaning.
"""

from collections.abc import Iterator

from tlumach.languages.endings import Endings, endings
from tlumach.languages.lemmas import Lemmatizer

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
    elif ends == "l" or _doubles(base):
        forms |= {base + ends + "ed", base + ends + "ing"}  # banned; travelled beside traveled
    return forms | {base + ("es" if ends in ("s", "x", "z", "h", "o") else "s")}


def _doubles(base: str) -> bool:
    """Whether a word may double its last letter: a consonant after one vowel. Of one that does not (visit) nobody asks for it."""
    return len(base) > 2 and base[-1] not in _VOWELS | set("wxy") and base[-2] in _VOWELS and base[-3] not in _VOWELS


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


_KINDS = frozenset({"verb", "participle"})
_LEAST = 3  # letters before the ending: shorter verbs have namesakes (жить, жать)
_PAIRS = {
    "ru": (
        ("ывать", "ать"), ("ивать", "ить"), ("ивать", "ять"), ("авать", "ать"), ("евать", "еть"), ("ать", "ить"),
        ("ять", "ить"), ("лять", "ить"), ("щать", "тить"), ("щать", "стить"), ("чать", "тить"), ("ждать", "дить"),
        ("жать", "дить"), ("жать", "зить"), ("шать", "сить"),
    ),
    "uk": (
        ("увати", "ати"), ("увати", "ити"), ("ювати", "яти"), ("ювати", "ити"), ("авати", "ати"), ("ати", "ити"),
        ("яти", "ити"), ("ляти", "ити"), ("щати", "стити"), ("чати", "тити"), ("джати", "дити"), ("жати", "зити"),
        ("шати", "сити"),
    ),
}  # fmt: skip


def lexemes_of_other_aspect(word: str, language: str, lemmatizer: Lemmatizer) -> Iterator[frozenset[str]]:
    """Yield the forms of the verbs that are the other aspect of what a word may be a form of."""
    lemmas = {each.lemma for each in lemmatizer.readings(word, language) if each.kind in _KINDS and each.is_known}
    for other in {other for lemma in lemmas for other in _others(lemma, language)}:
        if is_known(other, "verb", language, lemmatizer):
            yield from lemmatizer.lexemes(other, language)


def is_known(lemma: str, kind: str, language: str, lemmatizer: Lemmatizer) -> bool:
    """Whether the dictionary has a word of this kind."""
    if not lemmatizer.has(lemma, language):  # nor would it be guessed at, which takes long
        return False
    readings = lemmatizer.readings(lemma, language)
    return any(each.lemma == lemma and each.kind == kind and each.is_known for each in readings)


def _others(lemma: str, language: str) -> Iterator[str]:
    for pair in _PAIRS.get(language, ()):
        for old, new in (pair, pair[::-1]):
            stem = lemma.removesuffix(old)
            if stem != lemma and len(stem) >= _LEAST:
                yield stem + new
