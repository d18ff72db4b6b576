"""What the neighbours of a word say it is: which of its readings can stand there.

Only what is certain or nearly so is decided. Where nothing is left, nothing is decided.
"""

from collections.abc import Callable, Mapping, Sequence

from tlumach.languages.lemmas import Reading

Readings = tuple[Reading, ...]
_PREPOSITION_REACH = 4
"""How many words before a noun its preposition may stand: «в новом международном праве»."""
_PERSONS = frozenset(
    ["я", "ты", "он", "она", "оно", "мы", "вы", "они", "кто", "ти", "він", "вона", "воно", "ми", "ви", "вони", "хто"]
)
_ADJECTIVES = frozenset({"adjective", "participle"})


def _governed(**prepositions: str) -> Mapping[str, frozenset[str]]:
    return {word: frozenset(cases.split("_")) for cases, line in prepositions.items() for word in line.split()}


_CASES: Mapping[str, Mapping[str, frozenset[str]]] = {
    "ru": _governed(
        gent="без до для из от у около против ради после вместо кроме среди насчет вокруг возле",
        datv="к ко благодаря вопреки согласно",
        accs="про через сквозь",
        ablt="над перед между",
        loct="при",
        accs_loct="в во на о об обо",
        accs_ablt="за под",
        gent_accs_ablt="с со",
        datv_accs_loct="по",
    ),
    "uk": _governed(
        gent="без до для від біля проти після замість крім серед навколо щодо",
        datv="завдяки всупереч",
        accs="про через крізь",
        ablt="над перед між",
        loct="при",
        gent_accs_loct="в у",
        accs_loct="на по",
        gent_accs_ablt="з із зі за",
        accs_ablt="під",
    ),
}
"""The cases that each preposition takes."""


def agree(adjective: Reading, noun: Reading) -> bool:
    """Tell whether the adjective can belong to the noun; after two, three and four its number is not the noun's."""
    if adjective.number == "plur" and (noun.number, noun.case) == ("sing", "gent"):
        return adjective.case in ("nomn", "gent", "accs")
    if not adjective.case or not noun.case:
        return True
    same_gender = noun.number == "plur" or not (adjective.gender and noun.gender) or adjective.gender == noun.gender
    return adjective.case == noun.case and adjective.number == noun.number and same_gender


def possible(word: Readings, before: Sequence[tuple[str, Readings]], after: Readings, language: str) -> Readings:
    """Return the readings of a word that its neighbours allow.

    ``before`` are the words before it in its sentence or part of one, the nearest last, with their readings; ``after``
    the readings of the next word (none at the end of a sentence).
    """
    cases = _CASES.get(language, {})
    last, last_readings = before[-1] if before else ("", ())
    governed = cases.get(last)
    if not any("loct" in cases.get(each, ()) for each, _ in before[-_PREPOSITION_REACH:]):
        word = _kept(word, lambda each: each.case != "loct")
    if governed:
        return _kept(word, lambda each: each.case in governed)
    genders = {each.gender for each in last_readings if each.kind == "numeral"}
    if any(genders):
        word = _kept(word, lambda each: each.gender in genders)
    elif any(each.kind in _ADJECTIVES for each in last_readings):
        word = _kept(word, lambda each: each.kind == "noun" and _agrees_with_any(last_readings, each))
    elif any(_is_subject(last, last_readings, each) for each in word):
        return tuple(each for each in word if _is_subject(last, last_readings, each))
    elif _wants_subject(before, last_readings):
        word = _kept(word, lambda each: each.case == "nomn")
    elif last_readings and all(each.kind == "noun" for each in last_readings):
        word = _kept(word, lambda each: each.case == "gent")  # «бутылка вина», «визит премьера»
    nouns = tuple(each for each in after if each.kind == "noun")
    return _kept(word, lambda each: each.kind == "adjective" and any(agree(each, noun) for noun in nouns))


def _kept(readings: Readings, rule: Callable[[Reading], bool]) -> Readings:
    return tuple(each for each in readings if rule(each)) or readings


def _agrees_with_any(adjectives: Readings, noun: Reading) -> bool:
    return any(each.kind in _ADJECTIVES and agree(each, noun) for each in adjectives)


def _wants_subject(before: Sequence[object], last: Readings) -> bool:
    """At the beginning of a sentence and after a verb without an object: «Премьера…», «состоялась премьера»."""
    return not before or (bool(last) and all(each.kind == "verb" and each.is_intransitive for each in last))


def _is_subject(last: str, readings: Readings, word: Reading) -> bool:
    """Whether the word before can be the subject of a short adjective or a verb: «он прав», «не прав», «цены стали»."""
    if last == "не" or any(each.lemma in ("быть", "бути") and each.kind == "verb" for each in readings):
        return word.kind == "short"
    if word.kind not in ("short", "verb"):
        return False
    if last in _PERSONS:
        return True
    plurals = [each for each in readings if each.kind == "noun" and each.case == "nomn" and each.number == "plur"]
    return word.kind == "verb" and word.number == "plur" and bool(plurals)
