"""The rules that read words with a dictionary, path by path: what they found on pages that have not changed is remembered."""

import json

from tlumach.checks.term_renderings import check_avoided_forms, check_term_renderings
from tlumach.problems import Problem, as_row, from_row
from tlumach.term_words import TermWords
from tlumach.tracking import Tracker
from tlumach.works import Kind, Works

RULES = (check_avoided_forms, check_term_renderings)


def problems_with_words(tracker: Tracker, works: Works | None) -> list[Problem]:
    """Return what these rules find; with ``works``, only changed pages are looked at, or all when a term has changed."""
    words = TermWords(tracker.library)
    if works is None:
        return found_under(tracker, words, tracker.library.paths)
    languages = tracker.library.settings.languages
    terms = works.cache.key("terms", [list(words.terms(language).values()) for language in languages])
    kind = Kind[str](
        "words",
        lambda path: (path, terms, tracker.library.around(path), _given(tracker, path)),
        lambda path: json.dumps(
            [as_row(each) for each in found_under(tracker, words, [path])], ensure_ascii=False
        ).encode(),
    )
    found = works.made(
        kind, works.own(tracker.library.paths), lambda _, made: [from_row(*row) for row in json.loads(made)]
    )
    return [problem for some in found for problem in some]


def found_under(tracker: Tracker, words: TermWords, paths: list[str]) -> list[Problem]:
    """Return what these rules find on the pages of these paths; ``words`` are those of the glossary."""
    return [problem for rule in RULES for problem in rule(tracker, words, paths)]


def _given(tracker: Tracker, path: str) -> list[str | None]:
    """Return the texts that the pages of a path are about: what stands there is nobody's rendering."""
    library = tracker.library
    return [library.given_texts.get(str(page.meta.get("source_text"))) for page in library.under([path])]
