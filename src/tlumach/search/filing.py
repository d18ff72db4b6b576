"""The words of one language, filed: each form as it stands in the texts, its keys, and the rows that it stands in."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tlumach.search.keys import endings, fold, keys_of
from tlumach.search.rows import Rows
from tlumach.search.texts import searched_words
from tlumach.words import DICTIONARIES, Lemmatizer

Keys = frozenset[str]
_SHORT = 3
_VOWELS = frozenset("аеиіоуыэюяєїьй")
_SILENT_KINDS = frozenset({"pronoun", "preposition", "conjunction", "particle"})


@dataclass
class Filing:
    """What is filed of a language: rows and keys by form, the words of each row, and the words too common to be filed."""

    language: str
    rows: dict[str, list[int]] = field(default_factory=dict)
    keys: dict[str, Keys] = field(default_factory=dict)
    words: dict[int, list[str]] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)


def file_words(rows: Rows, language: str, lemmatizer: Lemmatizer) -> Filing:
    """File the words of all rows in a language."""
    filing = Filing(language)
    for number, row in enumerate(rows.rows):
        if text := row.texts.get(language):
            found = [form for word in searched_words(text, language) if (form := _known(word, filing, lemmatizer))]
            filing.words[number] = found
            _file(dict.fromkeys(found), number, filing)
    for number, path in enumerate(rows.paths[: rows.terms_count]):
        if term := rows.terms[language].get(path):
            avoided = " ".join(avoided.form for avoided in term.avoid)
            words = searched_words(avoided, language)
            _file((form for word in words if (form := _known(word, filing, lemmatizer))), number, filing)
    return filing


def keys_in(text: str, filing: Filing, lemmatizer: Lemmatizer) -> tuple[Keys, ...]:
    """Return the keys of the words of a text, those left out that are not filed."""
    forms = [_known(word, filing, lemmatizer) for word in searched_words(text, filing.language)]
    return tuple(filing.keys[form] for form in forms if form and form not in filing.silent)


def _file(forms: Iterable[str], number: int, filing: Filing) -> None:
    for form in forms:
        if form not in filing.silent:
            rows = filing.rows.setdefault(form, [])
            if not rows or rows[-1] < number:
                rows.append(number)
            elif number not in rows:
                rows.append(number)
                rows.sort()


def _known(word: str, filing: Filing, lemmatizer: Lemmatizer) -> str:
    """Return the form by which a word is filed, once its keys are known."""
    form = fold(word)
    if form and form not in filing.keys:
        filing.keys[form] = keys_of(word, filing.language, lemmatizer)
        if _is_silent(word, form, filing.language, lemmatizer):
            filing.silent.add(form)
    if form and _is_name(word, filing.language):
        filing.keys[form] |= {form}
    return form


def _is_name(word: str, language: str) -> bool:
    """Whether a word may be a name that takes endings which its namesake in the dictionary does not: Токаев, genitive of токай."""
    return language in DICTIONARIES and word[:1].isupper() and not word.isupper() and fold(word)[-1:] not in _VOWELS


def _is_silent(word: str, form: str, language: str, lemmatizer: Lemmatizer) -> bool:
    """Whether a word says so little that nobody looks for it: a preposition, a conjunction, a particle, a pronoun."""
    if language in DICTIONARIES:
        kinds = {each.kind for each in lemmatizer.readings(word, language)}
        is_short = len(form) <= _SHORT and kinds & _SILENT_KINDS  # “в” is a letter as well, “на” a verb in old books
        return not word.isupper() and bool(is_short or kinds <= _SILENT_KINDS)
    return form in endings(language).stop
