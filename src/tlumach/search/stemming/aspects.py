"""A verb and its other aspect, told by their endings: подписать, подписывать. The dictionary has them as two words.

Pairs that differ by a prefix (писать, написать) are left apart: nothing tells them from verbs of another meaning.
"""

from collections.abc import Iterator

from tlumach.languages.lemmas import Lemmatizer

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


def forms_of_other_aspect(word: str, language: str, lemmatizer: Lemmatizer) -> frozenset[str]:
    """Return the forms of the verbs that are the other aspect of what a word may be a form of."""
    lemmas = {each.lemma for each in lemmatizer.readings(word, language) if each.kind in _KINDS and each.is_known}
    others = {other for lemma in lemmas for other in _others(lemma, language)}
    found = (lemmatizer.forms(other, language) for other in others if is_known(other, "verb", language, lemmatizer))
    return frozenset().union(*found)


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
