"""The rules that look at the pages of one path at a time, in all its languages: on all paths, or on one that is edited.

What they found on pages that have not changed is taken from the cache. Those that read words with a dictionary stand apart:
they take longer than all others.
"""

import json
from collections.abc import Callable, Sequence

from tlumach.checks.citations import check_citations
from tlumach.checks.front_matter import check_front_matter
from tlumach.checks.given_text import check_given_text
from tlumach.checks.habits import habits_once
from tlumach.checks.link_targets import check_links
from tlumach.checks.pairs.knowledge import knowledge_of
from tlumach.checks.pairs.runner import problems_of_path
from tlumach.checks.rendered_blocks import check_box_titles, check_rendered_blocks
from tlumach.checks.safety import check_safety
from tlumach.checks.shape import check_pictures, check_shape
from tlumach.checks.term_renderings import check_avoided_forms, check_term_renderings
from tlumach.checks.terms import check_definitions, check_same_forms, check_term_links
from tlumach.checks.translations import check_freshness, check_translations
from tlumach.languages.own_language import NOT_CHECKED
from tlumach.library import Library
from tlumach.library.pages import GLOSSARY
from tlumach.problems import Problem, as_row, from_row
from tlumach.tasks.cache import digest_of
from tlumach.tasks.tasks import Task, TaskRunner
from tlumach.terms.site_matchers import TermWords
from tlumach.tracking import Tracker

Find = Callable[[Sequence[str]], list[Problem]]
RULES = (
    check_shape,
    check_pictures,
    check_rendered_blocks,
    check_front_matter,
    check_translations,
    check_citations,
    check_safety,
    check_given_text,
    check_definitions,
    check_box_titles,
)
RULES_ON_GLOSSARY = (check_same_forms,)
RULES_ON_BLOCKS = (check_links, check_freshness, check_term_links)
RULES_ON_WORDS = (check_avoided_forms, check_term_renderings)


def problems_by_path(tracker: Tracker, runner: TaskRunner | None) -> list[Problem]:
    """Return what these rules find; with ``runner``, only pages that have changed, or that link to such, are looked at."""
    return problems_of_paths(
        "problems",
        tracker.library.paths,
        lambda paths: found_under(tracker, paths),
        lambda path: _inputs(tracker, path),
        runner,
    )


def problems_of_glossary(library: Library, runner: TaskRunner | None) -> list[Problem]:
    """Return what the rules on the glossary as a whole find; with ``runner``, it is read only where it has changed."""
    return problems_of_paths(
        "glossary",
        [GLOSSARY],
        lambda _: [problem for rule in RULES_ON_GLOSSARY for problem in rule(library)],
        lambda _: library.around_glossary,
        runner,
    )


def problems_with_words(tracker: Tracker, runner: TaskRunner | None) -> list[Problem]:
    """Return what these rules find; with ``runner``, only changed pages are looked at, or all when a term has changed."""
    library, words = tracker.library, TermWords(tracker.library)
    terms = digest_of([list(words.terms(language).values()) for language in library.settings.languages])
    return problems_of_paths(
        "words",
        library.paths,
        lambda paths: found_with_words(tracker, words, paths),
        lambda path: (
            path,
            terms,
            library.settings.told(without=NOT_CHECKED),
            library.around(path),
            [library.given_text_of(each) for each in library.under([path])],
        ),
        runner,
    )


def problems_of_paths(
    name: str, paths: Sequence[str], find: Find, inputs: Callable[[str], object], runner: TaskRunner | None
) -> list[Problem]:
    """Return what ``find`` finds on the pages of these paths; with ``runner``, only of this part, and only where it is not kept.

    ``name`` is the kind of thing that is kept; ``inputs`` returns all that the rules see of a path.
    """
    if runner is None:
        return find(paths)
    kind = Task[str](name, inputs, lambda path: _to_bytes(find([path])), is_small=True)
    found = runner.made(kind, runner.own(paths), lambda _, made: _from_bytes(made))
    return [problem for some in found for problem in some]


def found_under(tracker: Tracker, paths: Sequence[str]) -> list[Problem]:
    """Return what these rules find on the pages of these paths."""
    found = [problem for rule in RULES for problem in rule(tracker.library, paths)]
    return found + [problem for rule in RULES_ON_BLOCKS for problem in rule(tracker, paths)]


def found_with_words(tracker: Tracker, words: TermWords, paths: Sequence[str]) -> list[Problem]:
    """Return what these rules find on the pages of these paths; ``words`` are those of the glossary."""
    return [problem for rule in RULES_ON_WORDS for problem in rule(tracker, words, paths)]


class PathChecker:
    """Checks the pages of one path at a time; the words of the glossary and the dictionaries are read once."""

    def __init__(self, library: Library) -> None:
        """Take the glossary from that library: the pages that are checked may have been edited since."""
        self._known, self._words = knowledge_of(library, words=True), TermWords(library)

    def problems(self, tracker: Tracker, path: str) -> list[Problem]:
        """Return what is wrong with the pages of a path, in order."""
        found = [
            *found_under(tracker, [path]),
            *found_with_words(tracker, self._words, [path]),
            *problems_of_path(tracker, path, self._known),
        ]
        return habits_once(tracker.library.settings.findings.settle(found).problems, tracker.library)


def _inputs(tracker: Tracker, path: str) -> object:
    """Return all that the rules see: the pages, the given text, what their links lead to, and, for a hint, what else there is."""
    library, pages = tracker.library, list(tracker.library.under([path]))
    linked = list(dict.fromkeys(target for page in pages for target in tracker.facts(page).pages))
    files = [f"{page.language}/{page.target_of(file)}" for page in pages for file in tracker.facts(page).files]
    there = [file in library.other_files for file in files]
    texts = [library.given_text_of(page) for page in pages]
    is_whole = all(there) and all(library.shown_page(page.language, target) for page in pages for target in linked)
    return (
        path,
        library.around(path),
        library.settings.told(without=NOT_CHECKED),
        [library.around(each) for each in linked],
        there,
        texts,
        is_whole or (library.paths, sorted(library.other_files)),
    )


def _to_bytes(problems: list[Problem]) -> bytes:
    return json.dumps([as_row(each) for each in problems], ensure_ascii=False).encode()


def _from_bytes(made: bytes) -> list[Problem]:
    return [from_row(*row) for row in json.loads(made)]
