"""The rules that read words with a dictionary, path by path: what they found on pages that have not changed is remembered."""

from collections.abc import Sequence

from tlumach.checks.cached_problems import problems_of_paths
from tlumach.checks.term_renderings import check_avoided_forms, check_term_renderings
from tlumach.problems import Problem
from tlumach.tasks.cache import digest_of
from tlumach.tasks.tasks import Works
from tlumach.terms.site_matchers import TermWords
from tlumach.tracking import Tracker

RULES = (check_avoided_forms, check_term_renderings)


def problems_with_words(tracker: Tracker, works: Works | None) -> list[Problem]:
    """Return what these rules find; with ``works``, only changed pages are looked at, or all when a term has changed."""
    library, words = tracker.library, TermWords(tracker.library)
    terms = digest_of([list(words.terms(language).values()) for language in library.settings.languages])
    return problems_of_paths(
        "words",
        library.paths,
        lambda paths: found_under(tracker, words, paths),
        lambda path: (
            path,
            terms,
            library.around(path),
            [library.given_text_of(each) for each in library.under([path])],
        ),
        works,
    )


def found_under(tracker: Tracker, words: TermWords, paths: Sequence[str]) -> list[Problem]:
    """Return what these rules find on the pages of these paths; ``words`` are those of the glossary."""
    return [problem for rule in RULES for problem in rule(tracker, words, paths)]
