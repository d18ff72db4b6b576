"""What the rules on pairs know of the languages of a library: dictionaries, the words of its glossary, its own words."""

import json
from collections.abc import Iterable, Iterator, Mapping

from tlumach.checks.pairs.pair import Knowledge
from tlumach.languages.lemmas import DICTIONARIES, Lemmatizer, english_plurals
from tlumach.languages.lemmas import words as words_of
from tlumach.languages.spelling import speller
from tlumach.languages.word_lists import EMPTY, WordList, file_of, line_of_model, read_word_list
from tlumach.library import Library
from tlumach.problems import Code, Problem
from tlumach.tasks.tasks import Task, TaskRunner
from tlumach.terms.glossary import terms_in


def knowledge_of(library: Library, words: bool, runner: TaskRunner | None = None) -> Mapping[str, Knowledge]:
    """Return what the rules know of each language of a library: the words of its glossary, and dictionaries if ``words``.

    With ``runner`` the glossary is read only where it has changed.
    """
    lemmatizer = Lemmatizer() if words else None
    names = _names_of_terms(library, runner)
    return {language: _knowledge(library, language, names[language], lemmatizer) for language in names}


def _names_of_terms(library: Library, runner: TaskRunner | None) -> dict[str, list[str]]:
    """Return the names of the glossary's terms in each language."""
    languages = library.settings.languages
    if runner is None:
        return {language: _names_in(library, language) for language in languages}
    kind = Task[str](
        "names of terms",
        lambda language: (language, library.around_glossary),
        lambda language: json.dumps(_names_in(library, language), ensure_ascii=False).encode(),
        is_small=True,
    )
    return dict(zip(languages, runner.made(kind, languages, lambda _, made: json.loads(made)), strict=True))


def _names_in(library: Library, language: str) -> list[str]:
    return [name for term in terms_in(library, language) for name in (term.term, term.short, *term.forms)]


def glossary_words(names: Iterable[str], language: str, lemmatizer: Lemmatizer | None = None) -> frozenset[str]:
    """Return the words of the names of terms in a language, in lower case: spelling lets them be.

    With a ``lemmatizer`` also the other forms of words that its dictionaries lack, as far as they can be guessed.
    """
    found = frozenset(word.text.lower() for name in names for word in words_of(name, language))
    return found.union(*(_forms(word, language, lemmatizer) for word in found)) if lemmatizer else found


def wrong_in_lists(library: Library, known: Mapping[str, Knowledge]) -> Iterator[Problem]:
    """Yield what is wrong with the project's lists of words."""
    for language, text in library.word_lists.items():
        file, own = file_of(language), read_word_list(text)
        for line in own.malformed:
            message = (
                "this line is no word, and no word with one that it is inflected like. Write `токен` or `токен/диван`."
            )
            yield Problem(file, line, Code.SPELLING, message)
        speller = known[language].spelling(language) if language in known else None
        for word, model in own.models if speller else ():
            if speller and not speller.knows(model):
                message = f"the dictionary does not have “{model}”, so it cannot tell the forms of “{word}”. Name a word that it has."
                yield Problem(file, line_of_model(text, (word, model)), Code.SPELLING, message)


def _knowledge(library: Library, language: str, terms: Iterable[str], lemmatizer: Lemmatizer | None) -> Knowledge:
    own = read_word_list(library.word_lists.get(language, "")) if language in library.word_lists else EMPTY
    names = glossary_words(terms, language, lemmatizer) | _own_names(own)
    settings = library.settings
    dictionaries = {each: named for each in settings.languages if (named := settings.dictionaries(each))}
    spellers = {language: speller(language, own=own, named=dictionaries.get(language, ()))} if own.models else {}
    return Knowledge(lemmatizer, names, spellers, hosts=settings.localized_hosts, dictionaries=dictionaries)


def _own_names(own: WordList) -> frozenset[str]:
    """Return the project's words in lower case; with their models, so that what depends on them is told apart."""
    models = (f"{word}/{model}" for word, model in own.models)
    return frozenset([*(word.lower() for word in own.words), *models])


def _forms(word: str, language: str, lemmatizer: Lemmatizer) -> frozenset[str]:
    if language == "en":
        return frozenset(english_plurals(word))
    if language not in DICTIONARIES or lemmatizer.has(word, language):
        return frozenset()
    return lemmatizer.forms(word, language)
