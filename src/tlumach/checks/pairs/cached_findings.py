"""The findings of the rules on pairs, page by page: those of a page that has not changed are remembered."""

import json
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass

from tlumach.checks.pairs.findings import Compared, PairFindings, of_source, of_translation
from tlumach.checks.pairs.pair import Knowledge
from tlumach.checks.pairs.pairing import Sides
from tlumach.checks.pairs.spelling.answers import KeptAnswers
from tlumach.languages.dictionaries import names_of, states
from tlumach.languages.own_language import NOT_CHECKED
from tlumach.problems import as_row, from_row
from tlumach.tasks.tasks import Task, TaskRunner
from tlumach.tracking import Tracker

FoundIn = Mapping[str, list[PairFindings]]
"""What was found in the page of each language under one path."""


@dataclass(frozen=True)
class Finder:
    """Finds what is wrong with the pages of a path; ``known`` is what the rules know of each language."""

    tracker: Tracker
    known: Mapping[str, Knowledge]

    def found(self, path: str) -> FoundIn:
        """Return what is wrong with the source page and with each translation beside it."""
        settings, sides = self.tracker.library.settings, Sides()
        source = self.tracker.library.origin(path)
        ids = self.tracker.source_ids(path)
        known = self.known[settings.source]
        found = {settings.source: of_source(source, ids, known, sides) if source else []}
        for language in settings.translations:
            if tracked := self.tracker.track(language, path):
                found[language] = of_translation(tracked, self.known[language], sides)
        return found

    def all_found(self, runner: TaskRunner) -> list[FoundIn]:
        """Return the same for the paths of the library, in order; what is known from before is not looked for again."""
        told = runner.cache.key("knowledge", self._told())
        reads_words = any(each.lemmatizer for each in self.known.values())
        answers = KeptAnswers(runner.cache, told, self.known) if reads_words else None
        kind = Task[str](
            "findings",
            lambda path: (path, told, self.tracker.library.around(path)),
            lambda path: _written(self._found_with(answers, path)),
            is_small=True,
        )
        return runner.made(kind, runner.own(self.tracker.library.paths), lambda path, made: _read(made))

    def _found_with(self, answers: KeptAnswers | None, path: str) -> FoundIn:
        with answers.of(path) if answers else nullcontext():
            return self.found(path)

    def _told(self) -> object:
        """Return what tells knowledge from other knowledge: the words of the glossary and, where they are used, dictionaries."""
        own = self.tracker.library.settings.told(without=NOT_CHECKED)
        return own, [
            (
                language,
                sorted(knowledge.names),
                sorted(knowledge.hosts),
                states(knowledge.dictionaries.get(language) or names_of(language)) if knowledge.lemmatizer else None,
            )
            for language, knowledge in sorted(self.known.items())
        ]


def _written(found: FoundIn) -> bytes:
    rows = {
        language: [(each.id, as_row(each.problem), each.compared) for each in some] for language, some in found.items()
    }
    return json.dumps(rows, ensure_ascii=False).encode()


def _read(made: bytes) -> FoundIn:
    return {language: [_found(*row) for row in rows] for language, rows in json.loads(made).items()}


def _found(id: str, problem: list[str], compared: list[str] | None) -> PairFindings:
    return PairFindings(id, from_row(*problem), Compared(*compared) if compared else None)  # type: ignore[arg-type]
